import { handleKey } from '../dataset/references.ts';
import { isTeam } from '../model/handle.ts';
import { newMaintainers } from './pull-request.ts';
import type { Rule } from './rule.ts';

/** A new maintainer is the author of the pull request, or agrees in it. */
export const maintainerConsent: Rule = {
  id: 'maintainer-consent',
  severity: 'error',
  summary: 'A new maintainer is the author of the pull request, or agrees in it.',
  why: 'A maintainer is asked when something breaks. Nobody is put down for that by somebody else: an approval or a comment of theirs is enough. Given after the check, it counts once the check runs again.',
  wrong: {
    yaml: 'maintainers: ["@octocat", ⟪"@hubot"⟫]',
    pull: { before: 'maintainers: ["@octocat"]', author: '@octocat' },
  },
  right: {
    yaml: 'maintainers: ["@octocat", "@hubot"]',
    pull: { before: 'maintainers: ["@octocat"]', author: '@octocat', agreed: ['@hubot'] },
  },
  checkChange(pull, report) {
    const { author, agreed } = pull;
    if (author === undefined) return;
    for (const { entry, handle, index } of newMaintainers(pull)) {
      const key = handleKey(handle);
      if (isTeam(handle) || key === handleKey(author) || agreed.has(key)) continue;
      report(entry, ['maintainers', index], `\`${handle}\` is to answer for this entry, and has not agreed.`, {
        actual: handle,
        note: 'An approval of the pull request by that account, or a comment on it, is enough. Given after this check, it counts once the check runs again: with “Re-run jobs”, or with the next push.',
      });
    }
  },
};
