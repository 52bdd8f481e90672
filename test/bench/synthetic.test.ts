import { describe, expect, test } from 'vitest';
import { buildSynthetic, SYNTHETIC_DAY } from '../../bench/synthetic.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { EVIDENCE_KINDS } from '../../src/model/evidence.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { MATRIX, MATRIX_PATH, ROOT } from '../support/acme-data.ts';

const MATRIX_FILE = { path: MATRIX_PATH, content: MATRIX };
const matrix = parseDataset([MATRIX_FILE], ROOT).dataset!.matrix.value;

describe('synthetic data', () => {
  const files = buildSynthetic(matrix, 300).map(({ path, text }) => ({ path, content: text }));
  const parsed = parseDataset([MATRIX_FILE, ...files], ROOT);
  const entries = parsed.dataset!.environments;

  test('has no errors, and every entry is read', () => {
    const found = runRules(parsed, { asOf: SYNTHETIC_DAY }).filter(({ severity }) => severity === 'error');
    expect(found).toEqual([]);
    expect(entries).toHaveLength(300);
    expect(parsed.dataset!.providers).toHaveLength(30);
  });

  test('has something of everything', () => {
    const values = entries.map(({ value }) => value);
    expect(new Set(entries.map(({ category }) => category))).toEqual(new Set(matrix.categories.map(({ id }) => id)));
    expect(new Set(values.map(({ level }) => level))).toEqual(new Set(matrix.levels.map(({ id }) => id)));
    const evidence = values.flatMap((value) => value.evidence);
    expect(new Set(evidence.map(({ kind }) => kind))).toEqual(new Set(EVIDENCE_KINDS));
    expect(evidence.some(({ disputed }) => disputed !== undefined)).toBe(true);
    expect(values.some(({ lifecycle }) => lifecycle === 'retired')).toBe(true);
    expect(new Set(values.map(({ caveats }) => caveats.length))).toEqual(new Set([0, 1, 2, 3]));
    expect(new Set(values.map(({ history }) => history.length))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test('is the same each time, and an environment is the same however many there are', () => {
    expect(buildSynthetic(matrix, 300).map(({ text }) => text)).toEqual(files.map(({ content }) => content));
    const environments = (count: number): readonly unknown[] => buildSynthetic(matrix, count).slice(0, 20);
    expect(environments(20)).toEqual(environments(1000));
    expect(buildSynthetic(matrix, 20, 2).slice(0, 20)).not.toEqual(environments(20));
  });
});
