import { didYouMean } from '../dataset/did-you-mean.ts';
import type { Rule } from './rule.ts';

/** An id that an entry refers to is there. */
export const danglingReference: Rule = {
  id: 'dangling-reference',
  severity: 'error',
  summary: 'An id that an entry refers to is there.',
  why: 'A provider that serves an environment nobody has, or a replacement that does not exist, leads readers nowhere.',
  wrong: { yaml: 'environments: [⟪acne⟫]', path: 'providers/capx.yaml' },
  right: { yaml: 'environments: [acme]', path: 'providers/capx.yaml' },
  check(dataset, report) {
    const missing = (
      id: string,
      ids: ReadonlySet<string>,
      kind: string,
    ): { reason: string; expected: string[] } | undefined => {
      if (ids.has(id)) return undefined;
      const meant = didYouMean(id, [...ids]);
      return {
        reason: `There is no ${kind} \`${id}\`${meant === undefined ? '.' : `; did you mean \`${meant}\`?`}`,
        expected: meant === undefined ? [] : [meant],
      };
    };
    for (const entry of dataset.providers) {
      entry.value.environments.forEach((id, index) => {
        const problem = missing(id, dataset.environmentIds, 'environment');
        if (problem !== undefined)
          report(entry, ['environments', index], problem.reason, {
            actual: id,
            expected: problem.expected,
            fix: problem.expected[0],
          });
      });
    }
    for (const [entries, ids, kind] of [
      [dataset.environments, dataset.environmentIds, 'environment'],
      [dataset.providers, dataset.providerIds, 'provider'],
    ] as const) {
      for (const entry of entries) {
        const { replacedBy } = entry.value;
        const problem = replacedBy === undefined ? undefined : missing(replacedBy, ids, kind);
        if (problem !== undefined)
          report(entry, ['replacedBy'], problem.reason, {
            actual: replacedBy,
            expected: problem.expected,
            fix: problem.expected[0] && `replacedBy: ${problem.expected[0]}`,
          });
      }
    }
  },
};
