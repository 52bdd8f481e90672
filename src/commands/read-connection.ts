import type { ConnectOptions } from '../github/octokit.ts';
import { UsageError } from './usage-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where GitHub is, by the variables that GitHub Actions sets. Throws a UsageError where there is no token, or no address. */
export function readConnection(environment: Environment): ConnectOptions {
  const token = environment.GITHUB_TOKEN?.trim() ?? '';
  if (token === '')
    throw new UsageError(
      'GITHUB_TOKEN is not set: make a token that may only read public repositories at https://github.com/settings/tokens, or write `GITHUB_TOKEN=$(gh auth token)` before the command.',
    );
  const apiUrl = readAddress(environment, 'GITHUB_API_URL', 'https://api.github.com');
  return {
    token,
    apiUrl,
    // GitHub Enterprise has both below `/api`.
    graphqlUrl: readAddress(environment, 'GITHUB_GRAPHQL_URL', `${apiUrl.replace(/(?<=\/api)\/v3$/, '')}/graphql`),
  };
}

function readAddress(environment: Environment, name: string, usual: string): string {
  const { [name]: set = '' } = environment;
  const text = set === '' ? usual : set;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UsageError(`${name} is no address of a server: ${text}`);
  return text.replace(/\/+$/, '');
}
