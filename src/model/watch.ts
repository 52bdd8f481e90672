import { z } from 'zod';
import { date } from './date.ts';
import { id } from './id.ts';
import { commit, repository } from './reference.ts';
import { name, sentence } from './text.ts';
import { definedWord } from './vocabulary.ts';

/** Whether a text can be used as a regular expression with a group `entry`. */
function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'v');
    return text.includes('(?<entry>');
  } catch {
    return false;
  }
}

const pattern = z
  .string()
  .max(300)
  .refine(isPattern, { error: 'is not a regular expression with a group `(?<entry>…)`' })
  .meta({ pattern: '\\(\\?<entry>' });

const excuse = z.strictObject({
  entry: name.meta({ description: 'The entry of the listing that needs no row.' }),
  reason: sentence.meta({ description: 'Why not.' }),
});

const listing = z.strictObject({
  id: id.meta({ description: 'The name of the listing here.' }),
  title: name.meta({ description: 'What the listing holds, in the plural.' }),
  repository: repository.meta({ description: 'The repository it is in.' }),
  path: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: 'A folder, whose entries are its files; or a file, whose entries are in its lines.' }),
  of: definedWord(['folder', 'lines'], 'Where the entries are found.', {
    folder: 'Each name in the folder that fits the pattern is an entry.',
    lines: 'Each line of the file that fits the pattern holds an entry.',
  }),
  pattern: pattern.meta({ description: 'What an entry looks like; the group `entry` is its name.' }),
  covers: definedWord(['environments', 'providers'], 'Which files must name its entries.', {
    environments: 'The environments: an entry is covered where the evidence of one of them names it.',
    providers:
      'The Cluster API providers: an entry is covered where one of them goes by that name, as acronym or alias too.',
  }),
  seen: z
    .strictObject({
      on: date.meta({ description: 'The day somebody, or sync, last read it.' }),
      at: commit.optional().meta({ description: 'The commit at which it was read.' }),
      entries: z.array(name).meta({ description: 'The entries it had.' }),
    })
    .meta({ description: 'What it held when it was last read.' }),
  excused: z.array(excuse).default([]).meta({ description: 'The entries that need no row, each with its reason.' }),
});

/** The upstream listings that the matrix must cover. */
export const watch = z
  .strictObject({ listings: z.array(listing).meta({ description: 'The listings, in the order of pages.' }) })
  .meta({ title: 'Watch list', description: 'Upstream listings that the matrix must cover.' });

export type Watch = Readonly<z.output<typeof watch>>;
