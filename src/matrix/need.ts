import { assess, type Judge } from '../dataset/assess.ts';
import type { EnvironmentEntry, ProviderEntry } from '../dataset/dataset.ts';
import type { Caveat } from '../model/caveat.ts';
import { addDays } from '../model/day.ts';
import { issueUrl } from '../model/reference.ts';
import { type LevelView, levelView } from './matrix-view.ts';
import type { Link } from './place.ts';

/** What an entry can need. */
export const NEED_KINDS = ['drift', 'maintainer', 'step', 'stale', 'missing'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/**
 * How much each kind of help weighs: that the matrix tells no untruth comes before that somebody answers for it, which
 * comes before a better level and before looking again at what was known, and those before a first answer.
 */
export const NEED_WEIGHTS: Readonly<Record<NeedKind, number>> = {
  drift: 4,
  maintainer: 3,
  step: 2,
  stale: 2,
  missing: 1,
};

/** An entry as lists name it. */
export interface EntryLink {
  /** What it is; the files of the project are no entries, but may need something too. */
  readonly kind: 'environment' | 'provider' | 'project';
  readonly name: string;
  /** Where it is shown, from the root of the site. */
  readonly page: string;
  /** Its file, below the data folder. */
  readonly file: string;
  readonly level: LevelView | undefined;
}

/** One thing that an entry needs, and the step that gives it. */
export interface Need {
  readonly kind: NeedKind;
  readonly entry: EntryLink;
  /** What is so. */
  readonly what: string;
  /** What to do. */
  readonly step: string;
  /** The lines to write into the file, where they can be known. */
  readonly lines?: string | undefined;
  /** Where to look. */
  readonly places: readonly Link[];
  /** How much it would help: the weight of its kind times what the entry promises, or would promise then. */
  readonly help: number;
}

/** A need before it is known whose it is; `promise` counts from 1 for the least that an entry can promise. */
export type NeedDraft = Omit<Need, 'entry' | 'help'> & { readonly promise: number };

/** A difference between the data and what GitHub answered: its file as diagnostics show it, and what is so. */
export interface DriftFinding {
  readonly file: string;
  readonly reason: string;
  readonly note?: string | undefined;
  readonly fix?: string | undefined;
}

/** The needs of one entry. */
export function finishNeeds(entry: EntryLink, drafts: readonly (NeedDraft | undefined)[]): readonly Need[] {
  return drafts
    .filter((draft) => draft !== undefined)
    .map(({ promise, ...draft }) => ({ ...draft, entry, help: NEED_WEIGHTS[draft.kind] * promise }));
}

/** What drift asks for. */
export function driftNeed({ reason, note, fix }: DriftFinding, promise: number): NeedDraft {
  const step = note ?? (fix === undefined ? 'Look, and write what is so now.' : 'Write this in its place.');
  return { kind: 'drift', what: reason, step, lines: fix, places: [], promise };
}

/** What asks for somebody who answers; `lines` are those that adopt the entry. */
export function maintainerNeed(what: string, lines: string, promise: number): NeedDraft {
  return { kind: 'maintainer', what, step: 'Put your handle into its file.', lines, places: [], promise };
}

/** What is so where the list of maintainers is empty. */
export const NOBODY = 'Nobody answers for it.';

/** When a caveat is to be looked at again that still holds, in days. */
const NEXT_REVIEW = 182;

/** What caveats ask for whose day to be looked at again has passed. */
export function reviewNeeds(caveats: readonly Caveat[], asOf: string, promise: number): readonly NeedDraft[] {
  return caveats
    .filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < asOf)
    .map((caveat) => ({
      kind: 'stale',
      what: `A caveat was to be looked at again by ${caveat.reviewBy!}: ${caveat.summary}`,
      step: 'Look whether it is still so; then move the day, or delete the caveat.',
      lines: `reviewBy: ${addDays(asOf, NEXT_REVIEW)}`,
      places: caveatPlaces([caveat]),
      promise,
    }));
}

/** Where caveats are tracked, or stated. */
export function caveatPlaces(caveats: readonly Caveat[]): readonly Link[] {
  return caveats.flatMap(({ issue, documentation }) =>
    issue !== undefined
      ? [{ label: issue, href: issueUrl(issue) }]
      : documentation !== undefined
        ? [{ label: 'where it is stated', href: documentation }]
        : [],
  );
}

/** An environment as lists name it. */
export function environmentLink({ id, category, value }: EnvironmentEntry, judge: Judge): EntryLink {
  const level = levelView(assess(value, judge).worth);
  const file = `environments/${category}/${id}.yaml`;
  return { kind: 'environment', name: value.name, page: `environments/${id}/`, file, level };
}

/** A provider as lists name it. */
export function providerLink({ id, value }: ProviderEntry): EntryLink {
  const file = `providers/${id}.yaml`;
  return { kind: 'provider', name: value.acronym, page: `providers/${id}/`, file, level: undefined };
}

/** A file of the project as lists name it; what differs from it is on the page about the data itself. */
export function projectLink(file: string): EntryLink {
  return { kind: 'project', name: file, page: 'health/', file, level: undefined };
}
