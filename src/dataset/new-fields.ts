import { environmentSchema } from '../model/environment.ts';
import { providerSchema } from '../model/provider.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { EntryKind } from './find-entry.ts';
import { descriptionAt, wordsAt } from './schema-at.ts';

/** One thing that a new entry may say, by the option that takes it. */
export interface NewField {
  readonly option: string;
  /** What it takes, as help shows it. */
  readonly takes: string;
  /** A sentence. */
  readonly description: string;
  readonly isRequired: boolean;
  /** Whether it takes several, with commas between them. */
  readonly isList: boolean;
  /** The words that it takes; empty where any text will do. */
  readonly words: readonly string[];
  /** What to show somebody who left it out, where it takes no words. */
  readonly example?: string;
}

/** A field in short: where the model has it, or what is to be said of it where the model does not. */
interface Row extends Partial<Pick<NewField, 'isRequired' | 'isList' | 'description' | 'example'>> {
  readonly takes: string;
  readonly at?: readonly string[];
  /** The list of the matrix that its words are in. */
  readonly list?: keyof Vocabulary;
}

const NAME: Row = { takes: 'NAME', at: ['name'], isRequired: true };
const SHARED: Readonly<Record<string, Row>> = {
  aliases: { takes: 'A,B', at: ['aliases'], isList: true },
  documentation: { takes: 'URL', at: ['documentation'] },
  maintainers: {
    takes: '@A,@B',
    isList: true,
    description: 'Who answers for it: `@user` or `@organization/team`; nobody yet where left out.',
  },
};

/** In the order in which they are asked for. */
const ROWS: Readonly<Record<EntryKind, Readonly<Record<string, Row>>>> = {
  environment: {
    name: { ...NAME, example: 'Example Cloud' },
    category: { takes: 'ID', list: 'categories', isRequired: true, description: 'The kind of environment.' },
    vendor: { takes: 'NAME', at: ['vendor'] },
    homepage: { takes: 'URL', at: ['homepage'] },
    ...SHARED,
    architectures: {
      takes: 'A,B',
      list: 'architectures',
      isList: true,
      description: 'The architectures that the claim is for.',
    },
    evidence: {
      takes: 'PLACE',
      description: 'What backs the claim: an address, or `owner/name#123` for an issue.',
      example: 'https://docs.example.com/',
    },
    'evidence-kind': { takes: 'KIND', at: ['evidence', '*', 'kind'] },
    'evidence-summary': { takes: 'TEXT', at: ['evidence', '*', 'summary'] },
    release: { takes: 'N.N.N', at: ['evidence', '*', 'seen', 'release'] },
    caveat: { takes: 'TEXT', at: ['caveats', '*', 'summary'] },
    level: {
      takes: 'LEVEL',
      list: 'levels',
      description: 'The claim; where left out, the most careful one that the evidence backs.',
    },
    reason: { takes: 'TEXT', description: 'Why it is listed, for its history.' },
    source: { takes: 'URL', at: ['history', '*', 'source'] },
  },
  provider: {
    name: { ...NAME, example: 'Cluster API Provider Example' },
    acronym: { takes: 'NAME', at: ['acronym'], isRequired: true, example: 'CAPEX' },
    role: { takes: 'ROLE', at: ['role'], isRequired: true },
    repository: { takes: 'OWNER/NAME', at: ['repository'], isRequired: true, example: 'example/cluster-api-provider' },
    ...SHARED,
    environments: { takes: 'A,B', at: ['environments'], isList: true },
  },
};

/** What a new entry of a kind may say, in the words of the model and of a matrix. */
export function newFields(kind: EntryKind, vocabulary: Vocabulary): readonly NewField[] {
  const schema = kind === 'environment' ? environmentSchema(vocabulary) : providerSchema(vocabulary);
  return Object.entries(ROWS[kind]).map(([option, { at = [], list, ...row }]) => ({
    isRequired: false,
    isList: false,
    description: descriptionAt(schema, at) ?? '',
    ...row,
    option,
    words: list === undefined ? wordsAt(schema, at) : vocabulary[list],
  }));
}

/** The names of all options that a new entry of any kind takes. */
export const NEW_OPTIONS: readonly string[] = [...new Set(Object.values(ROWS).flatMap(Object.keys))];
