import { isTeam } from '../model/handle.ts';
import { newMaintainers } from './pull-request.ts';
import type { Rule } from './rule.ts';

/** Who puts down a team as maintainer is one of it, which a reviewer has to know. */
export const teamConsent: Rule = {
  id: 'team-consent',
  severity: 'note',
  summary: 'Who puts down a team as maintainer is one of it, which a reviewer has to know.',
  why: 'Who is in a team is not for everybody to see, so no program can tell whether the team agrees.',
  wrong: {
    yaml: 'maintainers: ["@octocat", ⟪"@acme/cloud"⟫]',
    pull: { before: 'maintainers: ["@octocat"]', author: '@octocat' },
  },
  right: {
    yaml: 'maintainers: ["@octocat", "@hubot"]',
    pull: { before: 'maintainers: ["@octocat"]', author: '@hubot' },
  },
  checkChange(pull, report) {
    for (const { entry, handle, index } of newMaintainers(pull).filter((each) => isTeam(each.handle))) {
      report(entry, ['maintainers', index], `\`${handle}\` is a team: whether it agrees cannot be seen from here.`, {
        actual: handle,
        note: 'A reviewer who knows the team says whether it does.',
      });
    }
  },
};
