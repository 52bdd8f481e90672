import { findPlaces, indexPlaces, type Place, type PlaceIndex } from '../matrix/places.ts';
import { element } from './element.ts';
import { loadJson } from './load-json.ts';

/** How many places are offered at once. */
const OFFERED = 12;

/** Opens a field that leads to any page of the site: with its button, or with Ctrl or ⌘ and K. */
class CommandPalette extends HTMLElement {
  connectedCallback(): void {
    let palette: Palette | undefined;
    const toggle = (): void => {
      palette ??= makePalette(new URL(this.dataset.places!, location.href));
      if (palette.dialog.open) palette.dialog.close();
      else palette.open();
    };
    this.querySelector('button')!.addEventListener('click', toggle);
    document.addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return;
      event.preventDefault();
      toggle();
    });
  }
}

customElements.define('command-palette', CommandPalette);

interface Palette {
  readonly dialog: HTMLDialogElement;
  readonly open: () => void;
}

/** Makes the dialog: a field with a list of places below, as screen readers know it. */
function makePalette(address: URL): Palette {
  const load = loadJson<readonly Place[]>(address.href);
  const list = element('ul', { id: 'places', role: 'listbox', ariaLabel: 'Pages' });
  const note = element('p', { className: 'muted', role: 'status' });
  const field = element('input', {
    type: 'text',
    role: 'combobox',
    placeholder: 'Go to an environment, provider, level, rule or page',
    ariaLabel: 'Go to',
    ariaAutoComplete: 'list',
    ariaExpanded: 'true',
    autocomplete: 'off',
    spellcheck: false,
  });
  field.setAttribute('aria-controls', list.id);
  const dialog = element('dialog', { className: 'palette', ariaLabel: 'Go to' }, field, list, note);
  document.body.append(dialog);
  let index: PlaceIndex | undefined;
  let current = 0;

  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const select = (next: number): void => {
    const all = options();
    current = all.length === 0 ? 0 : (next + all.length) % all.length;
    all.forEach((option, place) => (option.ariaSelected = String(place === current)));
    field.setAttribute('aria-activedescendant', all[current]?.id ?? '');
    all[current]?.scrollIntoView({ block: 'nearest' });
  };
  const offer = (): void => {
    if (index === undefined) return;
    const places = findPlaces(index, field.value, OFFERED);
    list.replaceChildren(...places.map((place, number) => makeOption(place, `place-${number}`, address)));
    note.textContent = places.length === 0 ? `No page is called “${field.value.trim()}”.` : '';
    select(0);
  };
  const go = (option: HTMLElement | undefined): void => {
    if (option !== undefined) location.href = option.dataset.href!;
  };
  field.addEventListener('input', offer);
  field.addEventListener('keydown', (event) => {
    const { key, isComposing } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (isComposing || (step === undefined && key !== 'Enter')) return;
    event.preventDefault();
    if (step === undefined) go(options()[current]);
    else select(current + step);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
    else go((target as Element).closest<HTMLElement>('[role=option]') ?? undefined);
  });
  const open = (): void => {
    dialog.showModal();
    field.select();
    note.textContent = index === undefined ? 'Loading …' : '';
    load().then(
      (places) => {
        index ??= indexPlaces(places);
        offer();
      },
      () => (note.textContent = 'The list of pages could not be loaded.'),
    );
  };
  return { dialog, open };
}

function makeOption({ label, kind, path }: Place, id: string, address: URL): HTMLElement {
  const option = element('li', { id, role: 'option' }, label, ' ', element('small', {}, kind));
  option.dataset.href = new URL(path, address).href;
  return option;
}
