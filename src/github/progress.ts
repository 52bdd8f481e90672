import type { SnapshotPart } from '../model/snapshot.ts';
import type { Progress } from './collect.ts';

/** What a part of the snapshot is about. */
const SUBJECTS: Readonly<Record<SnapshotPart, string>> = {
  handles: 'users and teams',
  issues: 'issues',
  repositories: 'repositories',
  places: 'evidence',
  channels: 'channels',
  listings: 'listings',
};

/** How far the asking is, in one line: “Asking GitHub: 120 of 412 (issues), about 8 s left”. */
export function formatProgress({ done, total, part }: Progress, elapsedSeconds: number): string {
  const left =
    done === 0 || done === total ? '' : `, about ${Math.ceil((elapsedSeconds / done) * (total - done))} s left`;
  return `Asking GitHub: ${done} of ${total} (${SUBJECTS[part]})${left}`;
}

/** Whether progress is worth a line that stays: at the start, and whenever a quarter is done. */
function isMilestone({ done, total }: Progress): boolean {
  return Math.floor((done * 4) / total) > Math.floor(((done - 1) * 4) / total);
}

/** Where progress is shown. */
interface Output {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** What a run has to say while it goes on. */
export interface Reporter {
  readonly onProgress: (progress: Progress) => void;
  /** Hears of a wait for GitHub’s limit, in seconds. */
  readonly onWait: (seconds: number) => void;
}

/** Erases the line that a terminal’s cursor is in. */
const ERASE = '\r\u001b[2K';

/** Shows progress: on a terminal one line that is drawn anew, elsewhere a few lines that stay. `now` is in milliseconds. */
export function createReporter(output: Output, now: () => number): Reporter {
  const start = now();
  const isTerminal = output.isTTY === true;
  return {
    onProgress: (progress) => {
      const text = formatProgress(progress, (now() - start) / 1000);
      if (isTerminal) output.write(progress.done === progress.total ? ERASE : `${ERASE}${text}`);
      else if (isMilestone(progress)) output.write(`${text}\n`);
    },
    onWait: (seconds) => output.write(`${isTerminal ? ERASE : ''}GitHub asks to wait for ${seconds} s\n`),
  };
}
