import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatSarif } from '../../src/diagnostics/format-sarif.ts';
import { RULES } from '../../src/rules/registry.ts';
import { judgeExample } from '../support/judge-pull.ts';
import { makeDiagnostic } from '../support/make-diagnostic.ts';

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly [
        { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object } },
      ];
      readonly relatedLocations?: readonly object[];
    }[];
  }[];
}

const DESCRIPTIONS = Object.values(RULES).map(({ id, summary, why }) => ({
  id,
  summary,
  why,
  url: `https://acme.example.org/rules/${id}/`,
}));

function format(items: readonly Diagnostic[]): Sarif {
  return JSON.parse(formatSarif(items, DESCRIPTIONS)) as Sarif;
}

test('the findings of every rule are valid SARIF 2.1.0', () => {
  // The schema has patterns that the stricter form of regular expressions refuses.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  // Its dialect is older than what the validator reads; they differ in the name of `id` alone.
  const isValid = ajv.compile({ ...published, id: undefined, $schema: undefined, $id: published.id });
  const items = Object.values(RULES).flatMap((rule) => judgeExample(rule.wrong).found);
  expect(items).toHaveLength(Object.keys(RULES).length);
  expect(isValid(format(items)) ? [] : isValid.errors).toEqual([]);
  expect(isValid(format([])) ? [] : isValid.errors).toEqual([]);
  expect(isValid({ ...format([]), version: '2.0.0' })).toBe(false);
});

test('a result names its rule, also by index, its severity and its place', () => {
  const {
    runs: [run],
  } = format([makeDiagnostic({ severity: 'note', fix: 'level: tested', note: 'Known: `tested`.' })]);
  const [result] = run!.results;
  expect(result).toMatchObject({
    ruleId: 'unknown-level',
    level: 'note',
    message: { text: '`teste` is not a level.\nWrite:\nlevel: tested\nKnown: `tested`.' },
  });
  expect(run!.tool.driver.rules[result!.ruleIndex]!.id).toBe('unknown-level');
  expect(result!.locations[0].physicalLocation.region).toEqual({
    startLine: 3,
    startColumn: 8,
    endLine: 3,
    endColumn: 13,
  });
});

test('a finding about a whole file is at its first character', () => {
  const [result] = format([makeDiagnostic({ place: undefined })]).runs[0]!.results;
  expect(result!.locations[0].physicalLocation.region).toMatchObject({ startLine: 1, startColumn: 1 });
});

test('a path is an address, whatever characters it has', () => {
  const [result] = format([makeDiagnostic({ file: 'data/a b/#?%\ud800.yaml' })]).runs[0]!.results;
  expect(result!.locations[0].physicalLocation.artifactLocation.uri).toBe('data/a%20b/%23%3F%25%EF%BF%BD.yaml');
});

test('what somebody wrote into the data does not become a link', () => {
  const [result] = format([makeDiagnostic({ reason: 'See [here](https://evil.example/).' })]).runs[0]!.results;
  expect(result!.message.text).not.toContain('](');
});

test('a second place is a related location', () => {
  const related = [{ reason: 'The first is here.', file: 'data/matrix.yaml' }];
  expect(format([makeDiagnostic({ related })]).runs[0]!.results[0]!.relatedLocations).toHaveLength(1);
});
