import { z } from 'zod';
import { failing } from './rule-check.ts';

/** Why a text may not be used as a link, or undefined where it may. */
export function urlProblem(text: string): string | undefined {
  if (/[\s<>"`\\]/.test(text)) return 'has a character that an address cannot hold';
  const url = URL.parse(text);
  if (url === null) return 'is not an address';
  if (url.protocol !== 'https:') return 'does not start with `https://`';
  if (url.username !== '' || url.password !== '') return 'has a user name in front of the host';
  if (!/^https:\/\/[^/]/i.test(text) || !url.hostname.includes('.')) return 'has no host';
  return undefined;
}

/** An absolute https address with a host and no user part. */
export const url = z
  .string()
  .max(500)
  .superRefine((text, context) => {
    const problem = urlProblem(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, ...failing('url', problem) });
  })
  .meta({
    format: 'uri',
    pattern: '^https://[^/?#@\\s]+([/?#]\\S*)?$',
    patternErrorMessage: 'This is not an absolute address that begins with `https://` and a host.',
  });
