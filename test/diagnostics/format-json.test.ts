import { expect, test } from 'vitest';
import { formatJson } from '../../src/diagnostics/format-json.ts';
import { makeDiagnostic } from '../support/make-diagnostic.ts';

test('one document with the counts and every finding as it is', () => {
  const items = [
    makeDiagnostic({ fix: 'level: tested', expected: ['tested'], actual: 'teste' }),
    makeDiagnostic({ severity: 'note', place: undefined, reason: 'A “quote”, a \\ and a\nline end.' }),
  ];
  const output = formatJson(items);
  expect(JSON.parse(output)).toEqual({
    counts: { error: 1, warning: 0, note: 1 },
    diagnostics: items.map((item) => JSON.parse(JSON.stringify(item)) as unknown),
  });
  expect(output.endsWith('}\n')).toBe(true);
});

test('no finding is an empty list', () => {
  expect(JSON.parse(formatJson([]))).toEqual({ counts: { error: 0, warning: 0, note: 0 }, diagnostics: [] });
});
