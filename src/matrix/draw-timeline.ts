import { escapeXml } from './escape-xml.ts';
import type { LevelView } from './matrix-view.ts';
import { type Axis, spansOf, yearsOn } from './timeline.ts';

/** A step of a history: a level, from a day on. */
interface Step {
  readonly on: string;
  readonly level: LevelView;
}

/** Draws histories on one axis, as the content of an SVG element of a height in pixels. */
export interface TimelineDrawer {
  readonly height: number;
  readonly draw: (history: readonly Step[]) => string;
}

/** The height of a level, in pixels. */
const LANE = 22;

/** So near the right edge the number of a year would stand outside of the drawing. */
const LAST_LABEL = 0.95;

/** Across, a drawing is measured in per cent of its width, so that its words keep their size on every screen; down, in pixels. */
export function toPercent(at: number): string {
  return `${Math.round(at * 10_000) / 100}%`;
}

/** Prepares drawings with a lane for each level: what all of them have is drawn once. */
export function createTimelineDrawer(levels: readonly LevelView[], axis: Axis): TimelineDrawer {
  const height = levels.length * LANE + 30;
  const years = drawYears(axis, height);
  const lanes = levels.map(({ id, label }, index) => {
    const y = index * LANE + 18;
    const line = `<line class="axis" x1="0" x2="100%" y1="${y}" y2="${y}"></line>`;
    const name = (kind: string): string => `<text class="${kind}" y="${y + 4}">${escapeXml(label)}</text>`;
    return { id, y, used: `${line}${name('name')}`, unused: `${line}${name('name soft')}` };
  });
  const heights = new Map(lanes.map(({ id, y }) => [id, y]));
  return {
    height,
    draw: (history) => {
      const spans = spansOf(history, axis).filter(({ to, step }) => to > 0 || step === history.at(-1));
      const used = new Set(spans.map(({ step }) => step.level.id));
      const bars = spans.map(({ step, from, to }, index) => {
        const [left, y] = [toPercent(from), heights.get(step.level.id)!];
        const before = spans[index - 1];
        const change =
          before === undefined
            ? ''
            : `<line x1="${left}" x2="${left}" y1="${heights.get(before.step.level.id)!}" y2="${y}" stroke="currentColor" stroke-width="1.5"></line>`;
        const bar = `<rect class="bar" x="${left}" y="${y - 4}" width="${toPercent(to - from)}" height="8"></rect>`;
        const start = step.on < axis.start ? '' : `<circle class="bar" cx="${left}" cy="${y}" r="6"></circle>`;
        return `<g class="m-${step.level.mark}">${change}${bar}${start}</g>`;
      });
      return [years, ...lanes.map((lane) => (used.has(lane.id) ? lane.used : lane.unused)), ...bars].join('');
    },
  };
}

/** The years of an axis: a line for each, and its number, every second of which small screens leave out. */
export function drawYears(axis: Axis, height: number): string {
  const years = yearsOn(axis);
  return years
    .map(({ year, at }, index) => {
      const x = toPercent(at);
      const kind = (years.length - index) % 2 === 0 ? 'soft second' : 'soft';
      const number = at > LAST_LABEL ? '' : `<text class="${kind}" x="${x}" dx="3" y="${height - 6}">${year}</text>`;
      return `<line class="axis" x1="${x}" x2="${x}" y1="4" y2="${height - 22}"></line>${number}`;
    })
    .join('');
}
