import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { importDocument, REPORT_FORMATS } from '../src/commands/import.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { isFreeFolder, writeNewFolder } from '../src/io/write-new-folder.ts';
import { urlProblem } from '../src/model/url.ts';
import { givenDay, readGivenData } from './support/data.ts';
import { oneOf, paint, run } from './support/run.ts';

const MAPPING = join(import.meta.dirname, 'import-mapping.yaml');

const HELP = `Makes data files from a Markdown document with tables, and reports by line what it could not take as it is.

  npm run import -- FILE.md --out DIR [options]

  --out DIR        the new data folder: it must not be there yet, or be empty
  --mapping FILE   what the document calls things (default: scripts/import-mapping.yaml, which explains itself)
  --data DIR       the data folder whose matrix.yaml has the levels and categories (default: $MATRIX_DATA, else data)
  --as-of DATE     the day that the document speaks of, YYYY-MM-DD (default: today)
  --source URL     where the document is, for the history of the entries
  --format FORM    of the report: ${REPORT_FORMATS.join(', ')} (default: text)

The heading above a table says which category its rows are of, its first row what is in which column. A row with too few
or too many cells is reported and left out; nothing is guessed. Words that fit nowhere go to the notes.

An entry gets the level that its row states only if evidence in the same row backs it: \`[kind](https://…) YYYY-MM-DD\` in
a column for evidence, as \`npm run export\` writes it. A link in the notes is no evidence. Without evidence the level is
unknown, and the history of the entry says what the table said.

Exit code: 0 all rows imported, 1 something was left out, 2 could not run.`;

const OPTIONS = ['out', 'mapping', 'data', 'as-of', 'source', 'format'] as const;

await run({ help: HELP, options: OPTIONS, takesWords: true }, async (values, _, words) => {
  const [path] = words;
  if (path === undefined || words.length > 1)
    throw new UsageError('Name one Markdown file: npm run import -- FILE.md --out DIR');
  const { out, source, mapping = MAPPING } = values;
  if (out === undefined || out === '') throw new UsageError('--out takes the folder to make.');
  if (!(await isFreeFolder(out))) throw new UsageError(`--out takes a folder that is new or empty, and ${out} is not.`);
  const wrong = source === undefined ? undefined : urlProblem(source);
  if (wrong !== undefined) throw new UsageError(`--source takes an address, and “${source!}” ${wrong}.`);
  const format = oneOf('format', values.format ?? 'text', REPORT_FORMATS);
  const { root, files } = readGivenData(values.data);
  const { files: made, ...result } = importDocument(
    { path, text: await readText(path) },
    { path: mapping, text: await readText(mapping), isOwn: values.mapping !== undefined },
    files,
    { root, format, asOf: givenDay(values['as-of']), source, paint: paint() },
  );
  if (made.length > 0) await writeNewFolder(resolve(out), made);
  return result;
});

/** Reads a text as UTF-8. */
async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
}
