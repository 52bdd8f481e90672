import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classify } from '../../src/dataset/classify.ts';

const DATA = new URL('../../data/', import.meta.url);
const SCHEMAS = new URL('../../public/schema/', import.meta.url);

const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml') && !path.startsWith('generated/'));

test.each(files)('data/%s tells editors its schema', (path) => {
  const [first = ''] = readFileSync(new URL(path, DATA), 'utf8').split('\n', 1);
  const named = /^# yaml-language-server: \$schema=(\.\.\/\S+)$/.exec(first)?.[1];
  expect(named, `its first line is: ${first}`).toBeDefined();
  const schema = new URL(named!, new URL(path, DATA));
  expect(schema.href).toBe(new URL(`${classify(path).kind}.json`, SCHEMAS).href);
  expect(JSON.parse(readFileSync(schema, 'utf8'))).toHaveProperty('$schema');
});
