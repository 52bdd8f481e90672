import type { Dataset } from '../dataset/dataset.ts';
import { type AnyEntry, evidenceOf } from '../dataset/references.ts';
import { locate } from '../dataset/source-file.ts';
import { standingOf } from '../dataset/standing.ts';
import { answered } from './answered.ts';
import { findLosses } from './losses.ts';
import { livingEntries } from './mentions.ts';
import type { Report, Rule } from './rule.ts';

/** What evidence names is still where it says. */
export const evidenceGone: Rule = {
  id: 'evidence-gone',
  severity: 'warning',
  isDrift: true,
  summary: 'What evidence names is still where it says.',
  why: 'Evidence that is gone backs nothing, and pages show what the rest supports. Nothing fails because the world has moved; a pull request that touches the entry has to name the new place, or delete the evidence and claim what is left.',
  wrong: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: ⟪tests/acme.sh⟫
    seen: { on: 2026-08-22 }`,
    beside: [answered('places', 'acme/cloud path tests/acme.sh', { state: 'gone', fetched: '2026-11-20' })],
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/cloud/acme.sh
    seen: { on: 2026-08-22 }`,
    beside: [
      answered('places', 'acme/cloud path tests/cloud/acme.sh', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { commit: 'ab6d76d957', changed: '2026-10-30' },
      }),
    ],
  },
  check(dataset, report) {
    if (dataset.snapshot === undefined) return;
    for (const entry of livingEntries(dataset)) reportGone(entry, dataset, report);
  },
};

/** Reports once for everything that went the same way: with its repository, or with a file that several pieces name. */
function reportGone(entry: AnyEntry, dataset: Dataset, report: Report): void {
  const gone = evidenceOf(entry).flatMap(({ evidence, path }) => {
    const what = standingOf(evidence, dataset.snapshot).gone;
    return what === undefined ? [] : [{ evidence, path: [...path, what.key], sentence: what.sentence }];
  });
  if (gone.length === 0) return;
  let losses = findLosses(entry, dataset);
  for (const [sentence, group] of Map.groupBy(gone, (each) => each.sentence)) {
    const [first, ...others] = group;
    // What a claim has lost is told once, with the first that it stood on.
    const cost = losses.filter((loss) => group.some(({ evidence }) => loss.evidence.includes(evidence)));
    losses = losses.filter((loss) => !cost.includes(loss));
    report(entry, first!.path, [sentence, ...cost.map((loss) => loss.sentence)].join(' '), {
      note: 'Name the place where it is now; or delete the evidence, and claim what is left.',
      related: others.map(({ path }) => ({
        reason: 'It went with it.',
        file: entry.source.path,
        place: locate(entry.source, path),
      })),
    });
  }
}
