import { button, element } from './element.ts';

/** A table with more rows keeps only some of them in the page. */
export const LARGE = 500;
/** How many rows of a large table are in the page at first, and how many more somebody may ask for. */
const FIRST = 50;
const MORE = 200;

/** The rows of a table whose bodies are groups, each with a row that names it. */
export interface RowList {
  readonly rows: readonly HTMLTableRowElement[];
  /** Shows the rows at some places, in this order: in their groups, or as one list. */
  readonly show: (places: readonly number[], isFlat: boolean) => void;
}

/** Takes over the rows of a table. `onShown` is told of every row that comes into the page. */
export function takeRows(table: HTMLTableElement, onShown: (row: HTMLTableRowElement) => void): RowList {
  const groups = [...table.tBodies].map((body) => ({ body, head: body.rows[0]! }));
  const groupOf = new Map<HTMLTableRowElement, HTMLTableSectionElement>();
  for (const { body } of groups) for (const row of [...body.rows].slice(1)) groupOf.set(row, body);
  const rows = [...groupOf.keys()];
  const flat = element('tbody');
  table.tHead!.after(flat);
  let current: readonly HTMLTableRowElement[] = rows;
  let isFlat = false;
  const first = rows.length > LARGE ? FIRST : Infinity;
  let limit = first;

  const place = (): void => {
    const shown = current.slice(0, limit);
    const own = isFlat ? undefined : Map.groupBy(shown, (row) => groupOf.get(row)!);
    flat.replaceChildren(...(isFlat ? shown : []));
    for (const { body, head } of groups) {
      const rows = own?.get(body) ?? [];
      body.replaceChildren(head, ...rows);
      body.hidden = rows.length === 0;
    }
    shown.forEach(onShown);
    rest.hidden = shown.length === current.length;
    said.textContent = `${shown.length} of ${current.length.toLocaleString('en')} rows are shown. `;
  };
  const said = element('span');
  const showMore = (more: number): void => {
    limit += more;
    place();
  };
  const rest = element(
    'p',
    { className: 'rest', hidden: true },
    said,
    button(`Show ${MORE} more`, () => showMore(MORE), { className: 'plain' }),
    button('Show all', () => showMore(Infinity), { className: 'plain' }),
  );
  table.after(rest);
  if (limit < rows.length) place();
  return {
    rows,
    show: (places, asFlat) => {
      const next = places.map((each) => rows[each]!);
      if (asFlat === isFlat && next.length === current.length && next.every((row, index) => row === current[index]))
        return;
      [current, isFlat] = [next, asFlat];
      limit = first;
      place();
    },
  };
}
