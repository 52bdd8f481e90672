import { z } from 'zod';
import { id } from './id.ts';
import { name, sentence } from './text.ts';
import { definedWord } from './vocabulary.ts';

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

/** What each status of a stage means. */
export const STATUS_MEANINGS: Readonly<Record<StageStatus, string>> = {
  available: 'It is there, and works.',
  partial: 'A part of it is there, or it works in some cases.',
  'in-progress': 'Somebody is working on it, in the open.',
  'proof-of-concept': 'Somebody has shown that it can work.',
  planned: 'It was announced; work has not begun.',
  none: 'Somebody looked, and found nothing.',
  withdrawn: 'It was there, and was taken away.',
  unknown: 'Nobody has looked.',
};

/** How far a provider is at a stage, with what each word means. */
export const stageStatus = definedWord(STAGE_STATUSES, 'How far the provider is at this stage.', STATUS_MEANINGS);

/** One step of the Cluster API pipeline. */
export const stage = z.strictObject({
  id: id.meta({ description: 'The key that provider files use.' }),
  label: name.meta({ description: 'What pages show.' }),
  description: sentence.meta({ description: 'What happens at this step.' }),
});

export type Stage = Readonly<z.output<typeof stage>>;
export type StageStatus = (typeof STAGE_STATUSES)[number];
