import { assess } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry } from '../dataset/dataset.ts';
import { escapeXml } from '../matrix/escape-xml.ts';
import { type Mark, MARK_COLOURS, markOf } from '../matrix/mark.ts';
import { formatShape } from '../matrix/mark-shapes.ts';
import { textWidth } from './text-width.ts';

/** What a badge says. */
export interface Badge {
  readonly product: string;
  /** The environment, which is heard and not seen: the badge stands on a page about it. */
  readonly environment: string;
  readonly level: { readonly label: string; readonly mark: Mark };
}

/** What the badge of an environment says: what it is worth today. */
export function buildBadge({ value }: EnvironmentEntry, dataset: Dataset): Badge {
  const { worth } = assess(value, dataset);
  return {
    product: dataset.matrix.value.product,
    environment: value.name,
    level: { label: worth.label, mark: markOf(worth) },
  };
}

const HEIGHT = 20;
const RADIUS = 3;
const PADDING = 7;
const FONT_SIZE = 11;
const SHAPE = 10;
const GROUND = '#33403f';

/**
 * Formats a badge as SVG: the product, then the mark of the level and its word, white on the colour of the level. It
 * needs nothing from elsewhere, and has the same bytes for the same badge.
 */
export function formatBadge({ product, environment, level }: Badge): string {
  const [left, right] = [textWidth(product, FONT_SIZE), textWidth(level.label, FONT_SIZE)];
  const middle = left + 2 * PADDING;
  const text = middle + PADDING + SHAPE + 5;
  const width = text + right + PADDING;
  const scale = SHAPE / 16;
  const bend = `a${RADIUS} ${RADIUS} 0 0 1`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img">`,
    `<title>${escapeXml(`${product} on ${environment}: ${level.label}`)}</title>`,
    `<path fill="${GROUND}" d="M${middle} 0v${HEIGHT}H${RADIUS}${bend} -${RADIUS} -${RADIUS}V${RADIUS}${bend} ${RADIUS} -${RADIUS}z"/>`,
    `<path fill="${MARK_COLOURS.light[level.mark]}" d="M${middle} 0H${width - RADIUS}${bend} ${RADIUS} ${RADIUS}V${HEIGHT - RADIUS}${bend} -${RADIUS} ${RADIUS}H${middle}z"/>`,
    `<g transform="translate(${middle + PADDING} ${(HEIGHT - SHAPE) / 2}) scale(${scale})">${formatShape(level.mark, '#fff')}</g>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="${FONT_SIZE}">`,
    formatText(product, PADDING, left),
    formatText(level.label, text, right),
    '</g></svg>\n',
  ].join('');
}

/** A text of a given width, whatever the font makes of it. */
function formatText(text: string, x: number, width: number): string {
  return `<text x="${x}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeXml(text)}</text>`;
}
