import type { Mark } from './mark.ts';

/** One piece of a drawing: the SVG element and its attributes. */
type Piece = readonly ['circle' | 'path', Readonly<Record<string, string | number>>];

const LINE = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 } as const;
const RING: Piece = ['circle', { cx: 8, cy: 8, r: 6.5, ...LINE }];
const filled = (d: string): Piece => ['path', { d, fill: 'currentColor' }];

/** The drawings of the marks, in a square of 16 by 16: the fuller, the better. */
const MARK_SHAPES: Readonly<Record<Mark, readonly Piece[]>> = {
  full: [['circle', { cx: 8, cy: 8, r: 7.25, fill: 'currentColor' }]],
  tested: [RING, filled('M8 8V1.5A6.5 6.5 0 1 1 1.5 8z')],
  works: [RING, filled('M8 1.5a6.5 6.5 0 0 1 0 13z')],
  limited: [RING, filled('M8 8V1.5A6.5 6.5 0 0 1 14.5 8z')],
  no: [RING, ['path', { d: 'M5 5l6 6M11 5l-6 6', ...LINE, 'stroke-width': 1.75 }]],
  unknown: [['circle', { cx: 8, cy: 8, r: 6.5, ...LINE, 'stroke-dasharray': '2.6 2.5' }]],
};

/** A drawing as SVG text, in a colour of its own where `colour` names one. */
export function formatShape(mark: Mark, colour = 'currentColor'): string {
  return MARK_SHAPES[mark]
    .map(([name, attributes]) => {
      const written = Object.entries(attributes).map(
        ([key, value]) => ` ${key}="${value === 'currentColor' ? colour : value}"`,
      );
      return `<${name}${written.join('')}/>`;
    })
    .join('');
}

/** The drawings of all marks, to be used by `#m-` and their names. */
export const MARK_SYMBOLS = Object.keys(MARK_SHAPES)
  .map((mark) => `<symbol id="m-${mark}" viewBox="0 0 16 16">${formatShape(mark as Mark)}</symbol>`)
  .join('');
