import type { Dataset, Entry } from '../dataset/dataset.ts';
import { type AnyEntry, evidenceOf, placeKey } from '../dataset/references.ts';
import type { DataPath } from '../dataset/source-file.ts';
import { hasFailed, standingOf } from '../dataset/standing.ts';
import { livingEntries } from './mentions.ts';

/** How many days may lie between the last run of a workflow and the day GitHub was asked, where no level says it. */
export const MOST_DAYS = 180;

/** The last run of a workflow that undisputed evidence names. */
export interface WorkflowRun {
  readonly entry: Entry<unknown>;
  readonly path: DataPath;
  readonly workflow: string;
  /** How the run ended; undefined where the workflow never ran to its end. */
  readonly conclusion: string | undefined;
  readonly isFailure: boolean;
  readonly ran: string | undefined;
  /** The day GitHub was asked. */
  readonly fetched: string;
  /** How many days may lie between the two. */
  readonly mostDays: number;
}

/** The last run of each workflow that evidence names, of which GitHub has told. */
export function workflowRuns(dataset: Dataset): readonly WorkflowRun[] {
  if (dataset.snapshot === undefined) return [];
  return livingEntries(dataset).flatMap((entry) => {
    const named = evidenceOf(entry).filter(
      ({ evidence: { workflow, disputed } }) => workflow !== undefined && disputed === undefined,
    );
    // Several pieces may name one workflow, for an architecture each.
    const distinct = new Map(named.toReversed().map((each) => [placeKey(each.evidence), each]));
    return [...distinct.values()].flatMap(({ evidence, path }) => {
      const { place, gone } = standingOf(evidence, dataset.snapshot);
      if (place?.answer === undefined || gone !== undefined) return [];
      const { conclusion, ran } = place.answer;
      return {
        entry,
        path: [...path, 'workflow'],
        workflow: evidence.workflow!,
        conclusion,
        isFailure: hasFailed(place.answer),
        ran,
        fetched: place.fetched,
        mostDays: mostDaysFor(entry, dataset),
      };
    });
  });
}

function mostDaysFor({ value }: AnyEntry, { matrix }: Dataset): number {
  const level = 'level' in value ? matrix.value.levels.find(({ id }) => id === value.level) : undefined;
  return level?.policy.maxAge ?? MOST_DAYS;
}
