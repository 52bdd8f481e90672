// The floor: what any validator of these files pays before its own work begins. Reads every YAML file below a folder and
// parses it, to a document and to plain values, as `yaml` alone does it; keeps nothing, checks nothing.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const [folder = 'data', option] = process.argv.slice(2);
// Takes from the floor what the validator takes too: see src/io/copy-environment.ts.
if (option === '--copy-environment') process.env = { ...process.env };

let count = 0;
for (const path of globSync('**/*.yaml', { cwd: folder })) {
  const document = parseDocument(readFileSync(join(folder, path), 'utf8'));
  if (document.errors.length > 0 || document.toJS() === undefined) throw new Error(`${path} cannot be parsed.`);
  count += 1;
}
process.stdout.write(`${count}\n`);
