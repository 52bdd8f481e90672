import { describe, expect, test } from 'vitest';
import { createDraftChecker } from '../../src/commands/draft.ts';
import { ACME, AS_OF, ENVIRONMENT, ENVIRONMENT_PATH, ROOT, summarize } from '../support/acme-data.ts';

const PATH = 'environments/cloud/other.yaml';
const checker = createDraftChecker(ACME, ROOT);
const check = (text: string, path = PATH): readonly string[] =>
  checker.check({ path, text }, AS_OF).diagnostics.map(summarize);

describe('judging a draft', () => {
  test('a good one has no finding, in whatever place of its own', () => {
    expect(check(ENVIRONMENT.replace('Acme Cloud', 'Other'))).toEqual([]);
  });

  test('the findings are those of the validator, with their places', () => {
    expect(check(ENVIRONMENT.replace('Acme Cloud', 'Other').replace('level: tested', 'level: teste'))).toEqual([
      `${PATH}:2:8 unknown-level`,
    ]);
    expect(check('name: [')).toEqual([expect.stringMatching(/yaml-syntax$/)]);
  });

  test('it is held against the files that are there, and takes the place of its own', () => {
    expect(check(ENVIRONMENT)).toEqual([expect.stringMatching(/duplicate-name$/)]);
    expect(check(ENVIRONMENT, ENVIRONMENT_PATH)).toEqual([]);
  });
});

test('a draft from the fields of a form is a good one, and what is typed stays a value', () => {
  const place = 'https://github.com/acme/cloud/blob/main/tests/other.sh';
  const values = {
    name: 'Other',
    category: 'cloud',
    evidence: place,
    'evidence-kind': 'ci',
    maintainers: '@octocat, @hubot',
  };
  const text = checker.write('environment', values, AS_OF);
  expect(text).toContain('maintainers: ["@octocat", "@hubot"]');
  expect(text).toContain('path: tests/other.sh');
  expect(check(text).filter((line) => !line.endsWith('claim-below-evidence'))).toEqual([]);
  const hostile = '"} - *x: &y {{ <script> # \u2028';
  expect(check(checker.write('environment', { ...values, vendor: hostile }, AS_OF))).not.toContain('yaml-syntax');
  expect(check(checker.write('environment', {}, AS_OF)).join()).toContain('missing-key');
});
