import { z } from 'zod';
import { date } from './date.ts';
import { definedWord } from './vocabulary.ts';

/** What a value of the snapshot is worth today. */
const SNAPSHOT_STATES = ['fresh', 'stale', 'gone', 'renamed', 'archived', 'forbidden', 'limited'] as const;

const label = z.string().max(500);

/** One value: the last good answer of GitHub, the day it was fetched, and what became of it since. */
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
    fetched: date.optional().meta({
      description:
        'The day of the last answer, good or that there is no such thing; of the last attempt where there was none. Left out where it is the day of the run.',
    }),
    seen: date.optional().meta({ description: 'Of what is gone: the day of the last good answer.' }),
    reason: label.optional().meta({ description: 'Why the value is not fresh.' }),
    answer: answer.optional().meta({ description: 'The last good answer; left out where there never was one.' }),
  });
}

/** What GitHub answers of something that is there, for each part of the snapshot. */
export const ANSWERS = {
  handles: z.strictObject({
    id: z.int().meta({ description: 'The number that stays when the name changes.' }),
    kind: z.enum(['user', 'team', 'organization']).meta({ description: 'What the handle stands for.' }),
    login: label.meta({ description: 'The name of today.' }),
  }),
  issues: z.strictObject({
    title: label.meta({ description: 'The title of today.' }),
    state: z.enum(['open', 'closed', 'merged']).meta({ description: 'Whether it is still open.' }),
    closed: date.optional().meta({ description: 'The day it was closed or merged.' }),
    name: label.optional().meta({ description: 'The name of today, `owner/name#123`, where it has another by now.' }),
  }),
  repositories: z.strictObject({
    name: label.meta({ description: 'The name of today, `owner/name`.' }),
    branch: label.optional().meta({ description: 'The default branch; left out where nothing was committed yet.' }),
    archived: z.boolean().meta({ description: 'Whether it was archived.' }),
    release: label.optional().meta({ description: 'The tag of its newest release.' }),
    released: date.optional().meta({ description: 'The day of that release.' }),
  }),
  places: z.strictObject({
    commit: label.optional().meta({ description: 'The last commit that changed the path.' }),
    changed: date.optional().meta({ description: 'The day of that commit.' }),
    conclusion: label.optional().meta({ description: 'How the last run of the workflow ended.' }),
    ran: date.optional().meta({ description: 'The day of that run.' }),
    release: label.optional().meta({ description: 'The newest release, which carries the asset.' }),
    entries: z
      .array(label)
      .optional()
      .meta({ description: 'Of the lines that evidence names in the file, those that it has.' }),
    missing: z
      .array(label)
      .optional()
      .meta({ description: 'Of the lines that evidence names in the file, those that it does not have.' }),
  }),
  channels: z.strictObject({
    tag: label.meta({ description: 'The newest tag.' }),
    on: date.meta({ description: 'The day of that tag.' }),
  }),
  listings: z.strictObject({
    commit: label.optional().meta({ description: 'The last commit that changed it, as it was read.' }),
    entries: z.array(label).meta({ description: 'The entries it has.' }),
  }),
} as const;

const mapping = <Answer extends z.ZodType>(answer: Answer, description: string) =>
  z.record(label, valueOf(answer)).default({}).meta({ description });

const written = z
  .strictObject({
    collected: date.meta({ description: 'The day of the run.' }),
    handles: mapping(ANSWERS.handles, 'Users and teams, by handle.'),
    issues: mapping(ANSWERS.issues, 'Issues and pull requests, by `owner/name#123`.'),
    repositories: mapping(ANSWERS.repositories, 'Repositories, by `owner/name`.'),
    places: mapping(
      ANSWERS.places,
      'Places of evidence: `owner/name path PATH`, `owner/name workflow FILE` and `owner/name asset PATTERN`.',
    ),
    channels: mapping(ANSWERS.channels, 'The newest tag of each channel, by its id.'),
    listings: mapping(ANSWERS.listings, 'The entries of the watched listings, by id.'),
  })
  .meta({ title: 'Snapshot', description: 'What GitHub answered, and when.' });

/**
 * What GitHub answered about everything that the data refers to, and when. Written only by sync. A value of the day of
 * the run is written without its day, so that a run in which nothing has changed changes one line.
 */
export const snapshot = written.transform((read) => {
  const dated = <Value extends { readonly fetched?: string | undefined }>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, { ...value, fetched: value.fetched ?? read.collected }]),
    );
  return {
    collected: read.collected,
    handles: dated(read.handles),
    issues: dated(read.issues),
    repositories: dated(read.repositories),
    places: dated(read.places),
    channels: dated(read.channels),
    listings: dated(read.listings),
  };
});

export type Snapshot = Readonly<z.output<typeof snapshot>>;
export type SnapshotState = (typeof SNAPSHOT_STATES)[number];

/** The parts of a snapshot that hold values, each by a key of its own form. */
export const SNAPSHOT_PARTS = ['handles', 'issues', 'repositories', 'places', 'channels', 'listings'] as const;
export type SnapshotPart = (typeof SNAPSHOT_PARTS)[number];

/** One value of a part: the last good answer, its day, and what became of it since. */
export type SnapshotValue<Part extends SnapshotPart = SnapshotPart> = Readonly<Snapshot[Part][string]>;
