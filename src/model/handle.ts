import { z } from 'zod';
import { failing } from './rule-check.ts';

const LOGIN = '[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}';

/** `@user` or `@organization/team`, as GitHub spells them. */
const HANDLE_PATTERN = new RegExp(`^@${LOGIN}(?:/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99})?$`);

/** Names that address a crowd or nobody: GitHub has no such user, or mentioning it would call everybody. */
const NOT_A_PERSON = new Set(['@everyone', '@all', '@here', '@channel', '@team', '@nobody', '@ghost']);

/** Whether a text is a GitHub handle of one user or one team. */
function isHandle(text: string): boolean {
  return HANDLE_PATTERN.test(text) && !NOT_A_PERSON.has(text.toLowerCase());
}

/** The handle of what workflows act as. Only those of the repository itself can. */
export const WORKFLOW_HANDLE = '@github-actions[bot]';

/** Whether a handle is that of a team. */
export function isTeam(text: string): boolean {
  return text.includes('/');
}

/** A GitHub user or team. */
export const handle = z
  .string()
  .refine(isHandle, failing('handle', 'is not a GitHub handle: write `@user` or `@organization/team`'))
  .meta({
    pattern: `^@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)?$`,
    examples: ['@octocat', '@kubernetes/sig-release'],
  });
