import type { AnyEntry } from '../dataset/references.ts';
import { handleKey, handlesAmong } from '../dataset/references.ts';
import type { Maintainer } from '../model/maintainer.ts';
import type { PullRequest } from './rule.ts';

/** A maintainer that an entry did not have before, and where it stands. */
interface NewMaintainer {
  readonly entry: AnyEntry;
  readonly handle: string;
  readonly index: number;
}

/** The handles that join the maintainers of an entry, those of new entries included. */
export function newMaintainers({ changes }: PullRequest): readonly NewMaintainer[] {
  return changes.flatMap((change) => {
    const entry = 'after' in change.subject ? change.subject.after : undefined;
    if (entry === undefined) return [];
    const list = entry.value.maintainers ?? [];
    const joined: readonly Maintainer[] =
      change.kind === 'adopted'
        ? [change.maintainer]
        : change.kind === 'added' || change.kind === 'readable'
          ? list
          : [];
    return handlesAmong(joined).map((handle) => ({ entry, handle, index: list.indexOf(handle) }));
  });
}

/** Whether the author answers for some entry already; where nobody knows the author, nobody does. */
export function isMaintainer({ base, author }: PullRequest): boolean {
  if (author === undefined || base === undefined) return false;
  return [...base.environments, ...base.providers].some(({ value }) =>
    handlesAmong(value.maintainers).some((handle) => handleKey(handle) === handleKey(author)),
  );
}

/** Who opened a pull request, to begin or go on in a sentence. */
export function authorOf({ author }: PullRequest): string {
  return author === undefined ? 'its author, who is not known here,' : `\`${author}\``;
}
