import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Judged, matchProblems } from '../../src/review/match-problems.ts';
import { makeDiagnostic } from '../support/make-diagnostic.ts';

/** Findings `rule:line`, in a file whose lines are the words of a text. */
function judged(text: string, found: readonly string[], file = 'a.yaml'): Judged {
  const diagnostics = found.map((each) => {
    const [ruleId = '', line = '1'] = each.split(':');
    const place = { line: Number(line), column: 1, offset: 0 };
    return makeDiagnostic({ ruleId: ruleId as Diagnostic['ruleId'], file, place, reason: 'Wrong.' });
  });
  return { diagnostics, texts: new Map([[file, text.replaceAll(' ', '\n')]]) };
}

const linesOf = (list: readonly Diagnostic[]): readonly number[] =>
  list.map(({ place }) => (place !== undefined && 'line' in place ? place.line : 0));

test.each([
  ['a new one', judged('a', []), judged('a', ['date:1']), [1], []],
  ['one that moved down', judged('a b', ['date:1']), judged('x y a b', ['date:3']), [], [3]],
  ['one that went', judged('a', ['date:1']), judged('a', []), [], []],
  ['another rule', judged('a', ['date:1']), judged('a', ['url:1']), [1], []],
  [
    'a second of the same kind, known by its line',
    judged('a', ['date:1']),
    judged('b a', ['date:1', 'date:2']),
    [1],
    [2],
  ],
  ['one in a line that was edited', judged('a', ['date:1']), judged('b', ['date:1']), [], [1]],
  ['two where there was one', judged('a', ['date:1']), judged('b c', ['date:1', 'date:2']), [2], [1]],
] as const)('%s', (_, base, head, fresh, old) => {
  const matched = matchProblems(base, head, (path) => path);
  expect({ fresh: linesOf(matched.fresh), old: linesOf(matched.old) }).toEqual({ fresh, old });
});

test('a file that got another name keeps its problems', () => {
  const [base, head] = [judged('a', ['date:1'], 'a.yaml'), judged('a', ['date:1'], 'b.yaml')];
  expect(matchProblems(base, head, (path) => path).fresh.length).toBe(1);
  expect(matchProblems(base, head, (path) => (path === 'a.yaml' ? 'b.yaml' : path)).fresh).toEqual([]);
});
