import {
  type ComparedFact,
  compareSheets,
  type FactSheet,
  type FactSheets,
  type FactValue,
} from '../matrix/compare.ts';
import { element } from './element.ts';
import { levelMark } from './level-mark.ts';

/** So many columns do not fit a narrow screen: the sheet scrolls. */
const CROWDED = 5;

/** Environments side by side: where they differ, and folded below where they do not. `base` is the root of the site. */
export function renderComparison(all: FactSheets, sheets: readonly FactSheet[], base: string): readonly Node[] {
  if (sheets.length === 0) return [];
  const { differing, same } = compareSheets(all, sheets);
  // A single one is shown as it is.
  const [shown, folded] = sheets.length === 1 ? [same, []] : [differing, same];
  const names = sheets.map(({ name }) => name);
  return [
    ...(shown.length === 0
      ? []
      : [
          table(
            sheets,
            shown.map((fact) => factRow(fact, names, base)),
            base,
          ),
        ]),
    ...(folded.length === 0 ? [] : [fold(folded, base)]),
  ];
}

function table(sheets: readonly FactSheet[], rows: readonly HTMLTableRowElement[], base: string): HTMLElement {
  const heads = sheets.map(({ id, name }) =>
    element('th', { scope: 'col' }, element('a', { href: `${base}environments/${id}/` }, name)),
  );
  const head = element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Fact'), ...heads));
  const made = element(
    'table',
    { className: `sheet compare stick cards${sheets.length < CROWDED ? '' : ' crowded'}` },
    element('caption', { className: 'sr' }, 'Where they differ'),
    head,
    element('tbody', {}, ...rows),
  );
  return element('div', { className: 'scroll' }, made);
}

function factRow({ label, values }: ComparedFact, names: readonly string[], base: string): HTMLTableRowElement {
  const cells = values.map((own, index) => {
    const cell = element('td', {}, renderValues(own, base));
    cell.dataset.label = names[index]!;
    return cell;
  });
  return element('tr', {}, element('th', { scope: 'row' }, label), ...cells);
}

function fold(facts: readonly ComparedFact[], base: string): HTMLElement {
  const count = facts.length === 1 ? 'One fact is the same' : `${facts.length} facts are the same`;
  const pairs = facts.flatMap(({ label, values }) => [
    element('dt', {}, label),
    element('dd', {}, renderValues(values[0]!, base)),
  ]);
  return element(
    'details',
    { className: 'same' },
    element('summary', {}, count),
    element('dl', { className: 'facts' }, ...pairs),
  );
}

function renderValues(values: readonly FactValue[], base: string): HTMLElement {
  if (values.length === 1) return element('span', {}, renderValue(values[0]!, base));
  return element('ul', { className: 'plain' }, ...values.map((value) => element('li', {}, renderValue(value, base))));
}

function renderValue({ text, mark, page, href }: FactValue, base: string): Node {
  if (mark !== undefined) return levelMark({ label: text, mark });
  const address = page === undefined ? href : base + page;
  return address === undefined ? document.createTextNode(text) : element('a', { href: address }, text);
}
