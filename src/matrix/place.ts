import type { Evidence } from '../model/evidence.ts';
import { issueUrl, repositoryUrl } from '../model/reference.ts';

/** Where to look: what to print, and the address it leads to. */
export interface Link {
  readonly label: string;
  readonly href: string;
}

/** The place of a piece of evidence, at the commit it was seen at, so that the link shows what was seen. */
export function placeOf(evidence: Evidence): Link {
  const { repository = '', path, entry, workflow, asset, issue, url = '', seen } = evidence;
  const base = repositoryUrl(repository);
  if (path !== undefined) {
    const label = `${repository}: ${path}${entry === undefined ? '' : `, ${entry}`}`;
    return { label, href: `${base}/blob/${seen.at ?? 'HEAD'}/${encodePath(path)}` };
  }
  if (workflow !== undefined)
    return { label: `${repository}: ${workflow}`, href: `${base}/actions/workflows/${encodeURIComponent(workflow)}` };
  if (asset !== undefined) return { label: `${repository}: release asset ${asset}`, href: `${base}/releases/latest` };
  if (issue !== undefined) return { label: issue, href: issueUrl(issue) };
  return { label: shortUrl(url), href: url };
}

/** An address without its scheme and a closing slash. */
export function shortUrl(url: string): string {
  return url.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
