import type { DataFile, FileProblem } from '../dataset/data-file.ts';
import type { Dataset, Entry } from '../dataset/dataset.ts';
import type { DataPath, Target } from '../dataset/source-file.ts';
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
}

/** Says what is wrong at a path of an entry; the runner adds who says so. */
export type Report = (
  entry: Entry<unknown>,
  path: DataPath,
  reason: string,
  more?: Partial<Pick<Finding, 'actual' | 'expected' | 'note' | 'fix' | 'related'>> & { readonly target?: Target },
) => void;

/** What a rule may judge by besides the dataset. */
export interface RuleOptions {
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** One check. Rules without `check` are found while the files are read, because one file shows them alone. */
export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** The rule in one sentence. */
  readonly summary: string;
  /** Why it exists, and what to do. */
  readonly why: string;
  readonly wrong: Example;
  readonly right: Example;
  readonly check?: (dataset: Dataset, report: Report, options: RuleOptions) => void;
}
