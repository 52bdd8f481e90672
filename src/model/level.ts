import { z } from 'zod';
import { evidenceKind } from './evidence.ts';
import { id } from './id.ts';
import { name, sentence } from './text.ts';
import { definedWord } from './vocabulary.ts';

/** What a level asks of the caveats of an entry. */
const CAVEAT_POLICIES = ['forbidden', 'tracked', 'allowed', 'required'] as const;

/** The answers of the columns that readers know. */
export const COLUMN_ANSWERS = ['yes', 'with-caveats', 'no', 'unknown'] as const;

/** The columns that readers know, in their order. */
export const COLUMNS = ['works', 'tested', 'full'] as const;

const answer = (description: string) =>
  definedWord(COLUMN_ANSWERS, description, {
    yes: 'It does.',
    'with-caveats': 'It does, with the caveats listed.',
    no: 'It does not.',
    unknown: 'Nobody has told us.',
  });

const policy = z
  .strictObject({
    evidence: z
      .array(evidenceKind)
      .min(1)
      .optional()
      .meta({ description: 'Evidence of any one of these kinds is needed; left out where none is.' }),
    maintainers: z
      .int()
      .min(0)
      .max(10)
      .default(0)
      .meta({ description: 'How many maintainers must answer for the entry.' }),
    caveats: definedWord(CAVEAT_POLICIES, 'Whether the entry may have caveats, or must.', {
      forbidden: 'The entry has no caveats.',
      tracked: 'Each caveat has an issue, or the page that documents it and a date to look again.',
      allowed: 'The entry may have caveats.',
      required: 'The entry has at least one caveat.',
    }).default('allowed'),
    explained: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether the entry must say why, with a caveat or the reason of its lifecycle.' }),
    retired: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether a retired entry may carry the level; a place that is gone backs nothing better.' }),
    maxAge: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'Days after which evidence wants to be seen again. Age is a warning, never an error.' }),
  })
  .meta({ description: 'What must be true before an entry may claim the level.' });

/** One ordered promise with the policy that decides who may claim it. */
export const level = z.strictObject({
  id: id.meta({ description: 'The word that entries write.' }),
  label: name.meta({ description: 'What pages show.' }),
  promise: sentence.meta({ description: 'One sentence: what an operator may rely on.' }),
  policy,
  columns: z
    .strictObject({
      works: answer('Whether the product works there.'),
      tested: answer('Whether automated tests run there.'),
      full: answer('Whether every feature works there.'),
    })
    .meta({ description: 'What the three columns of the matrix say at this level.' }),
});

export type Level = z.output<typeof level>;
export type Column = (typeof COLUMNS)[number];
export type ColumnAnswer = (typeof COLUMN_ANSWERS)[number];
