import { daysBeside, daysOfChange, parseDay, type Past } from '../matrix/past.ts';
import { describeDay, renderDay } from './as-of-table.ts';
import { button, element } from './element.ts';
import { type FindAddress, takeAddress } from './find-address.ts';
import { loadJson } from './load-json.ts';

/** Shows the matrix on the day that the address names; without one, what the page says by itself. */
class AsOfMatrix extends HTMLElement {
  #load!: () => Promise<Past>;
  #address: FindAddress | undefined;

  connectedCallback(): void {
    if (this.#address !== undefined) return;
    this.#load = loadJson<Past>(this.dataset.source!);
    this.#address = takeAddress(() => this.#answer());
    const input = this.#input;
    // What is being typed is no day before it is whole.
    input.addEventListener('change', () => {
      if (input.value !== '') this.#go(input.value);
    });
    for (const to of ['before', 'after'] as const)
      this.#button(to).addEventListener('click', () => void this.#step(to).catch(() => this.#fail()));
    this.#button('years').addEventListener('click', () => {
      this.#go(undefined);
      input.focus();
    });
    this.#linkYears();
    this.#answer();
  }

  #part(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  #button(name: 'before' | 'after' | 'years'): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-go=${name}]`)!;
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  #linkYears(): void {
    for (const year of this.#part('[data-plain]').querySelectorAll('thead time')) {
      const day = year.getAttribute('datetime')!;
      year.replaceChildren(element('a', { href: `?on=${day}` }, year.textContent));
    }
  }

  #go(day: string | undefined): void {
    this.#address!.push(day === undefined ? '' : `?on=${day}`);
    this.#answer();
  }

  async #step(to: 'before' | 'after'): Promise<void> {
    const days = daysOfChange(await this.#load());
    this.#go(daysBeside(days, this.#input.value)[to] ?? this.#input.value);
  }

  #answer(): void {
    this.#show().catch(() => this.#fail());
  }

  #fail(): void {
    const again = button('Try again', () => this.#answer(), { className: 'plain' });
    this.#part('[role=status]').replaceChildren('The history could not be loaded. ', again);
  }

  /** Shows what the address asks for. Whoever asks again meanwhile is answered last. */
  async #show(): Promise<void> {
    const { search } = location;
    const asked = new URLSearchParams(search).get('on');
    const past = asked === null ? undefined : await this.#load();
    if (search !== location.search) return;
    const { min: first, max: last } = this.#input;
    const { day, note } = asked === null ? { day: last, note: '' } : parseDay(asked, first, last);
    this.#part('[data-plain]').hidden = past !== undefined;
    this.#button('years').hidden = past === undefined;
    this.#input.value = day;
    this.#button('before').disabled = day <= first;
    this.#button('after').disabled = past === undefined || daysBeside(daysOfChange(past), day).after === undefined;
    this.#part('[role=status]').textContent = past === undefined ? '' : `${note}${describeDay(past, day)}`;
    this.#part('[data-day]').replaceChildren(...(past === undefined ? [] : renderDay(past, day, this.dataset.base!)));
  }
}

customElements.define('as-of-matrix', AsOfMatrix);
