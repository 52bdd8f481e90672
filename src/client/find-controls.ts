import type { Facet, FindSchema, FindState } from '../matrix/find-state.ts';
import { button } from './element.ts';

/** What somebody did with the controls of a list. */
export interface FindActions {
  readonly type: (query: string) => void;
  /** Typing has come to an end. */
  readonly typed: () => void;
  readonly toggle: (facet: number, option: number) => void;
  readonly sort: (column: string) => void;
  /** Sorts as an address says it, `-name`; an empty one is the order of the page. */
  readonly sortAs: (order: string) => void;
  /** Leads to the first row. */
  readonly enter: () => void;
}

/** The controls of a list. */
export interface FindControls {
  readonly schema: FindSchema;
  readonly show: (state: FindState, counts: readonly (readonly number[])[]) => void;
}

/** Takes over the controls that the page has; what can be chosen is read from them. */
export function takeControls(root: HTMLElement, actions: FindActions): FindControls {
  const query = root.querySelector<HTMLInputElement>('.query')!;
  const order = root.querySelector('select')!;
  const facets = [...root.querySelectorAll<HTMLElement>('[data-facet]')].map((facet) => ({
    facet,
    inputs: [...facet.querySelectorAll('input')],
  }));
  const heads = [...root.querySelectorAll<HTMLTableCellElement>('th[data-column]')];
  const textOf = (within: ParentNode): string => within.querySelector('[data-label]')!.textContent;
  const schema: FindSchema = {
    facets: facets.map(({ facet, inputs }): Facet => ({
      id: facet.dataset.facet!,
      label: '',
      options: inputs.map((input) => ({ id: input.value, label: textOf(input.parentElement!) })),
    })),
    columns: heads.map((head) => ({ id: head.dataset.column!, label: head.textContent.trim() })),
  };

  query.addEventListener('input', () => actions.type(query.value));
  query.addEventListener('change', () => actions.typed());
  query.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Enter' && !isComposing) actions.enter();
  });
  order.addEventListener('change', () => actions.sortAs(order.value));
  facets.forEach(({ inputs }, facet) =>
    inputs.forEach((input, option) => input.addEventListener('change', () => actions.toggle(facet, option))),
  );
  for (const head of heads) {
    const label = head.textContent.trim();
    head.replaceChildren(button(label, () => actions.sort(head.dataset.column!), { className: 'sort' }));
  }
  focusWithSlash(query);
  openOneAtATime(root);

  return {
    schema,
    show: ({ query: text, chosen, sort }, counts) => {
      // What is being typed stays as it is typed.
      if (document.activeElement !== query) query.value = text;
      order.value = sort === undefined ? '' : `${sort.reversed ? '-' : ''}${sort.column}`;
      facets.forEach(({ facet, inputs }, index) => {
        const number = chosen[index]!.length;
        facet.classList.toggle('on', number > 0);
        const badge = facet.querySelector('[data-chosen]');
        if (badge !== null) badge.textContent = number === 0 ? '' : String(number);
        inputs.forEach((input, option) => {
          input.checked = chosen[index]!.includes(option);
          input.parentElement!.querySelector('.n')!.textContent = String(counts[index]![option]!);
          input.parentElement!.classList.toggle('none', counts[index]![option] === 0);
        });
      });
      for (const head of heads) {
        if (head.dataset.column !== sort?.column) head.removeAttribute('aria-sort');
        else head.ariaSort = sort!.reversed === (head.dataset.falls === undefined) ? 'descending' : 'ascending';
      }
    },
  };
}

/** `/` leads to the search, unless somebody is writing. */
function focusWithSlash(query: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const isWriting = target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;
    if (key !== '/' || ctrlKey || metaKey || altKey || isWriting) return;
    event.preventDefault();
    query.focus();
    query.select();
  });
}

/** The lists of options close with Escape and with a click elsewhere; on a phone a button opens them all. */
function openOneAtATime(root: HTMLElement): void {
  const more = root.querySelector<HTMLButtonElement>('.more')!;
  more.addEventListener('click', () => {
    more.ariaExpanded = String(more.ariaExpanded !== 'true');
  });
  const opened = (): HTMLDetailsElement | null => root.querySelector('details[open]');
  document.addEventListener('click', ({ target }) => {
    const open = opened();
    if (open !== null && !open.contains(target as Node)) open.open = false;
  });
  root.addEventListener('keydown', ({ key }) => {
    const open = opened();
    if (key !== 'Escape' || open === null) return;
    open.open = false;
    open.querySelector('summary')!.focus();
  });
}
