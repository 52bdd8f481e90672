import { resolve } from 'node:path';
import { adopt } from '../src/commands/adopt.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { readEntryName } from '../src/dataset/find-entry.ts';
import { writeTextFile } from '../src/io/write-file.ts';
import { readGivenData } from './support/data.ts';
import { run } from './support/run.ts';

const HELP = `Adds a maintainer to an entry: one line of its file changes, and nothing else.

  npm run adopt -- ID --as @handle [options]

  ID             the id of an environment or a provider, its name, or an id that it had before;
                 where one of each goes by it, write \`environment ID\` or \`provider ID\`
  --as @handle   who answers for it: @user or @organization/team
  --data DIR     the data folder (default: $MATRIX_DATA, else data)

Exit code: 0 done, 1 the entry cannot have them, 2 could not run.`;

await run({ help: HELP, options: ['as', 'data'], takesWords: true }, async (values, _, words) => {
  // A name may have blanks in it, with or without quotes around it.
  const { kind, name: entry } = readEntryName(words.join(' '));
  const handle = values.as ?? '';
  const missing = [...(entry === '' ? ['an ID'] : []), ...(handle === '' ? ['--as @handle'] : [])];
  if (missing.length > 0)
    throw new UsageError(
      `Missing: ${missing.join(' and ')}. For example:\n\n  npm run adopt -- example-cloud --as @octocat`,
    );
  const { folder, root, files } = readGivenData(values.data);
  const { files: changed, ...result } = adopt(files, { root, entry, kind, handle });
  await Promise.all(changed.map(({ path, text }) => writeTextFile(resolve(folder, path), text)));
  return result;
});
