import { z } from 'zod';

/** As far as it is read: GitHub’s `issues` event. What people wrote is the body alone; the rest GitHub made. */
const schema = z.object({
  issue: z.object({
    number: z.int().positive(),
    body: z.string().nullable(),
    user: z.object({ login: z.string().regex(/^[A-Za-z\d-]+(?:\[bot\])?$/), id: z.int().positive() }),
  }),
});

/** An issue that was opened or edited. */
export interface IssueEvent {
  readonly number: number;
  readonly body: string;
  /** Who opened it: the name and the number of their account. */
  readonly login: string;
  readonly account: number;
}

/** Reads the text of an event file. Throws an Error where it is none of an issue. */
export function parseIssueEvent(text: string): IssueEvent {
  const { number, body, user } = schema.parse(JSON.parse(text)).issue;
  return { number, body: body ?? '', login: user.login, account: user.id };
}
