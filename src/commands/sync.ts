import { type DataFile, SNAPSHOT_PATH } from '../dataset/data-file.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { isWhole } from '../dataset/is-whole.ts';
import { type ParsedDataset, parseDataset } from '../dataset/parse-dataset.ts';
import { formatText, type Paint, PLAIN } from '../diagnostics/format-text.ts';
import { formatCounts } from '../diagnostics/summary.ts';
import { collect, type Collected, type Progress } from '../github/collect.ts';
import { formatSnapshot } from '../github/format-snapshot.ts';
import type { GitHub } from '../github/github.ts';
import { buildQuestions } from '../github/question.ts';
import { formatSummary, formatTooMuchGone, isTooMuchGone } from '../github/summary.ts';
import { findDrift } from '../rules/drift.ts';
import type { CommandResult } from './command.ts';
import { requireDataset } from './require-dataset.ts';
import { UsageError } from './usage-error.ts';

export interface SyncOptions {
  /** The data folder as messages show it. */
  readonly root: string;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Asks about everything, also about what was answered well on that day. */
  readonly all?: boolean;
  /** Writes also where more is newly gone than should be. */
  readonly acceptGone?: boolean;
  /** Judges afterwards whether the world has moved away from the data. */
  readonly check?: boolean;
  readonly paint?: Paint;
}

/** What a run needs of the world outside. */
export interface SyncPorts {
  readonly github: GitHub;
  /** Replaces the snapshot, `generated/github.json` of the data folder, in one step. */
  readonly write: (text: string) => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Asks GitHub about everything that the data refers to, and writes the snapshot; the one before is among the files.
 * Throws a UsageError, with nothing written, where the data cannot be read or GitHub answers nothing.
 */
export async function sync(
  files: readonly DataFile[],
  options: SyncOptions,
  { github, write, onProgress }: SyncPorts,
): Promise<CommandResult> {
  const { root, asOf, all = false, acceptGone = false, check = false, paint = PLAIN } = options;
  const { dataset, texts, ...read } = readDataset(files, root);
  const collected = await collect(buildQuestions(dataset), dataset.snapshot, github, {
    asOf,
    all,
    keep: !read.isWhole,
    onProgress,
  });
  checkAnswered(collected);
  const lines = [formatSummary(collected), ...(read.isWhole ? [] : [MISTAKES])];
  if (!acceptGone && isTooMuchGone(collected)) {
    return { output: '', message: [...lines, formatTooMuchGone(collected)].join('\n'), exitCode: 2 };
  }
  const { snapshot } = collected;
  lines.push(await replaceSnapshot(files, formatSnapshot(snapshot), `${root}/${SNAPSHOT_PATH}`, write));
  if (!check) return { output: '', message: lines.join('\n'), exitCode: 0 };
  const drift = findDrift({ ...dataset, snapshot }, { asOf });
  lines.push(drift.length === 0 ? 'No drift.' : `Drift: ${formatCounts(drift)}.`);
  return { output: formatText(drift, texts, paint), message: lines.join('\n'), exitCode: drift.length === 0 ? 0 : 1 };
}

const MISTAKES =
  'Some files have mistakes, which `npm run validate` names: what only they refer to was not asked, and nothing was dropped.';

interface ReadDataset extends Pick<ParsedDataset, 'texts'> {
  readonly dataset: Dataset;
  /** Whether it has everything that the data folder has: a file with mistakes is left out. */
  readonly isWhole: boolean;
}

function readDataset(files: readonly DataFile[], root: string): ReadDataset {
  const parsed = parseDataset(files, root);
  const dataset = requireDataset(parsed, root);
  const has = (file: string): boolean => files.some(({ path }) => path === file);
  if (dataset.snapshot === undefined && has(SNAPSHOT_PATH)) {
    throw new UsageError(
      `${root}/${SNAPSHOT_PATH} cannot be read, and what it knows would be lost: take the last good one from the repository, or delete it.`,
    );
  }
  const hasWatch = dataset.watch !== undefined || !has('watch.yaml');
  return {
    dataset,
    texts: parsed.texts,
    isWhole: isWhole(dataset, 'environments') && isWhole(dataset, 'providers') && hasWatch,
  };
}

/** Throws where no request brought an answer: a run that learns nothing leaves the snapshot as it was. */
function checkAnswered({ asking, changes }: Collected): void {
  const { refusal, answered } = asking;
  if (refusal !== undefined)
    throw new UsageError(`${refusal} It may have run out, or belong to another server. Nothing was written.`);
  const [first] = changes;
  if (first !== undefined && 'reason' in first.answer && answered === 0)
    throw new UsageError(`GitHub answered nothing: ${first.answer.reason} Nothing was written.`);
}

async function replaceSnapshot(
  files: readonly DataFile[],
  text: string,
  shown: string,
  write: SyncPorts['write'],
): Promise<string> {
  if (files.some(({ path, content }) => path === SNAPSHOT_PATH && content === text)) return `${shown} stays as it was.`;
  try {
    await write(text);
  } catch (error) {
    throw new UsageError(`${shown} cannot be written, and stays as it was: ${(error as Error).message}`);
  }
  return `${shown} written.`;
}
