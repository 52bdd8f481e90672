import { z } from 'zod';
import { type ConnectOptions, createClient } from './octokit.ts';
import type { Head } from './workflow-run.ts';

/** A comment that a workflow wrote. */
interface BotComment {
  readonly id: number;
  readonly body: string;
}

/** The pull requests of a repository, as far as writing a comment takes. All throw what Octokit throws. */
export interface PullRequests {
  /** The numbers of the open pull requests whose newest commit this is. */
  readonly findOpen: (head: Head) => Promise<readonly number[]>;
  /** What workflows wrote below a pull request, oldest first: no person can write in their name. */
  readonly listBotComments: (pull: number) => Promise<readonly BotComment[]>;
  readonly createComment: (pull: number, body: string) => Promise<void>;
  readonly updateComment: (id: number, body: string) => Promise<void>;
}

/** Who GitHub says has written what was written with the token of a workflow. No person’s name has brackets. */
const BOT = 'github-actions[bot]';

const pullPage = z.array(z.object({ number: z.int(), head: z.object({ sha: z.string() }) }));
const commentPage = z.array(
  z.object({ id: z.int(), body: z.string().default(''), user: z.object({ login: z.string() }).nullable() }),
);

/** Connects to the pull requests of a repository, `owner/name`. */
export function connectPullRequests(options: ConnectOptions, repository: string): PullRequests {
  const { issues, pulls } = createClient(options).rest;
  const [owner = '', repo = ''] = repository.split('/');
  const within = { owner, repo };
  return {
    // By the branch, those from forks are found too: the list of a commit’s pull requests does not know them.
    findOpen: async ({ owner: account, branch, sha }) => {
      const query = { ...within, state: 'open', head: `${account}:${branch}` } as const;
      const found = await readPages(pullPage, (page) => pulls.list({ ...query, ...page }));
      return found.filter(({ head }) => head.sha === sha).map(({ number }) => number);
    },
    listBotComments: async (pull) => {
      const query = { ...within, issue_number: pull };
      const all = await readPages(commentPage, (page) => issues.listComments({ ...query, ...page }));
      return all.filter(({ user }) => user?.login === BOT);
    },
    createComment: async (pull, body) => {
      // Sent again after an answer that was lost, there would be two.
      await issues.createComment({ ...within, issue_number: pull, body, request: { retries: 0 } });
    },
    updateComment: async (id, body) => {
      await issues.updateComment({ ...within, comment_id: id, body });
    },
  };
}

interface Page {
  readonly data: unknown;
  readonly headers: { readonly link?: string | undefined };
}

/** All pages of a list. Octokit’s own way takes an answer without a body for an empty list. */
async function readPages<Item>(
  schema: z.ZodType<readonly Item[]>,
  ask: (page: { readonly page: number; readonly per_page: number }) => Promise<Page>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const { data, headers } = await ask({ page, per_page: 100 });
    items.push(...schema.parse(data));
    if (headers.link?.includes('rel="next"') !== true) return items;
  }
}
