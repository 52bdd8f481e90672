import './command-palette.ts';
import './find-matrix.ts';
import './rel-time.ts';

/**
 * Elements that few pages have; their code comes only there. All of it is reached from here, and no page has a script
 * besides: what one shared with another would be cut into files of its own, which every page had to load.
 */
const RARE: Readonly<Record<string, () => Promise<unknown>>> = {
  'add-entry': () => import('./add-entry.ts'),
  'as-of-matrix': () => import('./as-of-matrix.ts'),
  'compare-matrix': () => import('./compare-matrix.ts'),
  'copy-code': () => import('./copy-code.ts'),
  'history-filter': () => import('./history-filter.ts'),
};

for (const [name, load] of Object.entries(RARE)) if (document.querySelector(name) !== null) void load();
