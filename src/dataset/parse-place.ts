import type { Evidence } from '../model/evidence.ts';

/** Where to look, as evidence says it, and the commit where an address names one. */
type Place = Pick<Evidence, 'repository' | 'path' | 'workflow' | 'issue' | 'url'> & { readonly at?: string };

const ISSUE = /^[\w.-]+\/[\w.-]+#\d+$/;

const GITHUB =
  /^https:\/\/github\.com\/([^/]+\/[^/#?]+)\/(issues|pull|blob|tree|actions\/workflows)\/([^/#?]+)\/?([^#?]*)/i;

/**
 * Reads where to look from what people write: an address, or `owner/name#123`. An address on GitHub is taken apart, because
 * sync can ask about a file or an issue, and not about a page. Anything else is left as an address.
 */
export function parsePlace(text: string): Place {
  if (ISSUE.test(text)) return { issue: text };
  const [, repository, kind, name = '', rest = ''] = GITHUB.exec(text) ?? [];
  switch (kind?.toLowerCase()) {
    case 'issues':
    case 'pull':
      return { issue: `${repository!}#${name}` };
    case 'actions/workflows':
      return { repository, workflow: name };
    case 'blob':
    case 'tree': {
      // An address that says less, or has letters in another code, names no file that could be asked for.
      if (rest === '' || rest.includes('%')) return { url: text };
      const path = rest.replace(/\/$/, '');
      return { repository, path, ...(/^[0-9a-f]{7,40}$/.test(name) && { at: name }) };
    }
    default:
      return { url: text };
  }
}
