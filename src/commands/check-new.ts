import type { Dataset } from '../dataset/dataset.ts';
import { didYouMean } from '../dataset/did-you-mean.ts';
import { entriesOf, type EntryKind, findEntry, pathOf } from '../dataset/find-entry.ts';
import type { NewField } from '../dataset/new-fields.ts';
import { id as idSchema } from '../model/id.ts';
import { toId } from '../model/to-id.ts';
import { type NewValues, splitList } from './build-entry.ts';
import { UsageError } from './usage-error.ts';

/** What a call for a new entry says. */
export interface NewCall {
  readonly kind: EntryKind;
  readonly id: string;
  /** What the entry says, by option. */
  readonly values: NewValues;
}

/** Throws a UsageError where a call lacks something, or says something that no file could say; it names all that is missing. */
export function checkNew(call: NewCall, fields: readonly NewField[]): void {
  const { id, values } = call;
  const missing = [...(id === '' ? ['an ID'] : []), ...missingFields(call, fields).map(({ option }) => `--${option}`)];
  if (missing.length > 0) throw new UsageError(explainMissing(call, fields, missing));
  if (!idSchema.safeParse(id).success)
    throw new UsageError(
      `“${id}” is not an id: write lower-case letters, digits and single hyphens, such as \`${toId(id)}\`.`,
    );
  for (const field of fields) checkWords(field, values[field.option]);
}

/** The fields that a call needs and does not have. */
export function missingFields({ values }: NewCall, fields: readonly NewField[]): readonly NewField[] {
  const has = (option: string): boolean => values[option] !== undefined;
  const ofEvidence = fields.filter(({ option }) => /^(?:evidence|release)/.test(option));
  return fields.filter(({ option, isRequired }) => {
    if (has(option)) return false;
    // Evidence is a place and a kind, whatever else is said of it.
    return isRequired || (/^evidence(?:-kind)?$/.test(option) && ofEvidence.some((other) => has(other.option)));
  });
}

function explainMissing(
  { kind, id, values }: NewCall,
  fields: readonly NewField[],
  missing: readonly string[],
): string {
  const needed = fields.filter(
    ({ option, isRequired }) => isRequired || values[option] !== undefined || missing.includes(`--${option}`),
  );
  const example = needed.map(({ option, example: word, words }) => {
    const value = values[option] ?? word ?? words[0] ?? '…';
    return `--${option} ${/^[\w./#:@-]+$/.test(value) ? value : JSON.stringify(value)}`;
  });
  const lists = needed.filter(({ words, option }) => words.length > 0 && missing.includes(`--${option}`));
  const name = needed.find(({ option }) => option === 'name')?.example ?? '';
  return [
    `Missing: ${missing.join(', ')}. For example:\n`,
    `  npm run new -- ${kind} ${id === '' ? toId(values.name ?? name) : id} ${example.join(' ')}\n`,
    ...lists.map(({ option, words }) => `--${option} takes one of ${words.join(', ')}.`),
  ].join('\n');
}

function checkWords({ option, words, isList }: NewField, value: string | undefined): void {
  if (words.length === 0 || value === undefined) return;
  const wrong = (isList ? splitList(value)! : [value]).find((each) => !words.includes(each));
  if (wrong === undefined) return;
  const meant = didYouMean(wrong, words);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageError(`--${option} takes ${isList ? 'some' : 'one'} of ${words.join(', ')}, not “${wrong}”.${hint}`);
}

/** Why an entry cannot be added: one of its names leads to another one. Undefined where none does. */
export function explainTaken(dataset: Dataset, root: string, { kind, id, values }: NewCall): string | undefined {
  const entries = entriesOf(dataset, kind);
  for (const text of [id, values.name, values.acronym, ...(splitList(values.aliases) ?? [])]) {
    const other = text === undefined ? undefined : findEntry(entries, text);
    if (other !== undefined) return `“${text!}” leads to ${other.value.name} already: ${root}/${pathOf(other)}.`;
  }
  const ids = kind === 'environment' ? dataset.environmentIds : dataset.providerIds;
  return ids.has(id)
    ? `There is a file for \`${id}\` already, with mistakes: \`npm run validate\` says which.`
    : undefined;
}
