import { findCoverage } from '../dataset/coverage.ts';
import type { Rule } from './rule.ts';

/** An excuse of the watch list is needed. */
export const watchExcuse: Rule = {
  id: 'watch-excuse',
  severity: 'warning',
  isDrift: true,
  summary: 'An excuse of the watch list is needed.',
  why: 'An excuse that is left over hides the entry on the day it comes back, or says that something is missing which is there. Delete it.',
  wrong: {
    path: 'watch.yaml',
    whole: true,
    yaml: `listings:
  - id: tests
    title: Test scripts
    repository: acme/cloud
    path: tests
    of: folder
    pattern: '^(?<entry>[a-z]+)\\.sh$'
    covers: environments
    seen: { on: 2026-08-22, entries: [acme] }
    excused:
      - entry: ⟪other⟫
        reason: A helper of the tests.`,
  },
  right: {
    path: 'watch.yaml',
    whole: true,
    yaml: `listings:
  - id: tests
    title: Test scripts
    repository: acme/cloud
    path: tests
    of: folder
    pattern: '^(?<entry>[a-z]+)\\.sh$'
    covers: environments
    seen: { on: 2026-08-22, entries: [acme] }`,
  },
  check(dataset, report) {
    const { watch } = dataset;
    if (watch === undefined) return;
    findCoverage(dataset).forEach(({ listing: { title, covers }, needless, read }, index) => {
      for (const { index: at, entry, isCovered } of needless) {
        const reason = isCovered
          ? `\`${entry}\` needs no excuse: one of the ${covers} names it.`
          : `\`${entry}\` needs no excuse: “${title}”, read on ${read}, does not have it.`;
        report(watch, ['listings', index, 'excused', at, 'entry'], reason, {
          actual: entry,
          note: 'Delete the excuse.',
        });
      }
    });
  },
};
