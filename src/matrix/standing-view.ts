import { hasFailed, type Standing } from '../dataset/standing.ts';
import { issueEnd, repositoryChange } from '../dataset/upstream.ts';
import type { Snapshot, SnapshotState, SnapshotValue } from '../model/snapshot.ts';

/** What pages say of how a piece of evidence stands with GitHub. */
export interface StandingView {
  /** The day GitHub last answered that it is there; undefined where it never did, or no longer does. */
  readonly checked: string | undefined;
  /** One word for what a reader must not miss. */
  readonly badge: 'gone' | 'failing' | undefined;
  /** What else there is to know, as sentences. */
  readonly remarks: readonly string[];
}

/** How a piece of evidence stands, in words. */
export function standingView({ seen, place, issue, gone }: Standing): StandingView {
  if (gone !== undefined)
    return {
      checked: undefined,
      badge: 'gone',
      remarks: [`It backs nothing: ${gone.sentence}`, `Last seen on ${seen}.`],
    };
  const value = place ?? issue;
  const end = issueEnd(issue);
  const isFailing = place?.answer !== undefined && hasFailed(place.answer);
  return {
    checked: value?.answer && value.fetched,
    badge: isFailing ? 'failing' : undefined,
    remarks: [runSentence(place), end && `It was ${end}.`, stateSentence(value)].filter((each) => each !== undefined),
  };
}

function runSentence(place: Standing['place']): string | undefined {
  const { conclusion, ran } = place?.answer ?? {};
  if (conclusion === undefined || ran === undefined) return undefined;
  return `The last run, on ${ran}, ended with \`${conclusion}\`.`;
}

/** What became of a repository, in a word or two; undefined where nothing did, or nobody knows. */
export function repositoryRemark(repository: string, snapshot: Snapshot | undefined): string | undefined {
  const change = repositoryChange(repository, snapshot);
  if (change?.kind === 'gone') return 'gone';
  if (change?.kind === 'renamed') return `${change.name} today`;
  return snapshot?.repositories[repository]?.answer?.archived === true ? 'archived' : undefined;
}

const STATE_WORDS: Partial<Readonly<Record<SnapshotState, string>>> = {
  stale: 'GitHub did not answer',
  forbidden: 'GitHub did not let us ask',
  limited: 'GitHub did not let us ask so often',
};

/** Why a value could not be checked again; undefined where it was. */
export function stateSentence(value: SnapshotValue | undefined): string | undefined {
  const words = value && STATE_WORDS[value.state];
  if (words === undefined) return undefined;
  return value?.reason === undefined ? `${words}.` : `${words}: ${value.reason.replace(/\.$/, '')}.`;
}
