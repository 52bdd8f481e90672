import { z } from 'zod';
import { date } from './date.ts';
import { issue } from './reference.ts';
import { release } from './release.ts';
import { sentence } from './text.ts';
import { url } from './url.ts';
import { type Vocabulary, wordOf } from './vocabulary.ts';

/** A known limit, with what tracks it and a date to look again. */
export function caveatSchema(vocabulary: Vocabulary) {
  return z
    .strictObject({
      summary: sentence.meta({ description: 'What does not work, in a sentence that an operator understands.' }),
      issue: issue.optional().meta({ description: 'The issue that tracks it, `owner/name#123`.' }),
      documentation: url
        .optional()
        .meta({ description: 'The page that states it, where it is a lasting limit that no issue will close.' }),
      reviewBy: date
        .optional()
        .meta({ description: 'The day to look again; once it has passed, the entry gets a warning.' }),
      architectures: z
        .array(wordOf(vocabulary.architectures))
        .min(1)
        .optional()
        .meta({ description: 'The architectures it concerns; all where left out.' }),
      affects: z
        .strictObject({
          from: release.optional().meta({ description: 'The first release that has it.' }),
          before: release.optional().meta({ description: 'The first release that no longer has it.' }),
        })
        .optional()
        .meta({ description: 'The releases that have it; all where left out.' }),
    })
    .meta({ description: 'A known limit.' });
}

export type Caveat = Readonly<z.output<ReturnType<typeof caveatSchema>>>;
