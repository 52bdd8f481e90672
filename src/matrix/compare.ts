import type { Mark } from './mark.ts';

/** One value of a fact: words, the drawing of a level where it is one, and where it leads. */
export interface FactValue {
  readonly text: string;
  readonly mark?: Mark | undefined;
  /** A page of the site, from its root, or the address of another one. */
  readonly page?: string | undefined;
  readonly href?: string | undefined;
}

/** What is known about one environment, a list of values for each fact; never an empty one. */
export interface FactSheet {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly facts: Readonly<Record<string, readonly FactValue[]>>;
}

/** Everything that can be compared. */
export interface FactSheets {
  readonly facts: readonly { readonly id: string; readonly label: string }[];
  readonly sheets: readonly FactSheet[];
  /** The ids of today by those that a file had before, and by other names in the form of ids. */
  readonly moved: Readonly<Record<string, string>>;
}

/** One fact of several environments, in their order. */
export interface ComparedFact {
  readonly label: string;
  readonly values: readonly (readonly FactValue[])[];
}

/** Several environments side by side. */
export interface Comparison {
  readonly differing: readonly ComparedFact[];
  readonly same: readonly ComparedFact[];
}

/** What an address asks for: the environments that there are, and the words that name none. */
export interface Choice {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
}

/** As many environments still fit side by side. */
export const MOST_COMPARED = 6;

/** More words than this are no address that this page has written. */
const WORDS_READ = 50;

/** Reads from the parameters of an address which environments to compare: each once, and not more than fit. */
export function parseChoice(parameters: URLSearchParams, { sheets, moved }: FactSheets): Choice {
  const known = new Set(sheets.map(({ id }) => id));
  const words = (parameters.get('with') ?? '')
    .split(',', WORDS_READ)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const word of words) {
    const id = known.has(word) ? word : Object.hasOwn(moved, word) ? moved[word]! : undefined;
    if (id === undefined) unknown.push(word);
    else if (!ids.includes(id)) ids.push(id);
  }
  return { ids: ids.slice(0, MOST_COMPARED), unknown: [...new Set(unknown)] };
}

/** The environment that somebody names: by its id, by any of its names, or by a part of its name that no other one has. */
export function findSheet({ sheets, moved }: FactSheets, text: string): FactSheet | undefined {
  const name = text.trim().toLowerCase();
  if (name === '') return undefined;
  const word = name.replaceAll(/[^a-z0-9]+/g, '-');
  const id = Object.hasOwn(moved, word) ? moved[word] : word;
  const exact = sheets.find((sheet) => sheet.id === id || sheet.name.toLowerCase() === name);
  const [part, another] = sheets.filter((sheet) => sheet.name.toLowerCase().includes(name));
  return exact ?? (another === undefined ? part : undefined);
}

/** Writes a choice as the parameters of an address; empty where nothing is chosen. */
export function formatChoice(ids: readonly string[]): string {
  // Ids are letters, digits and hyphens, and commas may stand in an address as they are.
  return ids.length === 0 ? '' : `with=${ids.join(',')}`;
}

/** Puts environments side by side, and parts the facts in which they differ from those in which they do not. */
export function compareSheets({ facts }: Pick<FactSheets, 'facts'>, sheets: readonly FactSheet[]): Comparison {
  const compared = facts.map(({ id, label }) => ({ label, values: sheets.map((sheet) => sheet.facts[id]!) }));
  const isSame = ({ values }: ComparedFact): boolean => new Set(values.map(keyOf)).size <= 1;
  return { differing: compared.filter((fact) => !isSame(fact)), same: compared.filter(isSame) };
}

/** What makes two lists of values equal: the same words, in any order. */
function keyOf(values: readonly FactValue[]): string {
  return JSON.stringify(values.map(({ text }) => text).sort());
}
