import { z } from 'zod';
import { address, day, outletEnvironment, outletProvider, text } from './entry-shape.ts';

/**
 * The version of the JSON forms. It is raised where a program that reads them would have to change: where a key goes, or
 * means something else. A new key raises nothing.
 */
export const OUTLET_VERSION = 1;

const words = (description: string) =>
  z
    .array(
      z.object({
        id: text('The word that entries use.'),
        label: text('The name.'),
        description: text('What it means.'),
      }),
    )
    .meta({ description });

const head = {
  $schema: address('The schema that the document fits.'),
  version: z.literal(OUTLET_VERSION).meta({
    description: 'The version of this form: raised where a key goes or means something else. New keys may come.',
  }),
  asOf: day('The day the data speaks of: the newest date in it.'),
  name: text('The name of the matrix.'),
  product: text('The product whose environments it lists.'),
  site: address('The site, without a slash at the end.'),
  repository: text('The repository of the data, with its licence, `owner/name`.'),
};

/** The whole matrix as JSON. */
export const matrixOutlet = z
  .object({
    ...head,
    levels: words('The levels, best first.'),
    categories: words('The categories of environments.'),
    stages: words('The stages of the Cluster API pipeline, in order.'),
    environments: z.array(outletEnvironment).meta({ description: 'The environments, by category.' }),
    providers: z.array(outletProvider).meta({ description: 'The Cluster API providers.' }),
  })
  .meta({ title: 'Matrix', description: 'An interoperability matrix with its evidence.' });

/** One environment as JSON. */
export const environmentOutlet = z
  .object({ ...head, environment: outletEnvironment })
  .meta({ title: 'Environment', description: 'One environment of an interoperability matrix, with its evidence.' });

export type MatrixOutlet = z.output<typeof matrixOutlet>;
export type EnvironmentOutlet = z.output<typeof environmentOutlet>;
