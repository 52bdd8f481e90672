import { z } from 'zod';
import { date } from './date.ts';

/** What a value of the snapshot is worth today. */
export const SNAPSHOT_STATES = ['fresh', 'stale', 'gone', 'renamed', 'archived', 'forbidden', 'limited'] as const;

const label = z.string().max(500);

/** One answer of GitHub: the last good one, the day it was fetched, and what became of it since. */
function valueOf<Answer extends z.ZodType>(answer: Answer) {
  return z.strictObject({
    state: z.enum(SNAPSHOT_STATES).meta({
      description:
        'fresh; stale: the last attempt failed; gone, renamed, archived: what GitHub says; forbidden, limited: why it said nothing.',
    }),
    fetched: date.meta({ description: 'The day of the last good answer.' }),
    reason: label.optional().meta({ description: 'Why the value is not fresh.' }),
    answer: answer.optional().meta({ description: 'The last good answer; left out where there never was one.' }),
  });
}

const mapping = <Answer extends z.ZodType>(answer: Answer, description: string) =>
  z.record(label, valueOf(answer)).default({}).meta({ description });

/** What GitHub answered about everything that the data refers to, and when. Written only by sync. */
export const snapshot = z
  .strictObject({
    collected: date.meta({ description: 'The day of the run.' }),
    handles: mapping(
      z.strictObject({ id: z.int(), kind: z.enum(['user', 'team', 'organization']), login: label }),
      'Users and teams, by handle.',
    ),
    issues: mapping(
      z.strictObject({ title: label, state: z.enum(['open', 'closed', 'merged']), closed: date.optional() }),
      'Issues and pull requests, by `owner/name#123`.',
    ),
    repositories: mapping(
      z.strictObject({
        name: label,
        branch: label,
        archived: z.boolean(),
        release: label.optional(),
        released: date.optional(),
      }),
      'Repositories, by `owner/name`.',
    ),
    places: mapping(
      z.strictObject({
        commit: label.optional(),
        changed: date.optional(),
        conclusion: label.optional(),
        ran: date.optional(),
        release: label.optional(),
      }),
      'Places of evidence: paths, workflows and assets.',
    ),
    channels: mapping(z.strictObject({ tag: label, on: date }), 'The newest tag of each channel.'),
    listings: mapping(
      z.strictObject({ commit: label.optional(), entries: z.array(label) }),
      'The entries of the watched listings.',
    ),
  })
  .meta({ title: 'Snapshot', description: 'What GitHub answered, and when.' });

export type Snapshot = Readonly<z.output<typeof snapshot>>;
