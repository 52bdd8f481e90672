import type { DataPath } from '../dataset/source-file.ts';
import { evidenceOf, type AnyEntry } from '../dataset/references.ts';
import type { Rule } from './rule.ts';

/** What was seen, changed or ended was so on a day that has come. */
export const futureDate: Rule = {
  id: 'future-date',
  severity: 'error',
  summary: 'What was seen, changed or ended was so on a day that has come.',
  why: 'A date in the future is a typing mistake, or evidence that nobody can have seen.',
  wrong: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: ⟪2062-08-22⟫ }`,
  },
  right: {
    yaml: `evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }`,
  },
  check(dataset, report, { asOf }) {
    for (const entry of [...dataset.environments, ...dataset.providers]) {
      for (const [day, path] of pastDates(entry)) {
        if (day > asOf) report(entry, path, `${day} lies after ${asOf}, the day this is judged by.`, { actual: day });
      }
    }
  },
};

/** Every date of an entry that tells of something that has happened. */
function* pastDates(entry: AnyEntry): Generator<readonly [string, DataPath]> {
  for (const { evidence, path } of evidenceOf(entry)) {
    yield [evidence.seen.on, [...path, 'seen', 'on']];
    if (evidence.disputed !== undefined) yield [evidence.disputed.on, [...path, 'disputed', 'on']];
  }
  for (const [index, step] of entry.value.history.entries()) yield [step.on, ['history', index, 'on']];
}
