import { z } from 'zod';
import { id } from './id.ts';
import { name, sentence } from './text.ts';

/** A kind of environment; its id is the folder that the files are in. */
export const category = z.strictObject({
  id: id.meta({ description: 'The folder name.' }),
  label: name.meta({ description: 'The heading on pages, in the plural.' }),
  description: sentence.meta({ description: 'What belongs here.' }),
});

export type Category = Readonly<z.output<typeof category>>;
