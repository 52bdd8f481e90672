import { handlesAmong } from '../dataset/references.ts';
import type { Rule } from './rule.ts';

/** A maintainer is somebody who can answer, not a bot. */
export const botMaintainer: Rule = {
  id: 'bot-maintainer',
  severity: 'warning',
  summary: 'A maintainer is somebody who can answer, not a bot.',
  why: 'A bot neither reads a question nor takes a decision. Where a program does the work, the people behind it answer.',
  wrong: { yaml: 'maintainers: ["@octocat", ⟪"@acme-bot"⟫]' },
  right: { yaml: 'maintainers: ["@octocat"]' },
  check(dataset, report) {
    for (const entry of [...dataset.environments, ...dataset.providers]) {
      const { maintainers = [] } = entry.value;
      for (const handle of handlesAmong(maintainers).filter((each) => /[-_]bot$/i.test(each))) {
        report(entry, ['maintainers', maintainers.indexOf(handle)], `\`${handle}\` looks like a bot.`, {
          actual: handle,
          note: 'Name the people or the team behind it.',
        });
      }
    }
  },
};
