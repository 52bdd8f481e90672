import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../scripts/support/run.ts';
import { UsageError } from '../src/commands/usage-error.ts';
import { type Command, pathOf, runInTurn, SETUP } from './measure.ts';
import { formatTable, megabytes, seconds } from './report.ts';
import { SYNTHETIC_DAY } from './synthetic.ts';
import { writeSynthetic } from './write-synthetic.ts';

const HELP = `Measures the review of a pull request as a process: one changed file of the real data, and 500 of 10,000.

  npm run bench:review -- [options]

  --runs N   measured runs of each (default: 5)

Exit code: 0 all targets met, 1 some not, 2 could not run.`;

/** What is measured, and the seconds that it may take. */
const CASES = [
  { name: 'real data', size: undefined, changed: 1, limit: 1 },
  { name: '10,000 environments', size: 10_000, changed: 500, limit: 5 },
] as const;

await run({ help: HELP, options: ['runs'] }, async ({ runs = '5' }) => {
  if (!/^[1-9]\d?$/.test(runs)) throw new UsageError('--runs takes a number from 1 to 99.');
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const commands: Record<string, Command> = {};
    for (const [index, { name, size, changed }] of CASES.entries()) {
      process.stderr.write(`a repository of ${name}\n`);
      const folder = join(scratch, String(index));
      await makeRepository(folder, size, changed);
      commands[name] = reviewOf(folder);
    }
    const timings = runInTurn(commands, Number(runs));
    const rows = CASES.map((each) => ({ ...each, ...timings[each.name]! }));
    const table = formatTable(
      ['data', 'changed files', 'median', 'limit', 'peak memory'],
      rows.map(({ name, changed, median, limit, peakBytes }) => [
        name,
        String(changed),
        seconds(median),
        seconds(limit),
        megabytes(peakBytes),
      ]),
    );
    return { output: table, exitCode: rows.every(({ median, limit }) => median <= limit) ? 0 : 1 };
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

/** A repository as a clone has it, all in one pack, whose last commit changes some entries; the real data where no size is given. */
async function makeRepository(folder: string, size: number | undefined, changed: number): Promise<void> {
  const data = join(folder, 'data');
  mkdirSync(folder);
  if (size === undefined) cpSync(pathOf('data'), data, { recursive: true });
  else await writeSynthetic(pathOf('data'), data, size);
  const git = (...words: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...words], { cwd: folder });
  };
  const commit = (): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'change');
  };
  git('init', '--quiet', '--initial-branch=main');
  commit();
  const paths = globSync('environments/**/*.yaml', { cwd: data }).sort();
  const step = Math.floor(paths.length / changed);
  for (const path of paths.filter((_, index) => index % step === 0).slice(0, changed)) {
    const text = readFileSync(join(data, path), 'utf8');
    writeFileSync(join(data, path), text.replace(/^maintainers: .*$/m, 'maintainers: ["@newcomer"]'));
  }
  commit();
  git('repack', '-adq');
}

function reviewOf(folder: string): Command {
  return {
    args: [
      ...SETUP,
      pathOf('scripts/review.ts'),
      ...['--data', join(folder, 'data'), '--base', 'HEAD^', '--author', 'newcomer'],
      ...['--format', 'markdown', '--as-of', SYNTHETIC_DAY],
    ],
    exitCodes: [0, 1],
  };
}
