import { z } from 'zod';
import { category } from './category.ts';
import { channel } from './channel.ts';
import { id } from './id.ts';
import { level } from './level.ts';
import { repository } from './reference.ts';
import { failing } from './rule-check.ts';
import { stage } from './stage.ts';
import { name, sentence } from './text.ts';
import { url } from './url.ts';
import type { Vocabulary } from './vocabulary.ts';

const links = z
  .strictObject({
    site: url.meta({ description: 'The address the site is published at, without a slash at the end.' }),
    homepage: url.meta({ description: 'The product’s own page.' }),
    documentation: url.meta({ description: 'The product’s documentation.' }),
    source: url.meta({ description: 'The product’s source code.' }),
    chat: url.optional().meta({ description: 'Where people talk.' }),
  })
  .meta({ description: 'The addresses that pages link to.' });

const architecture = z.strictObject({
  id: id.meta({ description: 'The key that entries use.' }),
  label: name.meta({ description: 'What pages show, with the other names it is known by.' }),
});

/** Ids within one list are distinct. */
function distinct<Item extends { readonly id: string }>(list: z.ZodType<Item[]>): z.ZodType<Item[]> {
  return list.superRefine((items, context) => {
    items.forEach((item, index) => {
      if (items.findIndex((other) => other.id === item.id) !== index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `\`${item.id}\` stands in the list already`,
          params: failing('duplicate-name', '').params,
        });
      }
    });
  });
}

/** The project: what the matrix is about, and the closed lists that all other files use. */
export const matrix = z
  .strictObject({
    name: name.meta({ description: 'The name of the matrix.' }),
    product: name.meta({ description: 'The product whose environments it lists.' }),
    description: sentence.meta({ description: 'One sentence about it, for search engines and previews.' }),
    links,
    repository: repository.meta({ description: 'The repository that these files live in; edit links lead there.' }),
    branch: z
      .string()
      .regex(/^[\w./-]+$/, { error: 'is not the name of a branch' })
      .meta({ description: 'The branch that pull requests go to.' }),
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/, { error: 'is not a colour: write `#` and six hexadecimal digits' })
      .meta({ description: 'The accent colour of pages, `#rrggbb`.' }),
    architectures: distinct(z.array(architecture).min(1)).meta({
      description: 'The processor architectures, in the order of pages.',
    }),
    levels: distinct(z.array(level).min(1)).meta({ description: 'The levels, best first.' }),
    categories: distinct(z.array(category).min(1)).meta({ description: 'The categories, in the order of pages.' }),
    stages: distinct(z.array(stage)).meta({
      description:
        'The stages of the Cluster API pipeline, in order; none where the product has nothing to do with it.',
    }),
    channels: distinct(z.array(channel)).meta({ description: 'The release channels, newest software first.' }),
  })
  .meta({ title: 'Matrix', description: 'The project and its closed lists.' });

export type Matrix = Readonly<z.output<typeof matrix>>;

/** The ids that a matrix allows the other files to use. */
export function vocabularyOf(project: Matrix): Vocabulary {
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((item) => item.id);
  return {
    levels: ids(project.levels),
    categories: ids(project.categories),
    stages: ids(project.stages),
    architectures: ids(project.architectures),
    channels: ids(project.channels),
  };
}

/** The vocabulary while `matrix.yaml` cannot be read: every word passes. */
export const OPEN_VOCABULARY: Vocabulary = { levels: [], categories: [], stages: [], architectures: [], channels: [] };
