import type { Position } from 'unist';
import { type Location, location } from 'vfile-location';
import { type Document, isCollection, isMap, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { findInOutline, type Found, type Outline, outlineOf } from './outline.ts';
import { isBlank, keyText } from './yaml-nodes.ts';

/** A data file as it was written: its text and the document that knows where everything stands. */
export interface SourceFile {
  /** The path as diagnostics show it. */
  readonly path: string;
  readonly text: string;
  readonly document: Document;
}

/** A data file as rules see it: its text, and where everything stands. Plain data, which can be sent to another thread. */
export interface KeptFile extends Omit<SourceFile, 'document'> {
  readonly outline: Outline;
}

/** What stays of a file that was read without a mistake. */
export function keepFile({ path, text, document }: SourceFile): KeptFile {
  return { path, text, outline: outlineOf(document.contents) };
}

/** The keys and list indexes that lead to a value. */
export type DataPath = readonly (string | number)[];

/** What of a mapping entry is meant: its value, its key, or both. */
export type Target = 'value' | 'key' | 'pair';

/**
 * Where the value at a path stands. A path that leads nowhere gives the nearest thing above it that exists: a missing
 * key is reported at the key whose mapping lacks it, or where that mapping begins, if it is the file or a list’s item.
 */
export function locate(source: SourceFile | KeptFile, path: DataPath, target: Target = 'value'): Position | undefined {
  const { key, value, isBlank, isMissing } =
    'outline' in source ? findInOutline(source.outline, path) : findInDocument(source.document, path);
  // A mapping that lacks something, or a value that is blank, is best seen at its key.
  const atKey = key !== undefined && (target === 'key' || isMissing || isBlank);
  const from = atKey || (target === 'pair' && key !== undefined) ? key : value;
  const to = atKey ? key : value;
  if (from === undefined || to === undefined) return undefined;
  return positionOf(source, from[0], isMissing && !atKey ? from[0] : to[1]);
}

function findInDocument(document: Document, path: DataPath): Found {
  const { pair, node, depth } = walk(document, path);
  const rangeOf = (each: Node | null | undefined): readonly [number, number] | undefined =>
    each?.range == null ? undefined : [each.range[0], each.range[1]];
  return {
    key: rangeOf(pair?.key as Node | null | undefined),
    value: rangeOf(node),
    isBlank: isBlank(node),
    isMissing: depth < path.length,
  };
}

/** Turns two offsets into a position, the end trimmed to the text that is really there. */
export function positionOf(source: Pick<SourceFile, 'text'>, start: number, end: number): Position | undefined {
  const trimmed = source.text.slice(start, end).trimEnd().length;
  const last = Math.min(source.text.length, start + Math.max(trimmed, Math.min(1, end - start)));
  const places = placesOf(source);
  const [from, to] = [places.toPoint(start), places.toPoint(last)];
  return from === undefined || to === undefined ? undefined : { start: from, end: to };
}

/** What turns offsets into lines and columns, made for files that have something to report: one may have thousands. */
const PLACES = new WeakMap<object, Location>();

function placesOf(source: Pick<SourceFile, 'text'>): Location {
  const known = PLACES.get(source);
  if (known !== undefined) return known;
  const places = location(source.text);
  PLACES.set(source, places);
  return places;
}

/** The text of the scalar at a path as it is written, quotes included; undefined where there is none. */
export function writtenAt(source: SourceFile, path: DataPath): string | undefined {
  const node = nodeAt(source, path);
  if (!isScalar(node) || node.range == null) return undefined;
  return source.text.slice(node.range[0], node.range[1]);
}

/** The node at a path; undefined where there is none. */
export function nodeAt(source: SourceFile, path: DataPath): Node | undefined {
  const step = walk(source.document, path);
  return step.depth < path.length ? undefined : (step.node ?? undefined);
}

/** Whether nothing, or a null, stands where a value belongs. */
export function isBlankAt(source: SourceFile, path: DataPath): boolean {
  const step = walk(source.document, path);
  return step.depth === path.length && (step.node === null || (isScalar(step.node) && step.node.value === null));
}

interface Step {
  readonly node: Node | null;
  /** The mapping entry that holds the node, where one does. */
  readonly pair: Pair | undefined;
  /** How many parts of the path were found. */
  readonly depth: number;
}

function walk(document: Document, path: DataPath): Step {
  let step: Step = { node: document.contents, pair: undefined, depth: 0 };
  for (const part of path) {
    const next = child(step, part);
    if (next === undefined) return step;
    step = next;
  }
  return step;
}

function child({ node, depth }: Step, part: string | number): Step | undefined {
  if (isMap(node)) {
    const found = pairsOf(node).get(String(part));
    return found === undefined ? undefined : { node: found.value as Node | null, pair: found, depth: depth + 1 };
  }
  if (isCollection(node) && typeof part === 'number') {
    const item = node.items[part] as Node | undefined;
    return item === undefined ? undefined : { node: item, pair: undefined, depth: depth + 1 };
  }
  return undefined;
}

/** The entries of each mapping by key, made once: a file may hold thousands of keys, and each may be asked for. */
const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = PAIRS.get(map);
  if (known !== undefined) return known;
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) {
    const text = keyText(pair.key);
    // Of equal keys the first counts, as it does where values are made.
    if (text !== undefined && !pairs.has(text)) pairs.set(text, pair);
  }
  PAIRS.set(map, pairs);
  return pairs;
}
