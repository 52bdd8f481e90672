import type { Readable, Writable } from 'node:stream';
import { isCancel, multiselect, select, text } from '@clack/prompts';
import { missingFields, type NewCall } from '../../src/commands/check-new.ts';
import type { NewField } from '../../src/dataset/new-fields.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { toId } from '../../src/model/to-id.ts';
import { ENTRY_KINDS, type EntryKind } from '../../src/dataset/find-entry.ts';
import { id as idSchema } from '../../src/model/id.ts';

/** Where questions are asked, and answered. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** What is asked besides what an entry needs; a call can say more. */
const OFFERED: ReadonlySet<string> = new Set([
  'vendor',
  'homepage',
  'maintainers',
  'architectures',
  'environments',
  'evidence',
]);

/** Asks which kind of entry is meant. Throws a UsageError where whoever is asked ends it. */
export async function askKind(terminal: Terminal): Promise<EntryKind> {
  const options = ENTRY_KINDS.map((value) => ({ value }));
  return answer(await select<EntryKind>({ ...terminal, message: 'What is new?', options }));
}

/** Asks for what a call lacks. Throws a UsageError where whoever is asked ends it. */
export async function askNew(call: NewCall, fields: readonly NewField[], terminal: Terminal): Promise<NewCall> {
  const values: Record<string, string | undefined> = { ...call.values };
  for (const field of fields) {
    // An answer may make another one necessary, as a place of evidence does its kind.
    const isNeeded = missingFields({ ...call, values }, fields).includes(field);
    if (isNeeded || (OFFERED.has(field.option) && values[field.option] === undefined))
      values[field.option] = await askField(field, isNeeded, terminal);
  }
  return { ...call, values, id: call.id === '' ? await askId(values.name ?? '', terminal) : call.id };
}

async function askField(field: NewField, isNeeded: boolean, terminal: Terminal): Promise<string | undefined> {
  const { option, description, words, isList, example = '' } = field;
  const message = `${option}: ${description}`;
  if (words.length === 0) {
    const validate = (value = ''): string | undefined =>
      isNeeded && value.trim() === '' ? 'It is needed.' : undefined;
    const placeholder = isNeeded ? example : 'Enter leaves it out';
    return answer(await text({ ...terminal, message, placeholder, validate, defaultValue: '' })).trim() || undefined;
  }
  const options = words.map((value) => ({ value }));
  if (!isList) return answer(await select<string>({ ...terminal, message, options }));
  const chosen = answer(await multiselect<string>({ ...terminal, message, options, required: isNeeded }));
  return chosen.length === 0 ? undefined : chosen.join(',');
}

async function askId(name: string, terminal: Terminal): Promise<string> {
  const validate = (value = ''): string | undefined =>
    idSchema.safeParse(value).success ? undefined : 'Lower-case letters, digits and single hyphens.';
  const message = 'ID: the file name, permanent, because addresses are made of it';
  return answer(await text({ ...terminal, message, initialValue: toId(name), validate }));
}

function answer<Value>(value: Value): Exclude<Value, symbol> {
  if (isCancel(value)) throw new UsageError('Nothing was written.');
  return value as Exclude<Value, symbol>;
}
