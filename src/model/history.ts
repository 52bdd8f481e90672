import { z } from 'zod';
import { date } from './date.ts';
import { addFailure } from './rule-check.ts';
import { sentence } from './text.ts';
import { url } from './url.ts';
import { type Vocabulary, wordOf } from './vocabulary.ts';

/** The dated level changes of an environment, oldest first, each with its reason. */
export function historySchema(vocabulary: Vocabulary) {
  const step = z.strictObject({
    on: date.meta({ description: 'The day of the change.' }),
    level: wordOf(vocabulary.levels).meta({ description: 'The level from that day on.' }),
    reason: sentence.meta({ description: 'Why it changed.' }),
    source: url.optional().meta({ description: 'The commit or page that shows the change.' }),
  });
  return z
    .array(step)
    .min(1)
    .meta({ description: 'The level changes, oldest first; the last one is the level of today.' });
}

/** Later never stands before earlier. */
export function checkOrder(history: readonly { readonly on: string }[], context: z.RefinementCtx): void {
  history.forEach((step, index) => {
    const before = history[index - 1];
    if (before !== undefined && step.on < before.on) {
      addFailure(context, ['history', index, 'on'], `is earlier than the entry above it, ${before.on}`, {
        rule: 'history-order',
      });
    }
  });
}
