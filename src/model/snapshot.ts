import { z } from 'zod';
import { date } from './date.ts';
import { definedWord } from './vocabulary.ts';

/** What a value of the snapshot is worth today. */
const SNAPSHOT_STATES = ['fresh', 'stale', 'gone', 'renamed', 'archived', 'forbidden', 'limited'] as const;

const label = z.string().max(500);

/** One answer of GitHub: the last good one, the day it was fetched, and what became of it since. */
function valueOf<Answer extends z.ZodType>(answer: Answer) {
  return z.strictObject({
    state: definedWord(SNAPSHOT_STATES, 'What the value is worth.', {
      fresh: 'The last attempt brought it.',
      stale: 'The last attempt failed.',
      gone: 'GitHub says that there is no such thing any more.',
      renamed: 'GitHub knows it by another name.',
      archived: 'GitHub says that it was archived.',
      forbidden: 'GitHub did not let us ask.',
      limited: 'GitHub did not let us ask so often.',
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
      z.strictObject({
        id: z.int().meta({ description: 'The number that stays when the name changes.' }),
        kind: z.enum(['user', 'team', 'organization']).meta({ description: 'What the handle stands for.' }),
        login: label.meta({ description: 'The name of today.' }),
      }),
      'Users and teams, by handle.',
    ),
    issues: mapping(
      z.strictObject({
        title: label.meta({ description: 'The title of today.' }),
        state: z.enum(['open', 'closed', 'merged']).meta({ description: 'Whether it is still open.' }),
        closed: date.optional().meta({ description: 'The day it was closed or merged.' }),
      }),
      'Issues and pull requests, by `owner/name#123`.',
    ),
    repositories: mapping(
      z.strictObject({
        name: label.meta({ description: 'The name of today, `owner/name`.' }),
        branch: label.meta({ description: 'The default branch.' }),
        archived: z.boolean().meta({ description: 'Whether it was archived.' }),
        release: label.optional().meta({ description: 'The tag of its newest release.' }),
        released: date.optional().meta({ description: 'The day of that release.' }),
      }),
      'Repositories, by `owner/name`.',
    ),
    places: mapping(
      z.strictObject({
        commit: label.optional().meta({ description: 'The last commit that changed the path.' }),
        changed: date.optional().meta({ description: 'The day of that commit.' }),
        conclusion: label.optional().meta({ description: 'How the last run of the workflow ended.' }),
        ran: date.optional().meta({ description: 'The day of that run.' }),
        release: label.optional().meta({ description: 'The newest release, which carries the asset.' }),
      }),
      'Places of evidence: paths, workflows and assets.',
    ),
    channels: mapping(
      z.strictObject({
        tag: label.meta({ description: 'The newest tag.' }),
        on: date.meta({ description: 'The day of that tag.' }),
      }),
      'The newest tag of each channel.',
    ),
    listings: mapping(
      z.strictObject({
        commit: label.optional().meta({ description: 'The commit at which it was read.' }),
        entries: z.array(label).meta({ description: 'The entries it has.' }),
      }),
      'The entries of the watched listings.',
    ),
  })
  .meta({ title: 'Snapshot', description: 'What GitHub answered, and when.' });

export type Snapshot = Readonly<z.output<typeof snapshot>>;
