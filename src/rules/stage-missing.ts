import { listWords } from '../dataset/did-you-mean.ts';
import type { Rule } from './rule.ts';

/** An infrastructure provider says how far it is at every stage. */
export const stageMissing: Rule = {
  id: 'stage-missing',
  severity: 'error',
  summary: 'An infrastructure provider says how far it is at every stage.',
  why: 'Blanks do not exist: a stage that nobody looked at is `unknown`, one where nothing was found is `none`.',
  wrong: { yaml: '⟪stages⟫: { image: { status: none } }', path: 'providers/capx.yaml' },
  right: { yaml: 'stages: { image: { status: none }, test: { status: unknown } }', path: 'providers/capx.yaml' },
  check(dataset, report) {
    const stages = dataset.matrix.value.stages.map((stage) => stage.id);
    for (const entry of dataset.providers) {
      if (entry.value.role !== 'infrastructure') continue;
      const missing = stages.filter((stage) => entry.value.stages[stage] === undefined);
      if (missing.length === 0) continue;
      report(entry, ['stages'], `Nothing is said about ${listWords(missing)}.`, {
        target: 'key',
        fix: missing.map((stage) => `${stage}: { status: unknown }`).join('\n'),
      });
    }
  },
};
