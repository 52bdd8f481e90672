import { find, findWidenings } from '../matrix/find.ts';
import {
  cleanQuery,
  emptyState,
  type FindState,
  formatState,
  nextSort,
  parseState,
  toggleOption,
} from '../matrix/find-state.ts';
import { describeFound } from '../matrix/find-words.ts';
import { takeAddress } from './find-address.ts';
import { takeControls } from './find-controls.ts';
import { showEmpty } from './find-empty.ts';
import { takeSentence } from './find-sentence.ts';
import { takePicker } from './pick-rows.ts';
import { takeRows } from './row-list.ts';
import { readRows } from './row-source.ts';

/** Searches, narrows and sorts the matrix that it holds. What is shown is in the address. */
class FindMatrix extends HTMLElement {
  #isTaken = false;

  connectedCallback(): void {
    if (this.#isTaken) return;
    this.#isTaken = true;
    const part = <Type extends HTMLElement>(selector: string): Type => this.querySelector<Type>(selector)!;
    const table = part<HTMLTableElement>('table');
    const said = part('[data-said]');
    const empty = part('[data-empty]');
    const { compare = '', add = '' } = this.dataset;
    const picker = takePicker(part('[data-comparing]'), compare, table);
    const list = takeRows(table, picker.dress);
    const facts = readRows(list.rows);
    const controls = takeControls(this, {
      type: (query) => {
        show({ ...state, query: cleanQuery(query) });
        address.replace(formatState(state, schema));
      },
      typed: () => address.push(formatState(state, schema)),
      toggle: (facet, option) => go(toggleOption(state, facet, option)),
      sort: (column) => go({ ...state, sort: nextSort(state.sort, column) }),
      sortAs: (order) => go({ ...state, sort: parseState(`sort=${order}`, schema).sort }),
      enter: () => table.querySelector<HTMLElement>('tbody a')?.focus(),
    });
    const { schema } = controls;
    const everything = emptyState(schema);
    const all = said.textContent.trim();
    const go = (next: FindState): void => {
      show(next);
      address.push(formatState(next, schema));
    };
    const say = takeSentence(said, part('[role=status]'), go);
    const address = takeAddress((search) => show(parseState(search, schema)));
    let state = everything;

    const show = (next: FindState): void => {
      state = next;
      const { places, counts, forgiven } = find(facts(), state, schema);
      list.show(places, state.sort !== undefined);
      controls.show(state, counts);
      const counted = { shown: places.length, total: list.rows.length, all, forgiven };
      say(describeFound(state, schema, counted), everything);
      empty.hidden = places.length > 0;
      table.hidden = !empty.hidden;
      if (!empty.hidden) showEmpty(empty, findWidenings(facts(), state, schema), add, go);
    };

    // A page that is as its server made it needs nothing.
    if (formatState(parseState(location.search, schema), schema) !== '') show(parseState(location.search, schema));
  }
}

customElements.define('find-matrix', FindMatrix);
