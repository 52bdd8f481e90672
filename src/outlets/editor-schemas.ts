import { z } from 'zod';
import { environmentSchema } from '../model/environment.ts';
import { type Matrix, matrix as matrixSchema, vocabularyOf } from '../model/matrix.ts';
import { providerSchema } from '../model/provider.ts';
import { snapshot } from '../model/snapshot.ts';
import { watch } from '../model/watch.ts';

type Schema = z.core.JSONSchema.JSONSchema;

/** A schema below a key; `true` takes anything there, `false` nothing. */
type Inner = Schema | boolean;

/** A JSON Schema for one kind of data file: its file name without `.json`, and its text. */
export interface EditorSchema {
  readonly name: string;
  readonly text: string;
}

/**
 * The keywords that only editors read, as the YAML language server and others know them: they explain, and check nothing.
 * A strict validator wants to be told of them.
 */
export const EDITOR_KEYWORDS = [
  'markdownDescription',
  'enumDescriptions',
  'patternErrorMessage',
  'errorMessage',
] as const;

/** Words of the project with what they mean: the ids of one closed list of the matrix. */
type Meanings = ReadonlyMap<string, string>;

/** The same for a list that the model closes, as it stands in the metadata of a zod schema. */
type Words = Readonly<Record<string, string>>;

/**
 * The JSON Schemas that editors complete, explain and check data files with, made from the schemas that `validate` uses.
 * They know the words of one matrix. What needs a program to check, such as the order of a history, is left to `validate`.
 */
export function buildEditorSchemas(matrix: Matrix): readonly EditorSchema[] {
  const vocabulary = vocabularyOf(matrix);
  const lists = buildMeanings(matrix);
  const schemas = {
    matrix: matrixSchema,
    environment: environmentSchema(vocabulary),
    provider: providerSchema(vocabulary),
    watch,
    snapshot,
  };
  return Object.entries(schemas).map(([name, schema]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-07', io: 'input', override: addMessage });
    const $id = `${matrix.links.site}/schema/${name}.json`;
    return { name, text: `${JSON.stringify({ $schema, $id, ...buildExplained(rest, lists) }, null, 2)}\n` };
  });
}

function buildMeanings({ levels, architectures, stages, categories, channels }: Matrix): readonly Meanings[] {
  return [
    new Map(levels.map(({ id, promise }) => [id, promise])),
    new Map(architectures.map(({ id, label }) => [id, /[.!?]$/.test(label) ? label : `${label}.`])),
    new Map(stages.map(({ id, description }) => [id, description])),
    new Map(categories.map(({ id, description }) => [id, description])),
    new Map(channels.map(({ id, promise }) => [id, promise])),
  ];
}

/** Says what is wrong in the words of the check where a text has not its form; an editor would show the expression. */
function addMessage({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: Schema }): void {
  if (jsonSchema.pattern === undefined && jsonSchema.format === undefined) return;
  const message = zodSchema._zod.def.checks
    ?.map((check) => check._zod.def.error?.({} as never))
    .find((error) => typeof error === 'string');
  if (message !== undefined) jsonSchema.patternErrorMessage = `This ${message}.`;
}

/** A schema with what editors show beside what it checks; what it checks stays the same. */
function buildExplained(schema: Schema, lists: readonly Meanings[]): Schema {
  const { description, examples, meanings, default: value, properties, items, anyOf, ...rest } = schema;
  const { additionalProperties: others } = rest;
  const explain = (inner: Schema): Schema => buildExplained(inner, lists);
  return {
    ...(description !== undefined && describe(description, examples)),
    ...rest,
    // An empty default would complete a key to `[]`, where its author wants the first item.
    ...(value !== undefined && !isEmpty(value) && { default: value }),
    ...(rest.enum && describeWords(rest.enum.map(String), meanings as Words | undefined, lists)),
    ...(properties && { properties: describeKeys(properties, lists, explain) }),
    ...(isSchema(items) && { items: explain(items) }),
    ...(anyOf && { anyOf: anyOf.map(explain) }),
    ...(isSchema(others) && { additionalProperties: explain(others) }),
  };
}

/**
 * The sentence of a field, and again as Markdown where it has code in it, because editors escape a plain one. Examples
 * join it: an editor would offer them as values, and a false date or commit would be in the file.
 */
function describe(description: string, examples: readonly unknown[] = []): Schema {
  const forms = description.includes('`') ? [] : examples.map((example) => `\`${String(example)}\``);
  const markdown = forms.length === 0 ? description : `${description} For example: ${forms.join(', ')}.`;
  return { description, ...(markdown.includes('`') && { markdownDescription: markdown }) };
}

/** What each word of an enumeration means, as the model says or, for words of the matrix, as the matrix says. */
function describeWords(words: readonly string[], known: Words | undefined, lists: readonly Meanings[]): Schema {
  const meanings = known === undefined ? listOf(words, lists) : new Map(Object.entries(known));
  return meanings === undefined ? {} : { enumDescriptions: words.map((word) => meanings.get(word) ?? '') };
}

/** The properties of a mapping; where they are words of the matrix, each begins with what the word means. */
function describeKeys(
  properties: Readonly<Record<string, Inner>>,
  lists: readonly Meanings[],
  explain: (inner: Schema) => Schema,
): Record<string, Inner> {
  const meanings = listOf(Object.keys(properties), lists);
  const describeKey = (key: string, inner: Inner): Inner => {
    if (!isSchema(inner)) return inner;
    const sentences = [meanings?.get(key), inner.description].filter((each) => each !== undefined);
    return explain(sentences.length === 0 ? inner : { ...inner, description: sentences.join(' ') });
  };
  return Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, describeKey(key, inner)]));
}

/** The list of the matrix that has exactly these words: in a schema, a list is known by its words alone. */
function listOf(words: readonly string[], lists: readonly Meanings[]): Meanings | undefined {
  return lists.find((list) => list.size === words.length && words.every((word) => list.has(word)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
