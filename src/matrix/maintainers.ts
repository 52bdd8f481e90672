import type { Dataset } from '../dataset/dataset.ts';
import { handleKey } from '../dataset/references.ts';
import { type Maintainer, maintainerName } from '../model/maintainer.ts';
import { compareNames } from './matrix-view.ts';
import { type EntryLink, environmentLink, providerLink } from './need.ts';

/** A maintainer, and what they answer for. */
interface MaintainerView {
  readonly maintainer: Maintainer;
  readonly name: string;
  /** Environments first, each kind by name. */
  readonly entries: readonly EntryLink[];
}

/** Who answers for entries: handles, which have a page each, by its path, and the contacts of vendors and projects. */
export interface Maintainers {
  readonly handles: ReadonlyMap<string, MaintainerView>;
  readonly contacts: readonly MaintainerView[];
}

/** The path of the page about a handle: `octocat`, `kubernetes/sig-release`. GitHub does not tell capitals apart. */
export function maintainerPath(handle: string): string {
  return handleKey(handle).slice(1);
}

/** Everybody who answers for an entry that is alive, by name. */
export function buildMaintainers(dataset: Dataset): Maintainers {
  const answers = [
    ...dataset.environments.map((entry) => ({ value: entry.value, link: () => environmentLink(entry, dataset) })),
    ...dataset.providers.map((entry) => ({ value: entry.value, link: () => providerLink(entry) })),
  ].flatMap(({ value: { lifecycle, maintainers = [] }, link }) =>
    lifecycle === 'retired' ? [] : maintainers.map((maintainer) => ({ maintainer, link: link() })),
  );
  const keyOf = (maintainer: Maintainer): string =>
    typeof maintainer === 'string' ? maintainerPath(maintainer) : `${maintainer.name} ${maintainer.url}`;
  const views = [...Map.groupBy(answers, ({ maintainer }) => keyOf(maintainer))]
    .map(([key, own]) => ({
      key,
      ...viewOf(
        own[0]!.maintainer,
        own.map(({ link }) => link),
      ),
    }))
    .sort((a, b) => compareNames(a.name, b.name));
  const isHandle = ({ maintainer }: MaintainerView): boolean => typeof maintainer === 'string';
  return {
    handles: new Map(views.filter(isHandle).map((view) => [view.key, view])),
    contacts: views.filter((view) => !isHandle(view)),
  };
}

function viewOf(maintainer: Maintainer, entries: readonly EntryLink[]): MaintainerView {
  return {
    maintainer,
    name: maintainerName(maintainer),
    entries: entries.toSorted((a, b) => compareNames(a.kind, b.kind) || compareNames(a.name, b.name)),
  };
}
