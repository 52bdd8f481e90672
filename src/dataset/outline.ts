import { isMap, isSeq, type Node } from 'yaml';
import { isBlank, keyText } from './yaml-nodes.ts';

/**
 * Where each value of a file stands, in the order of the text. Rules look at all files together, and an outline takes a
 * tenth of the memory that the parser’s document of a file takes.
 */
export interface Outline {
  /**
   * The key, or the number in its list, of each value; the first is the whole file. One text, with what no key holds
   * between them: thousands of lists of short ones would take their time on the way from thread to thread.
   */
  readonly names: string;
  /** Of each value, as many numbers as `FIELDS` says. */
  readonly numbers: Int32Array;
}

/**
 * The start and the end of its key and of itself, or `NOWHERE`; 1 where it is blank; and the index of the value that
 * follows it and all that it holds.
 */
const FIELDS = 6;

const NOWHERE = -1;

const BETWEEN = '\0';

/** The outline of nothing. */
export const NO_OUTLINE = outlineOf(null);

/** What is known of the place of a value. */
export interface Found {
  /** The offsets between which its key stands, where it has one. */
  readonly key: readonly [number, number] | undefined;
  readonly value: readonly [number, number] | undefined;
  /** Whether nothing stands where it belongs. */
  readonly isBlank: boolean;
  /** Whether it is the nearest thing above what was looked for. */
  readonly isMissing: boolean;
}

/** Takes down where everything in a document stands. */
export function outlineOf(contents: Node | null): Outline {
  const names: string[] = [];
  const numbers: number[] = [];
  const add = (name: string, key: Node | undefined, value: Node | null): void => {
    const at = numbers.length;
    const [keyStart, keyEnd] = key?.range ?? [NOWHERE, NOWHERE];
    const [start, end] = value?.range ?? [NOWHERE, NOWHERE];
    names.push(name);
    numbers.push(keyStart, keyEnd, start, end, Number(isBlank(value)), 0);
    if (isMap(value)) {
      for (const pair of value.items) add(keyText(pair.key) ?? '', pair.key as Node, pair.value as Node | null);
    } else if (isSeq(value)) {
      value.items.forEach((item, index) => add(String(index), undefined, item as Node | null));
    }
    numbers[at + FIELDS - 1] = names.length;
  };
  add('', undefined, contents);
  return { names: names.join(BETWEEN), numbers: Int32Array.from(numbers) };
}

/** What an outline knows of the value at a path, or of the nearest one above it that exists. */
export function findInOutline(outline: Outline, path: readonly (string | number)[]): Found {
  const { numbers } = outline;
  const names = namesOf(outline);
  let at = 0;
  let depth = 0;
  for (; depth < path.length; depth += 1) {
    const next = childOf(names, numbers, at, String(path[depth]));
    if (next === undefined) break;
    at = next;
  }
  const [keyStart = 0, keyEnd = 0, start = 0, end = 0, blank] = numbers.subarray(at * FIELDS);
  return {
    key: keyStart === NOWHERE ? undefined : [keyStart, keyEnd],
    value: start === NOWHERE ? undefined : [start, end],
    isBlank: blank === 1,
    isMissing: depth < path.length,
  };
}

/** The names of an outline, taken apart once: a file may have thousands of places to tell. */
const NAMES = new WeakMap<Outline, readonly string[]>();

function namesOf(outline: Outline): readonly string[] {
  const known = NAMES.get(outline);
  if (known !== undefined) return known;
  const names = outline.names.split(BETWEEN);
  NAMES.set(outline, names);
  return names;
}

function childOf(names: readonly string[], numbers: Int32Array, parent: number, name: string): number | undefined {
  const after = (value: number): number => numbers[value * FIELDS + FIELDS - 1]!;
  for (let child = parent + 1; child < after(parent); child = after(child)) if (names[child] === name) return child;
  return undefined;
}
