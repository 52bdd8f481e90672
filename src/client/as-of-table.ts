import { limitRows, matrixOn, type Past, type PastRow } from '../matrix/past.ts';
import { element } from './element.ts';
import { levelMark } from './level-mark.ts';

/** Says how many environments there were on a day, and how many of them are at another level now. */
export function describeDay(past: Past, day: string): string {
  const { listed, changed, later } = matrixOn(past, day);
  if (listed === 0) return `On ${day} nothing was listed.`;
  const were = listed === 1 ? '1 environment was' : `${listed} environments were`;
  const have = changed === 0 ? 'None has' : changed === 1 ? '1 of them has' : `${changed} of them have`;
  return `On ${day}, ${were} listed. ${have} another level now${later === 0 ? '' : `, and ${later} came later`}.`;
}

/** As many rows are listed: a browser makes them at each step. */
const MOST_LISTED = 500;

/** The matrix on a day: how many were at each level, and every environment, then and now. `base` is the root of the site. */
export function renderDay(past: Past, day: string, base: string): readonly Node[] {
  const { counts, groups } = matrixOn(past, day);
  if (groups.length === 0) return [];
  const now = matrixOn(past, past.last).counts;
  const totals = counts.flatMap(({ level, count }, index) => {
    const today = now[index]!.count;
    const change = today === count ? [] : [` (${today} now)`];
    const number = element('strong', {}, String(count));
    return count + today === 0 ? [] : [element('li', {}, number, ' ', levelMark(level), ...change)];
  });
  const listed = limitRows(groups, MOST_LISTED);
  const note = 'There are too many to list: these are among those that have another level now.';
  return [
    element('ul', { className: 'counts' }, ...totals),
    ...(listed === groups ? [] : [element('p', { className: 'muted' }, note)]),
    renderTable(listed, day, base),
  ];
}

function renderTable(groups: ReturnType<typeof matrixOn>['groups'], day: string, base: string): HTMLElement {
  const labels = ['Environment', 'Level then', 'Since', 'Level now'];
  const head = element('tr', {}, ...labels.map((label) => element('th', { scope: 'col' }, label)));
  const bodies = groups.map(({ label, rows }) => {
    const heading = element('th', { scope: 'rowgroup', colSpan: labels.length }, label);
    const group = element('tr', { className: 'group' }, heading);
    return element('tbody', {}, group, ...rows.map((row) => renderRow(row, base)));
  });
  const caption = element('caption', { className: 'sr' }, `Environments on ${day}`);
  return element('table', { className: 'sheet cards past' }, caption, element('thead', {}, head), ...bodies);
}

function renderRow({ id, name, then, since, now }: PastRow, base: string): HTMLTableRowElement {
  const cell = (label: string, ...children: readonly (Node | string)[]): HTMLTableCellElement => {
    const made = element('td', {}, ...children);
    made.dataset.label = label;
    return made;
  };
  const link = element('a', { href: `${base}environments/${id}/` }, name);
  const arrow = element('span', { className: 'muted', ariaHidden: 'true' }, '→ ');
  return element(
    'tr',
    { className: now === undefined ? '' : 'moved' },
    element('th', { scope: 'row' }, link),
    cell('Level then', levelMark(then)),
    cell('Since', element('time', { dateTime: since }, since)),
    now === undefined
      ? cell('Level now', element('span', { className: 'muted' }, 'the same'))
      : cell('Level now', arrow, levelMark(now)),
  );
}
