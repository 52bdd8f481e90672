import { resolve } from 'node:path';
import { fieldsOf, newEntry } from '../src/commands/new.ts';
import { missingFields } from '../src/commands/check-new.ts';
import { NEW_OPTIONS, newFields } from '../src/dataset/new-fields.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { ENTRY_KINDS, type EntryKind } from '../src/dataset/find-entry.ts';
import { writeNewFiles } from '../src/io/write-new-files.ts';
import { OPEN_VOCABULARY } from '../src/model/matrix.ts';
import { askKind, askNew } from './support/ask-new.ts';
import { givenDay, readGivenData } from './support/data.ts';
import { paint, run } from './support/run.ts';

const HELP = `Makes the file of a new entry: valid, in house style, with comments on what else it could hold.

  npm run new -- environment ID --category ID --name NAME [options]
  npm run new -- provider ID --name NAME --acronym NAME --role ROLE --repository OWNER/NAME [options]

${ENTRY_KINDS.map(describeOptions).join('\n\n')}

  --as-of DATE   the day it is listed, YYYY-MM-DD (default: today)
  --data DIR     the data folder (default: $MATRIX_DATA, else data)

On a terminal it asks for what is missing. It never writes over a file.
Exit code: 0 written, 1 a name is taken or the file would have errors, 2 could not run.`;

function describeOptions(kind: EntryKind): string {
  const lines = newFields(kind, OPEN_VOCABULARY).map(({ option, takes, description, words }) => {
    const list = words.length === 0 ? '' : ` (${words.join(', ')})`;
    return `  ${`--${option} ${takes}`.padEnd(25)} ${description.replace(/\.$/, '')}${list}`;
  });
  return `Of ${nameKind(kind)}:\n${lines.join('\n')}`;
}

function nameKind(kind: EntryKind): string {
  return kind === 'environment' ? 'an environment' : 'a provider';
}

await run({ help: HELP, options: [...NEW_OPTIONS, 'as-of', 'data'], takesWords: true }, async (given, _, words) => {
  const asOf = givenDay(given['as-of']);
  const { folder, root, files } = readGivenData(given.data);
  const terminal =
    process.stdin.isTTY && process.stderr.isTTY ? { input: process.stdin, output: process.stderr } : undefined;
  const [word, id = '', ...more] = words;
  const kind =
    ENTRY_KINDS.find((each) => each === word) ?? (word === undefined && terminal ? await askKind(terminal) : undefined);
  if (kind !== undefined && more.length > 0)
    throw new UsageError(`“${more.join(' ')}” is too much: a value of several words is put in quotes.`);
  if (kind === undefined)
    throw new UsageError(
      `new takes ${ENTRY_KINDS.join(' or ')} and an ID. For example:\n\n  npm run new -- environment example-cloud --category … --name "Example Cloud"`,
    );
  const fields = fieldsOf(files, root, kind);
  const foreign = NEW_OPTIONS.find((option) => given[option] && fields.every((field) => field.option !== option));
  if (foreign !== undefined) throw new UsageError(`--${foreign} says nothing of ${nameKind(kind)}.\n\n${HELP}`);
  const values = Object.fromEntries(NEW_OPTIONS.flatMap((option) => (given[option] ? [[option, given[option]]] : [])));
  const isComplete = id !== '' && missingFields({ kind, id, values }, fields).length === 0;
  const call =
    isComplete || terminal === undefined ? { kind, id, values } : await askNew({ kind, id, values }, fields, terminal);
  const { files: written, ...result } = newEntry(files, { ...call, root, asOf, hasHints: true, paint: paint() });
  writeNewFiles(
    resolve(folder),
    written.map(({ path, text }) => ({ path, content: text })),
  );
  return result;
});
