import { formatChoice, MOST_COMPARED } from '../matrix/compare.ts';
import { button, element } from './element.ts';

/** One alone is not compared. */
const FEWEST = 2;

/** Lets somebody choose rows to compare. */
export interface Picker {
  /** Brings a row that comes into the page up to date. */
  readonly dress: (row: HTMLTableRowElement) => void;
}

/** Takes over the place where rows of a table are chosen. `page` is the address that compares them. */
export function takePicker(place: HTMLElement, page: string, table: HTMLTableElement): Picker {
  const picked: string[] = [];
  let isOn = false;
  const dress = (row: HTMLTableRowElement): void => {
    const box = row.querySelector<HTMLInputElement>('.pick');
    if (!isOn) box?.remove();
    else update(box ?? add(row));
  };
  const update = (box: HTMLInputElement): void => {
    box.checked = picked.includes(box.value);
    box.disabled = picked.length === MOST_COMPARED && !box.checked;
  };
  const add = (row: HTMLTableRowElement): HTMLInputElement => {
    const link = row.querySelector('a')!;
    const value = link.pathname.split('/').at(-2)!;
    const box = element('input', {
      type: 'checkbox',
      className: 'pick',
      value,
      ariaLabel: `Compare ${link.textContent}`,
    });
    box.addEventListener('change', () => {
      if (box.checked) picked.push(value);
      else picked.splice(picked.indexOf(value), 1);
      refresh();
    });
    link.before(box);
    return box;
  };
  const turn = (on: boolean): void => {
    isOn = on;
    place.classList.toggle('on', on);
    picked.length = 0;
    refresh();
    place.querySelector('button')!.focus();
  };
  const refresh = (): void => {
    for (const row of table.querySelectorAll<HTMLTableRowElement>('tr[data-words]')) dress(row);
    place.replaceChildren(...(isOn ? choosing() : [button('Compare …', () => turn(true), { className: 'plain' })]));
  };
  const choosing = (): readonly (Node | string)[] => [
    picked.length < FEWEST
      ? `Choose ${FEWEST} to ${MOST_COMPARED} environments`
      : element('a', { href: `${page}?${formatChoice(picked)}` }, `Compare ${picked.length} environments`),
    ' ',
    button('Cancel', () => turn(false), { className: 'plain' }),
  ];
  refresh();
  return { dress };
}
