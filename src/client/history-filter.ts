import {
  cleanQuery,
  emptyState,
  type FindSchema,
  type FindState,
  formatState,
  parseState,
  toggleOption,
} from '../matrix/find-state.ts';
import { isWanted } from '../matrix/history-filter.ts';
import { button } from './element.ts';
import { type FindAddress, takeAddress } from './find-address.ts';

/** One change in the page, and what it is found by. */
interface Item {
  readonly element: HTMLElement;
  readonly choices: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Narrows the list of changes that it holds. What is shown is in the address. */
class HistoryFilter extends HTMLElement {
  #address: FindAddress | undefined;
  #schema: FindSchema = { facets: [], columns: [] };
  #inputs: readonly (readonly HTMLInputElement[])[] = [];
  #months: readonly { readonly month: HTMLElement; readonly items: readonly Item[] }[] = [];
  #state!: FindState;

  connectedCallback(): void {
    if (this.#address !== undefined) return;
    this.#readPage();
    this.#state = parseState(location.search, this.#schema);
    this.#address = takeAddress((search) => this.#show(parseState(search, this.#schema)));
    this.#inputs.forEach((inputs, facet) =>
      inputs.forEach((input, option) =>
        input.addEventListener('change', () => this.#go(toggleOption(this.#state, facet, option))),
      ),
    );
    const query = this.#query;
    query.addEventListener('input', () => {
      const state = { ...this.#state, query: cleanQuery(query.value) };
      this.#address!.replace(formatState(state, this.#schema));
      this.#show(state);
    });
    this.#show(this.#state);
    const chosen = this.querySelector('details:has(:checked)');
    if (chosen instanceof HTMLDetailsElement) chosen.open = true;
  }

  get #query(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('[type=search]')!;
  }

  /** What can be chosen, and what there is to choose from, are in the page. */
  #readPage(): void {
    const facets = [...this.querySelectorAll<HTMLElement>('[data-facet]')];
    this.#inputs = facets.map((facet) => [...facet.querySelectorAll('input')]);
    this.#schema = {
      facets: facets.map((facet, index) => ({
        id: facet.dataset.facet!,
        label: '',
        options: this.#inputs[index]!.map(({ value }) => ({ id: value, label: '' })),
      })),
      columns: [],
    };
    this.#months = [...this.querySelectorAll<HTMLElement>('[data-month]')].map((month) => ({
      month,
      items: [...month.querySelectorAll<HTMLElement>('[data-direction]')].map((element) => ({
        element,
        choices: { direction: element.dataset.direction!, category: element.dataset.category! },
        text: element.textContent,
      })),
    }));
  }

  #go(state: FindState): void {
    this.#address!.push(formatState(state, this.#schema));
    this.#show(state);
  }

  #show(state: FindState): void {
    this.#state = state;
    let [shown, total] = [0, 0];
    for (const { month, items } of this.#months) {
      let some = 0;
      for (const item of items) {
        const isShown = isWanted(item, state, this.#schema);
        item.element.hidden = !isShown;
        if (isShown) some += 1;
      }
      month.hidden = some === 0;
      [shown, total] = [shown + some, total + items.length];
    }
    this.#inputs.forEach((inputs, facet) =>
      inputs.forEach((input, option) => {
        input.checked = state.chosen[facet]!.includes(option);
      }),
    );
    // What is being typed stays as it is typed.
    if (cleanQuery(this.#query.value) !== state.query) this.#query.value = state.query;
    this.#say(shown, total, formatState(state, this.#schema) === '');
  }

  #say(shown: number, total: number, isAll: boolean): void {
    const clear = (): void => {
      this.#go(emptyState(this.#schema));
      this.#query.focus();
    };
    this.querySelector('[role=status]')!.replaceChildren(
      ...(isAll
        ? [`${total} changes`]
        : [
            shown === 0 ? 'No change is like that. ' : `${shown} of ${total} changes. `,
            button('Show all', clear, { className: 'plain' }),
          ]),
    );
  }
}

customElements.define('history-filter', HistoryFilter);
