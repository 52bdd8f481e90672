import { issue, repository } from '../model/reference.ts';

/** The issue that an address leads to, `owner/name#123`. */
export function issueOf(url: string): string | undefined {
  const [, name = '', number = ''] = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:issues|pull)\/(\d+)$/.exec(url) ?? [];
  const reference = `${name}#${number}`;
  return issue.safeParse(reference).success ? reference : undefined;
}

/** The repository that an address leads to, `owner/name`. */
export function repositoryOf(url: string): string | undefined {
  const [, name = ''] = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/?$/.exec(url) ?? [];
  return repository.safeParse(name).success ? name : undefined;
}
