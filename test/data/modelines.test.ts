import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classify } from '../../src/dataset/classify.ts';

const DATA = new URL('../../data/', import.meta.url);
const SCHEMAS = new URL('../../public/schema/', import.meta.url);

const modelines = readdirSync(DATA, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => {
    const [first = ''] = readFileSync(new URL(path, DATA), 'utf8').split('\n', 1);
    return { path, named: /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] };
  });

test.each(modelines)('data/$path tells editors its schema, if any', ({ path, named }) => {
  // A file without one is what `npm run format` mends, and no reason to refuse a contribution.
  if (named === undefined) return;
  const schema = new URL(named, new URL(path, DATA));
  expect(schema.href).toBe(new URL(`${classify(path).kind}.json`, SCHEMAS).href);
  expect(JSON.parse(readFileSync(schema, 'utf8'))).toHaveProperty('$schema');
});

test('nearly all files do', () => {
  expect(modelines.filter(({ named }) => named === undefined).length).toBeLessThan(modelines.length / 10);
});
