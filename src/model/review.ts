import { z } from 'zod';
import { CHANGE_KINDS } from './change-kind.ts';
import { date } from './date.ts';
import { ID_LENGTH } from './to-id.ts';

/** The most characters of a piece of text in a review; what is longer was cut. */
export const MAX_TEXT = 2000;

const text = z.string().max(MAX_TEXT);

const commit = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, { error: 'is not the full name of a commit' });

const subject = z
  .strictObject({
    kind: z
      .enum(['environment', 'provider', 'matrix', 'watch', 'snapshot'])
      .meta({ description: 'What kind of file it is.' }),
    id: z.string().max(ID_LENGTH).optional().meta({ description: 'The id of an entry, as it is after the change.' }),
    name: text.meta({ description: 'What people call it.' }),
    file: text.optional().meta({ description: 'Its file, from the top of the repository.' }),
  })
  .meta({ description: 'What something is about.' });

const point = z.strictObject({
  line: z.int().min(1).meta({ description: 'The line, from 1.' }),
  column: z.int().min(1).meta({ description: 'The column, from 1.' }),
});

const problem = z
  .strictObject({
    rule: z.string().max(64).meta({ description: 'The id of the rule.' }),
    severity: z.enum(['error', 'warning', 'note']).meta({ description: 'How much it weighs; errors fail the review.' }),
    file: text.meta({ description: 'The file, from the top of the repository.' }),
    start: point.optional().meta({ description: 'Where it begins.' }),
    end: point.optional().meta({ description: 'Where it ends.' }),
    reason: text.meta({ description: 'What is wrong.' }),
    note: text.optional().meta({ description: 'What to do.' }),
    fix: text.optional().meta({ description: 'YAML to write instead.' }),
  })
  .meta({ description: 'One finding of the validator.' });

const cells = z.array(text);

const table = z
  .strictObject({
    title: text.meta({ description: 'What the rows are.' }),
    columns: cells.meta({ description: 'The headings of the cells.' }),
    rows: z
      .array(
        z.strictObject({
          subject,
          before: cells.optional().meta({ description: 'The cells as they were; left out for a new row.' }),
          after: cells.optional().meta({ description: 'The cells as they are; left out for a row that is gone.' }),
        }),
      )
      .meta({ description: 'Each row that readers will see change.' }),
  })
  .meta({ description: 'Rows of a table that readers know.' });

/** What a pull request means, as data: what programs read, and what the comment is made from. */
export const review = z
  .strictObject({
    version: z.literal(1).meta({ description: 'The form of this document.' }),
    base: commit.meta({ description: 'The commit that it is compared with: where both revisions went apart.' }),
    head: commit.meta({ description: 'The commit that is judged.' }),
    asOf: date.meta({ description: 'The day that it was judged by.' }),
    passes: z.boolean().meta({ description: 'Whether it brings no error.' }),
    headline: text.meta({ description: 'What it means, in a line.' }),
    changes: z
      .array(
        z.strictObject({
          kind: z.enum(CHANGE_KINDS).meta({ description: 'The kind of the change.' }),
          subject,
          text: text.meta({ description: 'The change in words.' }),
        }),
      )
      .meta({ description: 'What changes, entry by entry.' }),
    tables: z.array(table).max(10).meta({ description: 'The rows that readers will see change, before and after.' }),
    consequences: z.array(text).meta({ description: 'What follows from it.' }),
    problems: z
      .strictObject({
        new: z.array(problem).meta({ description: 'Those that the pull request brings.' }),
        before: z.array(problem).meta({ description: 'Those that were there before.' }),
      })
      .meta({ description: 'What the validator found.' }),
    next: z
      .array(
        z.strictObject({
          subject,
          level: text.meta({ description: 'The next better level.' }),
          missing: z.array(text).meta({ description: 'What it lacks for that level.' }),
        }),
      )
      .meta({ description: 'What the touched entries need for their next level.' }),
    outside: z.array(text).meta({ description: 'The changed paths that are no data.' }),
    remarks: z.array(text).max(10).meta({ description: 'What to know about this review itself.' }),
  })
  .meta({ title: 'Review', description: 'What a pull request means.' });

export type Review = Readonly<z.output<typeof review>>;
export type ReviewSubject = Readonly<z.output<typeof subject>>;
export type ReviewProblem = Readonly<z.output<typeof problem>>;
export type ReviewTable = Readonly<z.output<typeof table>>;
