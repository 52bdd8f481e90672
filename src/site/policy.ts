import { createHash } from 'node:crypto';

/** The style that carries the accent colour of the project into every page. */
export function accentStyle(accent: string): string {
  return `:root{--accent:${accent}}`;
}

/**
 * The content security policy of every page: styles, scripts, pictures and data of the site itself, nothing from another
 * host, nothing inline but the accent colour.
 */
export function contentPolicy(accent: string): string {
  const hash = createHash('sha256').update(accentStyle(accent)).digest('base64');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
