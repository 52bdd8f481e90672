import { z } from 'zod';
import { handleKey } from '../dataset/references.ts';
import { WORKFLOW_HANDLE } from '../model/handle.ts';

const account = z.object({ login: z.string().max(100) }).nullable();

/** As far as it is read: GitHub’s `pull_request` event, and what its API lists of reviews and comments. */
const event = z.object({
  pull_request: z.object({ user: account, body: z.string().nullish() }).optional(),
  reviews: z.array(z.object({ user: account, state: z.string() })).default([]),
  comments: z.array(z.object({ user: account })).default([]),
});

/** How the pull request that a workflow makes of a form begins: with who filled it in. */
export function formOrigin(issue: number, login: string): string {
  return `From the form in #${issue}, by @${login}:`;
}

const FORM_ORIGIN = /^From the form in #\d+, by (@[A-Za-z0-9-]+):/;

/** Who is behind a pull request. */
export interface Event {
  /** The handle of who opened it; undefined where it does not say. */
  readonly author: string | undefined;
  /** The keys of the handles that asked for it, approved it or said something about it, but for those that ask for changes. */
  readonly agreed: ReadonlySet<string>;
}

/** Reads the text of an event file. Throws an Error that says what is wrong with it. */
export function parseEvent(text: string): Event {
  const { pull_request: pull, reviews, comments } = parse(text);
  const keyOf = (user: { readonly login: string } | null): string => (user === null ? '' : handleKey(`@${user.login}`));
  // The last word of each reviewer counts; a mere remark takes no verdict back.
  const verdicts = new Map(
    reviews.filter(({ state }) => state !== 'COMMENTED').map(({ user, state }) => [keyOf(user), state]),
  );
  const author = pull?.user == null ? undefined : `@${pull.user.login}`;
  // Nobody else can write in the name of the workflow.
  const asked = author === WORKFLOW_HANDLE ? FORM_ORIGIN.exec(pull?.body ?? '')?.[1] : undefined;
  const speakers = [...reviews, ...comments].map(({ user }) => keyOf(user));
  return {
    author,
    agreed: new Set(
      [...speakers, ...(asked === undefined ? [] : [handleKey(asked)])].filter(
        (key) => key !== '' && verdicts.get(key) !== 'CHANGES_REQUESTED',
      ),
    ),
  };
}

function parse(text: string): z.output<typeof event> {
  const { data, error } = event.safeParse(JSON.parse(text));
  if (error === undefined) return data;
  const [issue] = error.issues;
  throw new Error(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
