import { describe, expect, test } from 'vitest';
import { isWanted } from '../../src/matrix/history-filter.ts';
import { buildHistory, groupByMonth } from '../../src/matrix/history-view.ts';
import { parseState } from '../../src/matrix/find-state.ts';
import { parseAcme } from '../support/parse-acme.ts';

const dataset = parseAcme({
  'environments/cloud/acme.yaml': `name: Acme Cloud
level: tested
maintainers: []
evidence: [{ kind: ci, repository: acme/cloud, path: test.sh, seen: { on: 2026-08-22 } }]
history:
  - { on: 2021-04-30, level: works, reason: First listed. }
  - { on: 2021-05-03, level: works, reason: Nothing changed. }
  - { on: 2022-02-01, level: unknown, reason: Nobody knew any more. }
  - { on: 2023-05-03, level: works, reason: It works. }
  - { on: 2023-05-03, level: tested, reason: Tests run., source: "https://acme.example.org/1" }
`,
  'environments/metal/gone.yaml': `name: Gone Metal
level: unsupported
lifecycle: retired
since: 2023-05-01
reason: It closed.
maintainers: []
history:
  - { on: 2022-02-01, level: tested, reason: First listed. }
  - { on: 2023-05-03, level: unsupported, reason: It closed. }
  - { on: 2023-06-01, level: unsupported, reason: The row went. }
`,
  'providers/capx.yaml': `name: Cluster API Provider Acme
acronym: CAPX
role: infrastructure
repository: acme/capx
stages: { image: { status: none }, test: { status: unknown } }
history:
  - { on: 2022-02-02, stage: image, reason: An image was made. }
`,
});

test('every change is told, newest first, with what it was', () => {
  const lines = buildHistory(dataset).map(
    ({ on, id, direction, from, to, stage }) =>
      `${on} ${id} ${direction} ${from?.id ?? '-'}→${to?.id ?? '-'}${stage === undefined ? '' : ` ${stage}`}`,
  );
  expect(lines).toEqual([
    '2023-06-01 gone noted -→unsupported',
    '2023-05-03 acme raised works→tested',
    '2023-05-03 acme raised unknown→works',
    '2023-05-03 gone retired tested→unsupported',
    '2022-02-02 capx noted -→- Image',
    '2022-02-01 acme lowered works→unknown',
    '2022-02-01 gone added -→tested',
    '2021-05-03 acme noted -→works',
    '2021-04-30 acme added -→works',
  ]);
});

test('months keep the order, and everything is in one of them', () => {
  const items = buildHistory(dataset);
  const months = groupByMonth(items);
  expect(months.map(({ month }) => month)).toEqual(['2023-06', '2023-05', '2022-02', '2021-05', '2021-04']);
  expect(months.flatMap((month) => month.items)).toEqual(items);
});

describe('a change is looked for', () => {
  const schema = {
    facets: [
      {
        id: 'category',
        label: 'Category',
        options: [
          { id: 'cloud', label: '' },
          { id: 'metal', label: '' },
        ],
      },
      {
        id: 'direction',
        label: 'Direction',
        options: [
          { id: 'raised', label: '' },
          { id: 'added', label: '' },
        ],
      },
    ],
    columns: [],
  };
  const change = { choices: { category: 'cloud', direction: 'raised' }, text: '2023-05-03 Acme Cloud Tests run.' };
  test.each([
    ['', true],
    ['category=cloud', true],
    ['category=metal', false],
    ['category=metal,cloud&direction=raised,added', true],
    ['category=cloud&direction=added', false],
    ['q=CLOUD+tests', true],
    ['q=cloud+nowhere', false],
    ['q=2023-05', true],
    ['category=<script>&direction=__proto__&q=', true],
  ])('%s', (address, wanted) => {
    expect(isWanted(change, parseState(address, schema), schema)).toBe(wanted);
  });
});
