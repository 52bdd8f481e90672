import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMaintainer } from '../../src/dataset/add-maintainer.ts';
import { parseYaml } from '../../src/dataset/parse-yaml.ts';

const KEYS = ['name', 'level', 'maintainers', 'notes'];

type Fields = Readonly<Record<string, unknown>> & { readonly maintainers?: readonly unknown[] };

function read(text: string): Fields {
  const { value, findings } = parseYaml('file.yaml', text);
  expect(findings, text).toEqual([]);
  return value as Fields;
}

/** Adds `@new`, and holds the outcome against the text: one thing was put in, and it is a maintainer. */
function add(text: string): string {
  const added = addMaintainer(text, '@new', KEYS);
  let same = 0;
  while (same < text.length && text[same] === added[same]) same += 1;
  expect(added.endsWith(text.slice(same)), added).toBe(true);
  expect(added.length).toBeGreaterThan(text.length);
  const before = read(text);
  expect(read(added)).toEqual({ ...before, maintainers: [...(before.maintainers ?? []), '@new'] });
  return added;
}

describe.each<[string, [string, string][]]>([
  [
    'a list within brackets',
    [
      ['name: a\nmaintainers: []\nnotes: b\n', 'name: a\nmaintainers: ["@new"]\nnotes: b\n'],
      ['maintainers: [ ]  # nobody\n', 'maintainers: ["@new" ]  # nobody\n'],
      ['maintainers: [ # nobody\n  ]\n', 'maintainers: ["@new" # nobody\n  ]\n'],
      ['maintainers: ["@a"] # b\n', 'maintainers: ["@a", "@new"] # b\n'],
      [`maintainers: [ '@a', ]`, `maintainers: [ '@a', '@new', ]`],
      ['maintainers: [\n  "@a", # b\n  "@c" # d\n]\n', 'maintainers: [\n  "@a", # b\n  "@c", "@new" # d\n]\n'],
      ['maintainers: [{ name: A, url: b }]\n', 'maintainers: [{ name: A, url: b }, "@new"]\n'],
      ['maintainers: # a\n  []\n', 'maintainers: # a\n  ["@new"]\n'],
      ['{ name: a, maintainers: [] }', '{ name: a, maintainers: ["@new"] }'],
    ],
  ],
  [
    'a list of lines',
    [
      ['maintainers:\n  - "@a" # b\n\n# c\nnotes: d\n', 'maintainers:\n  - "@a" # b\n  - "@new"\n\n# c\nnotes: d\n'],
      ["maintainers:\n- '@a'\n- '@b'", "maintainers:\n- '@a'\n- '@b'\n- '@new'"],
      ['maintainers:\r\n    -   "@a"\r\nnotes: b\r\n', 'maintainers:\r\n    -   "@a"\r\n    - "@new"\r\nnotes: b\r\n'],
      [
        'maintainers:\n  - name: A\n    # b\n    url: c # d\n  # e\n',
        'maintainers:\n  - name: A\n    # b\n    url: c # d\n  - "@new"\n  # e\n',
      ],
      ['maintainers:\n  -\n    name: A\n', 'maintainers:\n  -\n    name: A\n  - "@new"\n'],
      ['? maintainers\n: - "@a"\n', '? maintainers\n: - "@a"\n  - "@new"\n'],
    ],
  ],
  [
    'no list',
    [
      [
        '# a\nname: b # c\nlevel: d\n\n# e\nnotes: f\n',
        '# a\nname: b # c\nlevel: d\nmaintainers: ["@new"]\n\n# e\nnotes: f\n',
      ],
      ['notes: a\nname:\n  - b\n  - c', 'notes: a\nname:\n  - b\n  - c\nmaintainers: ["@new"]'],
      ['name: |\n  a\n\nnotes: b\n', 'name: |\n  a\nmaintainers: ["@new"]\n\nnotes: b\n'],
      ['  name: a\n  notes: b\n', '  name: a\n  maintainers: ["@new"]\n  notes: b\n'],
      ['{ name: a, notes: b }\n', '{ name: a, maintainers: ["@new"], notes: b }\n'],
      ['name: a\r\nnotes: b', 'name: a\r\nmaintainers: ["@new"]\r\nnotes: b'],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases)('%j', (before, after) => {
    expect(add(before)).toBe(after);
  });
});

test('nothing else changes, whatever stands around it', () => {
  const items = fc.array(fc.constantFrom('"@a"', "'@b'", '{ name: C, url: d }', 'e'), { maxLength: 3 });
  const comment = fc.constantFrom('', ' # a', '  #b ');
  const lines = fc.array(fc.constantFrom('', '# c', '   # d'), { maxLength: 2 });
  const list = fc.oneof(
    fc.tuple(items, comment).map(([each, behind]) => ` [${each.join(', ')}]${behind}`),
    fc
      .tuple(items, fc.constantFrom('', '  ', '    '), comment)
      .map(([each, margin, behind]) =>
        each.length === 0 ? ' []' : `${behind}\n${each.map((item) => `${margin}- ${item}${behind}`).join('\n')}`,
      ),
    fc
      .tuple(items, comment)
      .map(([each, behind]) => ` [${behind}\n  ${each.map((item) => `${item},${behind}\n  `).join('')}]`),
  );
  const pair = (key: string): fc.Arbitrary<readonly string[]> =>
    fc
      .tuple(lines, fc.constantFrom(' a', ' "b" # c', '\n  - d\n  - e', ' |\n  f\n\n  g', ' { h: [i] }'))
      .map(([above, value]) => [...above, `${key}:${value}`]);
  fc.assert(
    fc.property(
      fc.tuple(pair('name'), pair('level'), fc.option(list), lines, fc.option(pair('notes'))),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\n', '\n\n', '\n# end'),
      ([name, level, maintainers, above, notes], newline, end) => {
        const own = maintainers === null ? [] : [...above, `maintainers:${maintainers}`];
        add(`${[...name, ...level, ...own, ...(notes ?? [])].join('\n')}${end}`.replaceAll('\n', newline));
      },
    ),
    { numRuns: 200 },
  );
});
