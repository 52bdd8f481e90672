import type { ParsedDataset } from '../dataset/parse-dataset.ts';
import type { Event } from './event.ts';

/** Two revisions of a data folder that were read, and what is known of the pull request between them. */
export interface ReviewInput extends Event {
  /** The data folder from the top of the repository, as diagnostics show it. */
  readonly root: string;
  readonly base: RevisionInput;
  readonly head: RevisionInput;
  /** The paths that differ inside the data folder, relative to it. */
  readonly touched: readonly string[];
  /** The paths that differ elsewhere. */
  readonly outside: readonly string[];
  /** How many files were not looked into. */
  readonly unread: number;
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly asOf: string;
}

interface RevisionInput {
  readonly commit: string;
  readonly parsed: ParsedDataset;
}
