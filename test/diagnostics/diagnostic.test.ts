import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSeverities, sortDiagnostics, startOf } from '../../src/diagnostics/diagnostic.ts';
import { RULE_IDS, isRuleId } from '../../src/diagnostics/rule-id.ts';
import { formatCounts } from '../../src/diagnostics/summary.ts';
import { between, makeDiagnostic } from '../support/make-diagnostic.ts';

test('findings are sorted by file, line, column and rule, whatever order they came in', () => {
  const sorted = [
    makeDiagnostic({ file: 'data/Z.yaml' }),
    makeDiagnostic({ file: 'data/a.yaml', place: undefined }),
    makeDiagnostic({ file: 'data/a.yaml', place: between(2, 9, 9) }),
    makeDiagnostic({ file: 'data/a.yaml', place: between(10, 1, 1), ruleId: 'date' }),
    makeDiagnostic({ file: 'data/a.yaml', place: between(10, 1, 1), ruleId: 'url', reason: 'A.' }),
    makeDiagnostic({ file: 'data/a.yaml', place: between(10, 1, 1), ruleId: 'url', reason: 'B.' }),
    makeDiagnostic({ file: 'data/a.yaml', place: { line: 10, column: 2 } }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (items) => {
      expect(sortDiagnostics(items)).toEqual(sorted);
    }),
  );
});

test('a finding without a place is at the beginning of its file', () => {
  expect(startOf(undefined)).toMatchObject({ line: 1, column: 1 });
});

test('counts name what there is, in the singular or the plural', () => {
  const items = (['note', 'error', 'error'] as const).map((severity) => makeDiagnostic({ severity }));
  expect(countSeverities(items)).toEqual({ error: 2, warning: 0, note: 1 });
  expect(formatCounts(items)).toBe('2 errors, 1 note');
  expect(formatCounts([])).toBe('no findings');
});

test('an id is told from any other text', () => {
  expect(RULE_IDS.every(isRuleId)).toBe(true);
  expect(['', 'constructor', 'Date', '__proto__'].some(isRuleId)).toBe(false);
});
