import type { Dataset } from '../dataset/dataset.ts';
import { type Coverage, findCoverage } from '../dataset/coverage.ts';
import { type AnyEntry, evidenceOf, findReferences, type References } from '../dataset/references.ts';
import { stateSentence } from '../matrix/standing-view.ts';
import { SNAPSHOT_PARTS, type SnapshotPart } from '../model/snapshot.ts';
import { buildWorkList, type Concern, CONCERNS, type WorkItem } from '../rules/work-list.ts';

/** What there is to do about one concern. */
interface Work {
  readonly concern: Concern;
  readonly count: number;
  /** The items by what they say: a repository that was renamed is one change, however many entries name it. */
  readonly changes: readonly (readonly WorkItem[])[];
}

/** Something that the data refers to and GitHub was not asked about, or did not answer. */
interface Unchecked {
  /** What it is, in the singular. */
  readonly what: string;
  readonly key: string;
  readonly reason: string;
  /** The day of the last good answer, where there was one. */
  readonly since: string | undefined;
}

/** Everything that the health page shows. */
export interface Health {
  /** The day GitHub was asked; undefined where it never was. */
  readonly checked: string | undefined;
  /** How many things on GitHub the data refers to. */
  readonly references: number;
  /** How many pieces of evidence are pages elsewhere, which sync does not ask about. */
  readonly elsewhere: number;
  /** How many things there are to do. */
  readonly count: number;
  /** The concerns about which there is anything to do, the most important first. */
  readonly work: readonly Work[];
  readonly coverage: readonly Coverage[];
  readonly unchecked: readonly Unchecked[];
}

const WORDS: Readonly<Record<SnapshotPart, string>> = {
  handles: 'handle',
  issues: 'issue',
  repositories: 'repository',
  places: 'evidence',
  channels: 'release channel',
  listings: 'watched listing',
};

/** Builds what the health page shows. */
export function buildHealth(dataset: Dataset, asOf: string): Health {
  const items = buildWorkList(dataset, { asOf });
  const entries: readonly AnyEntry[] = [...dataset.environments, ...dataset.providers];
  const references = findReferences(dataset);
  return {
    checked: dataset.snapshot?.collected,
    references: SNAPSHOT_PARTS.reduce((sum, part) => sum + references[part].length, 0),
    elsewhere: entries.flatMap(evidenceOf).filter(({ evidence }) => evidence.url !== undefined).length,
    count: items.length,
    work: CONCERNS.flatMap((concern) => {
      const own = items.filter((item) => item.concern === concern);
      const changes = [...Map.groupBy(own, ({ finding }) => `${finding.ruleId} ${finding.reason}`).values()];
      return own.length === 0 ? [] : { concern, count: own.length, changes };
    }),
    coverage: findCoverage(dataset),
    unchecked: findUnchecked(dataset, references),
  };
}

/** What the last run could not check, and what the data refers to only since; nothing where there was no run yet. */
function findUnchecked({ snapshot }: Dataset, references: References): readonly Unchecked[] {
  if (snapshot === undefined) return [];
  return SNAPSHOT_PARTS.flatMap((part) =>
    references[part].flatMap((key) => {
      const value = snapshot[part][key];
      const reason = value === undefined ? 'New since GitHub was last asked.' : stateSentence(value);
      return reason === undefined ? [] : [{ what: WORDS[part], key, reason, since: value?.answer && value.fetched }];
    }),
  );
}
