import { z } from 'zod';
import { COLUMN_ANSWERS } from '../model/level.ts';
import { PROVIDER_ROLES } from '../model/provider.ts';
import { repository } from '../model/reference.ts';
import { name } from '../model/text.ts';
import { definedWord, type Vocabulary, wordOf } from '../model/vocabulary.ts';

/** What a column of a table can hold. */
const MEANINGS = [
  'name',
  'level',
  'works',
  'tested',
  'full',
  'maintainers',
  'evidence',
  'caveats',
  'notes',
  'reference',
  'title',
  'role',
] as const;

/** What a section is that holds providers, and not the environments of a category. */
export const PROVIDERS = 'providers';

const table = <Value extends z.ZodType>(value: Value, description: string) =>
  z.record(z.string(), value).default({}).meta({ description });

/** What a document calls things: its words, and what they are here. */
export function mappingSchema({ categories, levels }: Pick<Vocabulary, 'categories' | 'levels'>) {
  return z.strictObject({
    sections: table(
      wordOf(categories.length === 0 ? [] : [...categories, PROVIDERS]),
      'The category of each heading, or `providers`. The labels of categories need no line.',
    ),
    columns: table(
      definedWord(MEANINGS, 'What the column holds.', {
        name: 'The name of the environment, or the acronym of the provider.',
        level: 'The level in one word.',
        works: 'Whether the product works there.',
        tested: 'Whether automated tests run there.',
        full: 'Whether every feature works there.',
        maintainers: 'Who answers for it.',
        evidence: 'What backs the level: a kind that leads to the place, and the day it was seen.',
        caveats: 'The known limits, one a line.',
        notes: 'Notes.',
        reference: 'More notes, which need the heading of their column to be understood.',
        title: 'The full name of a provider.',
        role: 'The role of a provider.',
      }),
      'What is in the column of each heading. The labels of stages need no line.',
    ),
    levels: table(wordOf(levels), 'The level of each word. The labels of levels need no line.'),
    answers: table(z.enum(COLUMN_ANSWERS), 'The answer of each word in the columns works, tested and full.'),
    ambiguous: z.array(z.string()).default([]).meta({ description: 'Words that might mean no, or that nobody knows.' }),
    nothing: z.array(z.string()).default([]).meta({ description: 'Words for an empty list.' }),
    providers: table(
      z.strictObject({
        name: name.meta({ description: 'The full name.' }),
        role: z.enum(PROVIDER_ROLES).meta({ description: 'What it does in Cluster API.' }),
        repository: repository.meta({ description: 'Where it is developed, `owner/name`.' }),
      }),
      'What the document does not say about each provider, by its acronym.',
    ),
  });
}

export type Mapping = Readonly<z.output<ReturnType<typeof mappingSchema>>>;
export type Meaning = (typeof MEANINGS)[number];

/** What a mapping has for a word; only what was written counts, not what every object has. */
export function lookUp<Value>(map: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(map, word) ? map[word] : undefined;
}
