import {
  compareSheets,
  type FactSheet,
  type FactSheets,
  findSheet,
  formatChoice,
  MOST_COMPARED,
  parseChoice,
} from '../matrix/compare.ts';
import { renderComparison } from './compare-table.ts';
import { button, element } from './element.ts';
import { type FindAddress, takeAddress } from './find-address.ts';
import { loadJson } from './load-json.ts';

/** As many others of the same category are offered. */
const OFFERED = 8;

/** Puts the environments side by side that the address names. */
class CompareMatrix extends HTMLElement {
  #load!: () => Promise<FactSheets>;
  #address: FindAddress | undefined;
  /** What the page offers by itself. */
  #examples: readonly Node[] = [];
  #chosen: readonly FactSheet[] = [];

  connectedCallback(): void {
    if (this.#address !== undefined) return;
    this.#load = loadJson<FactSheets>(this.dataset.source!);
    this.#address = takeAddress(() => void this.#answer());
    this.#examples = [...this.#part('[data-offers]').childNodes];
    this.#takeInput();
    void this.#answer();
  }

  #part(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  #takeInput(): void {
    const input = this.#input;
    const enter = (): void => void this.#enter().catch(() => this.#fail());
    input.addEventListener('focus', () => void this.#listNames().catch(() => this.#fail()), { once: true });
    // A name that was chosen from the list was not typed.
    input.addEventListener('input', (event) => {
      const isTyped = event instanceof InputEvent && event.inputType !== 'insertReplacementText';
      if (!isTyped) enter();
    });
    input.addEventListener('keydown', ({ key, isComposing }) => {
      if (key === 'Enter' && !isComposing) enter();
    });
    this.#part('[data-add]').addEventListener('click', () => {
      enter();
      input.focus();
    });
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  /** Names come with the facts, so that the page need not hold them. */
  async #listNames(): Promise<void> {
    const { sheets } = await this.#load();
    this.#part('datalist').replaceChildren(...sheets.map(({ name }) => element('option', { value: name })));
  }

  /** Adds what was typed. */
  async #enter(): Promise<void> {
    const text = this.#input.value.trim();
    const found = findSheet(await this.#load(), text);
    if (found === undefined) {
      if (text !== '') this.#said.textContent = `No environment, or more than one, is called “${text}”.`;
      return;
    }
    this.#input.value = '';
    if (!this.#chosen.includes(found)) await this.#choose([...this.#chosen, found]);
  }

  get #said(): HTMLElement {
    return this.#part('[role=status]');
  }

  async #choose(sheets: readonly FactSheet[]): Promise<void> {
    this.#address!.push(sheets.length === 0 ? '' : `?${formatChoice(sheets.map(({ id }) => id))}`);
    await this.#answer();
  }

  #answer(): Promise<void> {
    return this.#show().catch(() => this.#fail());
  }

  #fail(): void {
    const again = button('Try again', () => void this.#answer(), { className: 'plain' });
    this.#said.replaceChildren('The facts could not be loaded. ', again);
  }

  /** Shows what the address asks for. Whoever asks again meanwhile is answered last. */
  async #show(): Promise<void> {
    const { search } = location;
    const asked = new URLSearchParams(search);
    const isPlain = !asked.has('with');
    const all = isPlain ? undefined : await this.#load();
    if (search !== location.search) return;
    this.#part('[data-plain]').hidden = !isPlain;
    const choice = all === undefined ? { ids: [], unknown: [] } : parseChoice(asked, all);
    const sheets = choice.ids.map((id) => all!.sheets.find((sheet) => sheet.id === id)!);
    this.#chosen = sheets;
    this.#input.disabled = sheets.length === MOST_COMPARED;
    this.#said.textContent = all === undefined ? '' : describe(all, sheets, choice.unknown);
    this.#part('[data-chosen]').replaceChildren(...sheets.map((sheet, index) => this.#renderChosen(sheet, index)));
    this.#part('[data-offers]').replaceChildren(
      ...(all === undefined
        ? this.#examples
        : offersBeside(all, sheets).map((sheet, index) => this.#renderOffer(sheet, index))),
    );
    this.#part('[data-compared]').replaceChildren(
      ...(all === undefined ? [] : renderComparison(all, sheets, this.dataset.base!)),
    );
  }

  #renderChosen(sheet: FactSheet, index: number): HTMLElement {
    const remove = (): void => {
      void this.#choose(this.#chosen.filter((each) => each !== sheet)).then(() =>
        this.#refocus('[data-chosen]', index),
      );
    };
    return element('li', {}, button(sheet.name, remove, { className: 'chip', ariaLabel: `Take ${sheet.name} out` }));
  }

  #renderOffer(sheet: FactSheet, index: number): HTMLElement {
    const add = (): void => {
      void this.#choose([...this.#chosen, sheet]).then(() => this.#refocus('[data-offers]', index));
    };
    return element('li', {}, button(sheet.name, add, { className: 'pill add', ariaLabel: `Add ${sheet.name}` }));
  }

  /** The button that had the focus is gone: the one in its place gets it, or where names are typed. */
  #refocus(list: string, index: number): void {
    const buttons = this.#part(list).querySelectorAll('button');
    (buttons[Math.min(index, buttons.length - 1)] ?? this.#input).focus();
  }
}

customElements.define('compare-matrix', CompareMatrix);

function describe(all: FactSheets, sheets: readonly FactSheet[], unknown: readonly string[]): string {
  const words = unknown.slice(0, MOST_COMPARED).map((word) => `“${word}”`);
  const [first, second] = sheets;
  const { differing, same } = compareSheets(all, sheets);
  return [
    words.length === 0 ? '' : `There is no environment ${words.join(' or ')}. `,
    first === undefined
      ? 'Choose two to six environments.'
      : second === undefined
        ? `Add one to compare ${first.name} with.`
        : `${sheets.length} environments differ in ${differing.length} of ${differing.length + same.length} facts.`,
  ].join('');
}

/** Others of the category that was chosen last, which may be added. */
function offersBeside({ sheets }: FactSheets, chosen: readonly FactSheet[]): readonly FactSheet[] {
  if (chosen.length === MOST_COMPARED) return [];
  const category = (chosen.at(-1) ?? sheets[0])?.category;
  return sheets.filter((sheet) => sheet.category === category && !chosen.includes(sheet)).slice(0, OFFERED);
}
