import { find, findWidenings, type RowFacts } from '../matrix/find.ts';
import {
  cleanQuery,
  emptyState,
  type FindSchema,
  type FindState,
  formatState,
  nextSort,
  parseState,
  toggleOption,
} from '../matrix/find-state.ts';
import { describeFound } from '../matrix/find-words.ts';
import { letArrive } from './arrive.ts';
import { type FindAddress, takeAddress } from './find-address.ts';
import { type FindActions, type FindControls, takeControls } from './find-controls.ts';
import { showEmpty } from './find-empty.ts';
import { type Say, takeSentence } from './find-sentence.ts';
import { takePicker } from './pick-rows.ts';
import { LARGE, type RowList, takeRows } from './row-list.ts';
import { readRows } from './row-source.ts';

/** How many rows come into the page at a time while it loads. */
const AT_ONCE = 16;

/** Searches, narrows and sorts the matrix that it holds. What is shown is in the address. */
class FindMatrix extends HTMLElement {
  #isTaken = false;
  #list!: RowList;
  #facts!: () => RowFacts;
  #controls!: FindControls;
  #address!: FindAddress;
  #say!: Say;
  #state!: FindState;
  /** What the page says by itself of all rows. */
  #all = '';

  connectedCallback(): void {
    if (this.#isTaken) return;
    this.#isTaken = true;
    // A page that is as its server made it can be drawn before anything else is done.
    if (location.search === '' && this.querySelectorAll('tr[data-words]').length <= LARGE)
      setTimeout(() => this.#take());
    else this.#take();
    // What somebody sees already, or was led to, stays where it is.
    if (location.hash === '' && performance.getEntriesByType('paint').length === 0) this.#arrive();
  }

  #arrive(): void {
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
    const rows = all('.matrix tbody:not([hidden]) tr');
    const pieces = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, piece) =>
      rows.slice(piece * AT_ONCE, (piece + 1) * AT_ONCE),
    );
    letArrive([all('.masthead > ul'), all('.find, .sheet-frame'), ...pieces, all('body > footer')]);
  }

  get #schema(): FindSchema {
    return this.#controls.schema;
  }

  #part(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  #take(): void {
    const said = this.#part('[data-said]');
    const table = this.querySelector('table')!;
    this.#all = said.textContent.trim();
    this.#list = takeRows(table, takePicker(this.#part('[data-comparing]'), this.dataset.compare!, table).dress);
    this.#facts = readRows(this.#list.rows);
    this.#controls = takeControls(this, this.#actions());
    this.#address = takeAddress((search) => this.#show(parseState(search, this.#schema)));
    this.#say = takeSentence(said, this.#part('[role=status]'), (state) => this.#go(state));
    this.#state = parseState(location.search, this.#schema);
    if (formatState(this.#state, this.#schema) !== '') this.#show(this.#state);
  }

  #actions(): FindActions {
    return {
      type: (query) => {
        this.#show({ ...this.#state, query: cleanQuery(query) });
        this.#address.replace(formatState(this.#state, this.#schema));
      },
      typed: () => this.#address.push(formatState(this.#state, this.#schema)),
      toggle: (facet, option) => this.#go(toggleOption(this.#state, facet, option)),
      sort: (column) => this.#go({ ...this.#state, sort: nextSort(this.#state.sort, column) }),
      sortAs: (order) => this.#go({ ...this.#state, sort: parseState(`sort=${order}`, this.#schema).sort }),
      enter: () => this.querySelector<HTMLElement>('tbody a')?.focus(),
    };
  }

  #go(state: FindState): void {
    this.#show(state);
    this.#address.push(formatState(state, this.#schema));
  }

  #show(state: FindState): void {
    this.#state = state;
    const { places, counts, forgiven } = find(this.#facts(), state, this.#schema);
    this.#list.show(places, state.sort !== undefined);
    this.#controls.show(state, counts);
    const counted = { shown: places.length, total: this.#list.rows.length, all: this.#all, forgiven };
    this.#say(describeFound(state, this.#schema, counted), emptyState(this.#schema));
    const empty = this.#part('[data-empty]');
    empty.hidden = places.length > 0;
    this.#part('table').hidden = !empty.hidden;
    if (empty.hidden) return;
    const ways = findWidenings(this.#facts(), state, this.#schema);
    showEmpty(empty, ways, this.dataset.add!, (wider) => this.#go(wider));
  }
}

customElements.define('find-matrix', FindMatrix);
