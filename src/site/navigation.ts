import type { Dataset } from '../dataset/dataset.ts';

/** A page that every page leads to: its path, its name, and the folder whose pages belong to it. */
export interface NavigationItem {
  readonly path: string;
  readonly label: string;
  readonly below?: string;
}

const MAIN: readonly NavigationItem[] = [
  { path: '', label: 'Matrix', below: 'environments/' },
  { path: 'cluster-api/', label: 'Cluster API', below: 'providers/' },
  { path: 'changes/', label: 'Changes' },
  { path: 'needs-you/', label: 'Needs you' },
  { path: 'levels/', label: 'Levels' },
  { path: 'releases/', label: 'Releases' },
  { path: 'contribute/', label: 'Contribute', below: 'add/' },
];

/**
 * The pages that the head of every page names, in its order; the command palette jumps to them too. Nobody is led to a
 * page with nothing on it.
 */
export function mainNavigation({ matrix, providers }: Dataset): readonly NavigationItem[] {
  const empty = new Set([
    ...(providers.length === 0 ? ['cluster-api/'] : []),
    ...(matrix.value.channels.length === 0 ? ['releases/'] : []),
  ]);
  return MAIN.filter(({ path }) => !empty.has(path));
}

/** The pages that the foot of every page names, and the command palette too. */
export const MORE_NAVIGATION: readonly NavigationItem[] = [
  { path: 'add/', label: 'Add an environment' },
  { path: 'compare/', label: 'Compare' },
  { path: 'as-of/', label: 'As of' },
  { path: 'maintainers/', label: 'Maintainers' },
  { path: 'health/', label: 'Health' },
  { path: 'rules/', label: 'Rules' },
  { path: 'data/', label: 'Use the data' },
];
