import type { Channel } from '../model/channel.ts';
import { compareReleases } from '../model/release.ts';
import type { Snapshot, SnapshotValue } from '../model/snapshot.ts';
import { handleKey } from './references.ts';

/** What became of something that the data names: GitHub has no such thing, or knows it by another name. */
export type Change = { readonly kind: 'gone' } | { readonly kind: 'renamed'; readonly name: string };

/** What became of a handle; undefined where it is as it was, or nobody knows. */
export function handleChange(handle: string, snapshot: Snapshot | undefined): Change | undefined {
  const value = snapshot?.handles[handleKey(handle)];
  if (value?.state === 'gone') return { kind: 'gone' };
  const login = value?.answer?.login;
  return login === undefined ? undefined : renamed(handle, `@${login.replace(/^@/, '')}`);
}

/** The name by which a team that is gone may be found: its organization is where the repositories of the old one are. */
export function likelyHandle(handle: string, { repositories }: Snapshot): string | undefined {
  const [, owner = '', team] = /^@([^/]+)\/(.+)$/.exec(handleKey(handle)) ?? [];
  if (team === undefined) return undefined;
  const moved = Object.entries(repositories).flatMap(([name, { answer }]) =>
    answer !== undefined && name.toLowerCase().startsWith(`${owner}/`) ? [answer.name.split('/', 1)[0]!] : [],
  );
  const [only, ...others] = new Set(moved.filter((each) => each.toLowerCase() !== owner));
  return only === undefined || others.length > 0 ? undefined : `@${only}/${team}`;
}

/** What became of a repository, `owner/name`. */
export function repositoryChange(repository: string, snapshot: Snapshot | undefined): Change | undefined {
  const value = snapshot?.repositories[repository];
  if (value?.state === 'gone') return { kind: 'gone' };
  return value?.answer === undefined ? undefined : renamed(repository, value.answer.name);
}

/** What became of an issue or pull request, `owner/name#123`: it moves with its repository, or by itself. */
export function issueChange(issue: string, snapshot: Snapshot | undefined): Change | undefined {
  const value = snapshot?.issues[issue];
  if (value?.state === 'gone') return { kind: 'gone' };
  const [repository = '', number = ''] = issue.split('#');
  const home = repositoryChange(repository, snapshot);
  const name = value?.answer?.name ?? (home?.kind === 'renamed' ? `${home.name}#${number}` : issue);
  return renamed(issue, name);
}

/** How an issue or pull request ended, as in “merged on 2026-11-03”; undefined while it is open, or nobody knows. */
export function issueEnd(value: SnapshotValue<'issues'> | undefined): string | undefined {
  const { state = 'open', closed } = value?.answer ?? {};
  if (state === 'open' || value?.state === 'gone') return undefined;
  return closed === undefined ? state : `${state} on ${closed}`;
}

/** The newest release of a channel and its day, where GitHub has a newer one than the data; undefined where it has not. */
export function newerRelease(
  { id, tag = '', current }: Channel,
  snapshot: Snapshot | undefined,
): { readonly release: string; readonly on: string } | undefined {
  const newest = snapshot?.channels[id]?.answer;
  if (newest === undefined || current === undefined) return undefined;
  const release = newest.tag.slice(tag.replace(/\*$/, '').length);
  return compareReleases(release, current.release) > 0 ? { release, on: newest.on } : undefined;
}

/** GitHub does not tell capitals apart: a name in others is the same one. */
function renamed(old: string, name: string): Change | undefined {
  return old.toLowerCase() === name.toLowerCase() ? undefined : { kind: 'renamed', name };
}
