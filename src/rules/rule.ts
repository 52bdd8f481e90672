import type { DataFile, FileProblem } from '../dataset/data-file.ts';
import type { Dataset, Entry } from '../dataset/dataset.ts';
import type { DataPath, Target } from '../dataset/source-file.ts';
import type { Change } from '../diff/change.ts';
import type { Finding, Severity } from '../diagnostics/diagnostic.ts';
import type { RuleId } from '../diagnostics/rule-id.ts';

/**
 * A piece of data that shows a rule at work: printed on the rule’s page, and run as its test.
 * `yaml` holds some keys of an entry, the others are those of a valid one; `⟪…⟫` marks what a wrong example underlines.
 */
export interface Example {
  readonly yaml: string;
  /** The file, relative to the data folder, where it is not an environment. */
  readonly path?: string;
  /** Whether `yaml` is the whole file. */
  readonly whole?: boolean;
  /** What stands in the file instead, where text cannot show it. */
  readonly content?: Uint8Array | FileProblem | { readonly kind: 'absent' };
  /** Other files that the example needs. */
  readonly beside?: readonly DataFile[];
  /** The pull request that it is, for a rule on change. */
  readonly pull?: ExamplePull;
}

/** What a pull request starts from, and who is behind it. */
interface ExamplePull {
  /** Some keys of the file as it was, the others being those of a valid entry; left out where the file is new. */
  readonly before?: string;
  /** Where the file was, where that was elsewhere. */
  readonly path?: string;
  readonly author?: string;
  /** The handles of those who agreed. */
  readonly agreed?: readonly string[];
  /** The paths that it changes outside of the data folder. */
  readonly outside?: readonly string[];
}

/** Says what is wrong at a path of an entry; the runner adds who says so. */
export type Report<At = Entry<unknown>> = (
  at: At,
  path: DataPath,
  reason: string,
  more?: Partial<Pick<Finding, 'actual' | 'expected' | 'note' | 'fix' | 'related'>> & { readonly target?: Target },
) => void;

/** What a rule may judge by besides the dataset. */
export interface RuleOptions {
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** What rules on change judge by: a pull request, as far as it is known. */
export interface PullRequest {
  /** What it starts from; undefined where there was no data yet. */
  readonly base: Dataset | undefined;
  readonly head: Dataset;
  readonly changes: readonly Change[];
  /** The handle of who opened it; undefined where that is not known. */
  readonly author: string | undefined;
  /** The keys of the handles that approved it or wrote a comment. */
  readonly agreed: ReadonlySet<string>;
  /** The snapshot’s file as diagnostics show it, where the pull request touches it. */
  readonly snapshot: string | undefined;
  /** The paths that it changes outside of the data folder. */
  readonly outside: readonly string[];
}

/** One check. Rules without `check` are found while the files are read, because one file shows them alone. */
export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** Whether it finds drift: what the data says against what GitHub answered. A pull request answers for it in the entries that it touches. */
  readonly isDrift?: true;
  /** The rule in one sentence. */
  readonly summary: string;
  /** Why it exists, and what to do. */
  readonly why: string;
  readonly wrong: Example;
  readonly right: Example;
  readonly check?: (dataset: Dataset, report: Report, options: RuleOptions) => void;
  /** Judges a pull request; what is wrong is at a path of an entry, or in a file as diagnostics show it. */
  readonly checkChange?: (pull: PullRequest, report: Report<Entry<unknown> | string>) => void;
}
