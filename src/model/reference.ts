import { z } from 'zod';
import { failing } from './rule-check.ts';

const OWNER = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})';
const NAME = '(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}';
const REPOSITORY_PATTERN = new RegExp(`^${OWNER}/${NAME}$`);
const ISSUE_PATTERN = /^([^#\s]+)#([1-9]\d{0,9})$/;

/** A GitHub repository, `owner/name`. */
export const repository = z
  .string()
  .refine((text) => REPOSITORY_PATTERN.test(text), failing('reference', 'is not a repository: write `owner/name`'))
  .meta({ pattern: '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$', examples: ['kubernetes/kubernetes'] });

/** Whether a text is an issue or pull request, `owner/name#123`. */
function isIssue(text: string): boolean {
  const match = ISSUE_PATTERN.exec(text);
  return match !== null && REPOSITORY_PATTERN.test(match[1]!);
}

/** A GitHub issue or pull request, `owner/name#123`. */
export const issue = z
  .string()
  .refine(isIssue, failing('reference', 'is not an issue or pull request: write `owner/name#123`'))
  .meta({ pattern: '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+#[1-9][0-9]*$', examples: ['kubernetes/kubernetes#1'] });

/** A commit, at least seven hexadecimal digits of it. */
export const commit = z
  .string()
  .refine(
    (text) => /^[0-9a-f]{7,40}$/.test(text),
    failing('reference', 'is not a commit: write 7 to 40 hexadecimal digits'),
  )
  .meta({ pattern: '^[0-9a-f]{7,40}$', examples: ['ab6d76d957'] });

/** The page of a repository on its server. */
export function repositoryUrl(name: string): string {
  return `https://github.com/${name}`;
}

/** The page of an issue or pull request; the server itself forwards an issue address to the pull request. */
export function issueUrl(reference: string): string {
  const [name = '', number = ''] = reference.split('#');
  return `${repositoryUrl(name)}/issues/${number}`;
}
