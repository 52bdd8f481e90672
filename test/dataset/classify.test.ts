import { expect, test } from 'vitest';
import { classify } from '../../src/dataset/classify.ts';

test.each([
  ['Matrix.yml', ['matrix.yaml']],
  ['wacth.yaml', ['watch.yaml']],
  // Its ending alone makes it none of them.
  ['tabc.yaml', ['environments/CATEGORY/tabc.yaml', 'providers/tabc.yaml']],
  ['environment/acme.yaml', ['environments/CATEGORY/acme.yaml']],
  ['environment/cloud/acme.yaml', ['environments/cloud/acme.yaml']],
  ['environments/acme.yaml', ['environments/CATEGORY/acme.yaml']],
  ['environments/cloud/more/acme.yaml', ['environments/cloud/acme.yaml']],
  ['environments/cloud/Acme Cloud.yaml', ['environments/cloud/acme-cloud.yaml']],
  ['provider/capx.yaml', ['providers/capx.yaml']],
  ['providers/more/capx.yaml', ['providers/capx.yaml']],
  ['readme.md', []],
  ['generated/other.json', []],
])('%s is told where it was meant to be', (path, expected) => {
  expect(classify(path)).toMatchObject({ kind: 'stray', expected });
});
