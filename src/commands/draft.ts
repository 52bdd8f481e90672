import type { DataFile } from '../dataset/data-file.ts';
import type { EntryKind } from '../dataset/find-entry.ts';
import { modelineFor } from '../dataset/modeline.ts';
import { type ParsedDataset, parseDataset } from '../dataset/parse-dataset.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { runRules } from '../rules/run-rules.ts';
import type { NewValues } from './build-entry.ts';
import { formatNew } from './new.ts';
import { requireDataset } from './require-dataset.ts';

/** A file that somebody is writing; `path` is relative to the data folder. */
interface Draft {
  readonly path: string;
  readonly text: string;
}

/** What the validator says about a draft among the files that are there. */
interface DraftReport {
  /** What is wrong with the draft, and what it breaks elsewhere. */
  readonly diagnostics: readonly Diagnostic[];
  /** The draft in house style, where it is written otherwise and has no mistake in its form. */
  readonly styled: string | undefined;
}

/** Writes drafts, and judges them by the rules of pull requests. The other files are read once. */
export interface DraftChecker {
  readonly check: (draft: Draft, asOf: string) => DraftReport;
  /** The text of a new entry, from the options of `newFields`. */
  readonly write: (kind: EntryKind, values: NewValues, asOf: string) => string;
}

/**
 * Prepares to judge drafts that join the files of a data folder; a draft at the path of one of them takes its place.
 * Throws a UsageError where the project itself cannot be read.
 */
export function createDraftChecker(files: readonly DataFile[], root: string): DraftChecker {
  const before = parseDataset(files, root);
  const { matrix } = requireDataset(before, root);
  const known = knownFindings(before);
  return {
    check: ({ path, text }, asOf) => {
      const parsed = parseDataset([...files.filter((file) => file.path !== path), { path, content: text }], root, {
        earlier: before,
      });
      const here = `${root}/${path}`;
      const names = known(asOf);
      return {
        diagnostics: runRules(parsed, { asOf }).filter((each) => each.file === here || !names.has(nameOf(each))),
        styled: parsed.readings.get(path)?.styled,
      };
    },
    write: (kind, values, asOf) =>
      formatNew({ kind, values, asOf, hasHints: false }, matrix.value, modelineFor(matrix.source.text, kind)),
  };
}

/** What is found without the draft, looked for once a day. */
function knownFindings(before: ParsedDataset): (asOf: string) => ReadonlySet<string> {
  const days = new Map<string, ReadonlySet<string>>();
  return (asOf) => {
    const known = days.get(asOf) ?? new Set(runRules(before, { asOf }).map(nameOf));
    days.set(asOf, known);
    return known;
  };
}

/** What makes a finding the same before and after a change elsewhere. */
function nameOf({ ruleId, file, reason }: Diagnostic): string {
  return `${file}\n${ruleId}\n${reason}`;
}
