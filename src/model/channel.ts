import { z } from 'zod';
import { date } from './date.ts';
import { id } from './id.ts';
import { repository } from './reference.ts';
import { release } from './release.ts';
import { name, sentence } from './text.ts';
import { url } from './url.ts';

const current = z
  .strictObject({
    release: release.meta({ description: 'The newest release of the channel.' }),
    on: date.meta({ description: 'The day it was released; where that is not known, the first day it was seen.' }),
    note: sentence.optional().meta({ description: 'What to know about these facts, such as a day that is not exact.' }),
    software: z
      .record(z.string().max(40), z.string().max(40))
      .default({})
      .meta({ description: 'The versions of what is inside, by name.' }),
  })
  .meta({ description: 'The newest release, as last seen.' });

const stream = z.strictObject({
  release: z
    .string()
    .regex(/^\d+(\.\d+)*$/, { error: 'is not the beginning of a release: write numbers joined by dots' })
    .meta({ description: 'The number that all its releases begin with.' }),
  label: name.optional().meta({ description: 'The name it is known by, where it has one.' }),
  from: date.meta({ description: 'The day of its first release in the channel.' }),
  to: date
    .optional()
    .meta({ description: 'The day of its last release, or the day support ends; left out while it goes on.' }),
  planned: z.boolean().default(false).meta({ description: 'Whether `to` is an announcement, not yet a fact.' }),
});

/** A stream of releases that a user subscribes to. */
export const channel = z.strictObject({
  id: id.meta({ description: 'The channel’s name in tags and addresses.' }),
  label: name.meta({ description: 'What pages show.' }),
  promise: sentence.meta({ description: 'What may be expected of its releases.' }),
  cadence: z
    .strictObject({
      planned: sentence.meta({ description: 'The rhythm that was announced.' }),
      measured: z
        .number()
        .positive()
        .optional()
        .meta({ description: 'Mean days between releases, over the last year.' }),
      longest: z.int().positive().optional().meta({ description: 'The longest gap in that year, in days.' }),
    })
    .meta({ description: 'How often it is released, announced and measured.' }),
  current: current.optional(),
  streams: z.array(stream).default([]).meta({ description: 'The support windows, oldest first.' }),
  repository: repository
    .optional()
    .meta({ description: 'The repository that its releases are tagged in, `owner/name`.' }),
  tag: z
    .string()
    .max(100)
    .regex(/^[\w./-]*\*$/, { error: 'is not the form of a tag: write what its tags begin with, followed by `*`' })
    .optional()
    .meta({ description: 'The form of its release tags, with `*` for the version.' }),
  source: url.meta({ description: 'Where these facts were read.' }),
  seen: date.meta({ description: 'The day they were read.' }),
});

export type Channel = Readonly<z.output<typeof channel>>;
