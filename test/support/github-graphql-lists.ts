import { noonOf, type Release, type Tag } from './github-world.ts';

/** A piece of an answer: what a field says, or a function of the field’s arguments. */
export type Node = Readonly<Record<string, unknown>>;

/** A release with its assets. */
export function toRelease({ tag, on, assets = [] }: Release): Node {
  return {
    tagName: tag,
    publishedAt: noonOf(on),
    releaseAssets: (page: Page) =>
      connect(
        assets.map((name) => ({ name })),
        page,
      ),
  };
}

interface Page {
  readonly first?: number | undefined;
  readonly after?: string | null | undefined;
}

/** What to list of a repository’s tags. */
export interface RefFilter extends Page {
  readonly refPrefix: string;
  readonly query?: string | null;
  readonly orderBy?: { readonly field: 'ALPHABETICAL' | 'TAG_COMMIT_DATE'; readonly direction: 'ASC' | 'DESC' };
}

/** GitHub looks for the text of `query` anywhere in the name. */
export function filterTags(tags: readonly Tag[], { refPrefix, query, orderBy }: RefFilter): readonly Tag[] {
  if (refPrefix !== 'refs/tags/') return [];
  const found = tags.filter(({ name }) => name.includes(query ?? ''));
  const key = orderBy?.field === 'TAG_COMMIT_DATE' ? ({ on }: Tag) => on : ({ name }: Tag) => name;
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  return found.toSorted((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** A tag, which points to a commit or carries a date of its own. */
export function toRef({ name, on, annotated = false }: Tag): Node {
  const commit = { __typename: 'Commit', oid: '0'.repeat(40), committedDate: noonOf(on) };
  const tag = { __typename: 'Tag', tagger: { date: noonOf(on) }, target: commit };
  return { name, target: annotated ? tag : commit };
}

/** A page of a list; the cursor is the number of the last one on it. */
export function connect(all: readonly Node[], { first = 100, after }: Page): Node {
  const start = Number(after ?? 0);
  const nodes = all.slice(start, start + first);
  const end = start + nodes.length;
  return {
    nodes,
    pageInfo: { hasNextPage: end < all.length, endCursor: nodes.length === 0 ? null : String(end) },
  };
}

/** Sorts by day, the last one first. */
export function newestFirst<Dated extends { readonly on: string }>(items: readonly Dated[]): readonly Dated[] {
  return items.toSorted((a, b) => (a.on < b.on ? 1 : -1));
}
