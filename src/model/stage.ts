import { z } from 'zod';
import { id } from './id.ts';
import { name, sentence } from './text.ts';

/** How far a provider is at a stage, best first. `unknown` and `none` differ: nobody looked, or nothing is there. */
export const STAGE_STATUSES = [
  'available',
  'partial',
  'in-progress',
  'proof-of-concept',
  'planned',
  'none',
  'withdrawn',
  'unknown',
] as const;

/** One step of the Cluster API pipeline. */
export const stage = z.strictObject({
  id: id.meta({ description: 'The key that provider files use.' }),
  label: name.meta({ description: 'What pages show.' }),
  description: sentence.meta({ description: 'What happens at this step.' }),
});

export type Stage = Readonly<z.output<typeof stage>>;
export type StageStatus = (typeof STAGE_STATUSES)[number];
