import type { z } from 'zod';
import { date } from './date.ts';
import { id } from './id.ts';
import { addFailure } from './rule-check.ts';
import { sentence } from './text.ts';
import { url } from './url.ts';
import { definedWord } from './vocabulary.ts';

/** The states of an entry’s life. */
export const LIFECYCLES = ['active', 'deprecated', 'retired'] as const;

/** The keys that say whether an entry is still alive, and why not. */
export const lifecycleShape = {
  lifecycle: definedWord(
    LIFECYCLES,
    'Whether the entry is still alive; one that is not says `since` when and for what `reason`.',
    {
      active: 'It goes on; this need not be written.',
      deprecated: 'It is on its way out.',
      retired: 'It is gone, and kept for the record.',
    },
  ).default('active'),
  since: date.optional().meta({ description: 'The day it was deprecated or retired.' }),
  reason: sentence.optional().meta({ description: 'Why it was deprecated or retired.' }),
  source: url.optional().meta({ description: 'Where that was announced.' }),
  replacedBy: id.optional().meta({ description: 'The id of the entry to use instead: its file name without `.yaml`.' }),
};

/** What `checkLifecycle` checks, as JSON Schema for editors. */
export const LIFECYCLE_CONDITIONS = {
  if: { properties: { lifecycle: { enum: ['deprecated', 'retired'] } }, required: ['lifecycle'] },
  then: {
    required: ['since', 'reason'],
    properties: { since: true, reason: true },
    errorMessage: 'An entry that is deprecated or retired says since when, and for what reason.',
  },
  else: {
    properties: { since: false, reason: false, source: false, replacedBy: false },
    errorMessage: 'This is for entries that are deprecated or retired, and this one is active.',
  },
};

interface Life {
  readonly lifecycle: (typeof LIFECYCLES)[number];
  readonly since?: string | undefined;
  readonly reason?: string | undefined;
  readonly source?: string | undefined;
  readonly replacedBy?: string | undefined;
}

/** An entry that ends says when and why; one that goes on says neither. */
export function checkLifecycle(entry: Life, context: z.RefinementCtx): void {
  if (entry.lifecycle === 'active') {
    for (const key of ['since', 'reason', 'source', 'replacedBy'] as const) {
      if (entry[key] !== undefined)
        addFailure(context, [key], 'is for entries that are deprecated or retired, and this one is active', {
          rule: 'lifecycle-reason',
        });
    }
    return;
  }
  const missing = (['since', 'reason'] as const).filter((key) => entry[key] === undefined);
  if (missing.length > 0) {
    const lines = { since: 'since: YYYY-MM-DD', reason: 'reason: Why, in one sentence.' };
    addFailure(
      context,
      ['lifecycle'],
      `is ${entry.lifecycle}, but the entry does not say ${missing.map((key) => `\`${key}\``).join(' and ')}`,
      {
        rule: 'lifecycle-reason',
        fix: [`lifecycle: ${entry.lifecycle}`, ...missing.map((key) => lines[key])].join('\n'),
      },
    );
  }
}

export type Lifecycle = (typeof LIFECYCLES)[number];
