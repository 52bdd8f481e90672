import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULE_IDS } from '../../src/diagnostics/rule-id.ts';
import { RULES } from '../../src/rules/registry.ts';
import { ACME, judge, placeOf, ROOT } from '../support/acme-data.ts';
import { judgeExample } from '../support/judge-pull.ts';

const FILES = readdirSync(new URL('../../src/rules/', import.meta.url));

test('the valid project has no finding', () => {
  expect(judge(ACME)).toEqual([]);
});

test('every rule has one id, in the list of ids and in the registry', () => {
  expect(Object.keys(RULES)).toEqual([...RULE_IDS]);
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
});

describe.each(Object.entries(RULES))('%s', (id, rule) => {
  test('is a file of the same name', () => {
    expect(rule.id).toBe(id);
    expect(FILES).toContain(`${id}.ts`);
  });

  test('is said in one sentence, with a reason', () => {
    expect(rule.summary).toMatch(/^[^a-z\s].*[^.]\.$/);
    // A full stop within the sentence stands in code or between words, not before a new one.
    expect(rule.summary.slice(0, -1)).not.toMatch(/[.!?]\s/);
    expect(rule.why).toMatch(/\w.*\.$/);
  });

  test('its wrong example gives this one finding, at the mark', () => {
    const { found, path, place } = judgeExample(rule.wrong);
    expect(found.map(({ ruleId, severity, file }) => ({ ruleId, severity, file }))).toEqual([
      { ruleId: id, severity: rule.severity, file: rule.wrong.pull?.outside?.[0] ?? `${ROOT}/${path}` },
    ]);
    const { start, end } = placeOf(found[0]!);
    // Without a mark the finding is about the file, and is shown at its beginning.
    expect({ start, ...(place?.end !== undefined && { end }) }).toEqual(place ?? { start: { line: 1, column: 1 } });
  });

  test('its right example gives none', () => {
    expect(judgeExample(rule.right).found).toEqual([]);
  });
});
