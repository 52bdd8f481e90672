import { findCoverage } from '../dataset/coverage.ts';
import { isWhole } from '../dataset/is-whole.ts';
import type { Rule } from './rule.ts';

/** Every entry of a watched listing is in the matrix, or excused with a reason. */
export const watchCoverage: Rule = {
  id: 'watch-coverage',
  severity: 'warning',
  isDrift: true,
  summary: 'Every entry of a watched listing is in the matrix, or excused with a reason.',
  why: 'What upstream tests and builds belongs into the matrix: tables have listed platforms as untested for two years while their tests ran. Name the entry in the evidence of its environment, or excuse it here.',
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
    seen: { on: 2026-08-22, entries: [acme, ⟪other⟫] }`,
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
    seen: { on: 2026-08-22, entries: [acme, other] }
    excused:
      - { entry: other, reason: A helper of the tests. }`,
  },
  check(dataset, report) {
    const { watch } = dataset;
    if (watch === undefined) return;
    findCoverage(dataset).forEach(({ listing, missing, read }, index) => {
      const { title, covers, seen } = listing;
      // What cannot be read may name it: its own mistake is told, and after that the next run knows.
      if (!isWhole(dataset, covers)) return;
      for (const entry of missing) {
        const at = seen.entries.indexOf(entry);
        report(
          watch,
          ['listings', index, ...(at < 0 ? ['id'] : ['seen', 'entries', at])],
          `“${title}” has \`${entry}\`, read on ${read}, which none of the ${covers} names.`,
          {
            actual: entry,
            note:
              covers === 'environments'
                ? 'Add it to the evidence of its environment; or excuse it, with a reason.'
                : 'Add the provider, or this name to its aliases; or excuse it, with a reason.',
          },
        );
      }
    });
  },
};
