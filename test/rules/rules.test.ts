import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULE_IDS } from '../../src/diagnostics/rule-id.ts';
import { RULES } from '../../src/rules/registry.ts';
import { ACME, judge, placeExample, placeOf, ROOT } from '../support/acme-data.ts';

const RULE_FOLDER = new URL('../../src/rules/', import.meta.url);

test('the valid project has no finding', () => {
  expect(judge(ACME)).toEqual([]);
});

describe.each(Object.values(RULES).map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('its wrong example gives this one finding at the marked place', () => {
    const { files, path, place } = placeExample(rule.wrong);
    const found = judge(files).filter((each) => rule.severity === 'note' || each.severity !== 'note');
    expect(found.map((each) => [each.ruleId, each.file, each.severity])).toEqual([[id, `${ROOT}/${path}`, rule.severity]]);
    if (place !== undefined) expect(placeOf(found[0]!)).toMatchObject(place.end === undefined ? { start: place.start } : place);
  });

  test('its right example gives none', () => {
    expect(judge(placeExample(rule.right).files)).toEqual([]);
  });
});
