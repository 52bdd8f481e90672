import { diffValues } from '../diff/diff-values.ts';
import { type Edit, isShift } from '../diff/edit.ts';
import { isRecord } from '../diff/likeness.ts';

/** How many edits a sentence lists. */
const LISTED = 8;

/** The longest value that is shown whole. */
const MOST = 120;

/** Says what was edited, value by value: `maxAge: 180 → 90`. */
export function describeEdits(edits: readonly Edit[]): string {
  const all = edits.flatMap(unfold);
  const shown = all.slice(0, LISTED).map(describeEdit);
  return [...shown, ...(all.length > LISTED ? [`${all.length - LISTED} more`] : [])].join('; ');
}

/** The edits inside an item that changed, which alone would be shown as a whole. */
function unfold(edit: Edit): readonly Edit[] {
  const { path, before, after, from, to } = edit;
  if (from === undefined || to === undefined || !isRecord(before) || !isRecord(after) || isShift(edit)) return [edit];
  const name = typeof after.id === 'string' ? after.id : to + 1;
  return diffValues(before, after, [...path, name]).flatMap(unfold);
}

function describeEdit(edit: Edit): string {
  const { path, before, after } = edit;
  const field = `\`${path.join(' › ')}\``;
  if (isShift(edit)) return `${field}: ${show(after)} moved`;
  if (before === undefined) return `${field}: ${show(after)} added`;
  return after === undefined ? `${field}: ${show(before)} removed` : `${field}: ${show(before)} → ${show(after)}`;
}

/** A value as it may stand in a sentence, cut where it is long. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > MOST ? `${text.slice(0, MOST)}…` : text}”`;
}
