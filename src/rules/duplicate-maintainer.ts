import { handleKey } from '../dataset/references.ts';
import { maintainerName } from '../model/maintainer.ts';
import type { Rule } from './rule.ts';

/** A maintainer is named once. */
export const duplicateMaintainer: Rule = {
  id: 'duplicate-maintainer',
  severity: 'error',
  summary: 'A maintainer is named once.',
  why: 'Whoever stands there twice looks like two who answer. Capitals do not make a difference.',
  wrong: { yaml: 'maintainers: ["@octocat", ⟪"@OctoCat"⟫]' },
  right: { yaml: 'maintainers: ["@octocat"]' },
  check({ environments, providers }, report) {
    for (const entry of [...environments, ...providers]) {
      const { maintainers = [] } = entry.value;
      const keys = maintainers.map((each) => handleKey(maintainerName(each)));
      keys.forEach((key, index) => {
        if (keys.indexOf(key) < index)
          report(entry, ['maintainers', index], `\`${maintainerName(maintainers[index]!)}\` is named already.`);
      });
    }
  },
};
