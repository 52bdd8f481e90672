import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDocument } from '../../src/dataset/format-document.ts';
import { keyOrder } from '../../src/dataset/key-order.ts';
import { parseYaml } from '../../src/dataset/parse-yaml.ts';
import { environmentSchema } from '../../src/model/environment.ts';
import { OPEN_VOCABULARY } from '../../src/model/matrix.ts';
import { writeUntidy } from '../support/untidy-yaml.ts';

const ORDER = keyOrder(environmentSchema(OPEN_VOCABULARY));

function parse(text: string): NonNullable<ReturnType<typeof parseYaml>['source']> & { readonly value: unknown } {
  const { source, value, findings } = parseYaml('file.yaml', text);
  expect(findings, text).toEqual([]);
  return { ...source!, value };
}

function format(text: string, modeline?: string): string {
  return formatDocument(parse(text), ORDER, modeline);
}

/** The comments of a text, sorted. */
function commentsOf(text: string): readonly string[] {
  return (text.match(/#c\d+/g) ?? []).sort();
}

describe.each<[string, [string, string][]]>([
  [
    'keys',
    [
      ['level: a\nname: b\n', 'name: b\nlevel: a\n'],
      ['zoo: a\nlevel: b\nant: c\nname: d\n', 'name: d\nlevel: b\nzoo: a\nant: c\n'],
      ['history: [{ reason: a, on: b }]\n', 'history: [{ on: b, reason: a }]\n'],
      ['evidence:\n  - seen: { on: a }\n    kind: b\n', 'evidence:\n  - kind: b\n    seen: { on: a }\n'],
      ['"name": a\n', 'name: a\n'],
      ['architectures: { arm64: b, amd64: a }\n', 'architectures: { arm64: b, amd64: a }\n'],
    ],
  ],
  [
    'quotes',
    [
      [`name: 'a'\n`, 'name: a\n'],
      ['name: "a: b"\n', 'name: "a: b"\n'],
      [`name: 'it''s "so": yes'\n`, `name: 'it''s "so": yes'\n`],
      ['name: "C:\\\\a: b"\n', `name: 'C:\\a: b'\n`],
      ['name: "268927e2"\n', 'name: "268927e2"\n'],
      ['name: ["1", "true", "null", "~", "0x1f", ".5", "a"]\n', 'name: ["1", "true", "null", "~", "0x1f", ".5", a]\n'],
      ["name: '@a'\n", 'name: "@a"\n'],
      ['name: { a: "https://b.c", d: "e, f" }\n', 'name: { a: "https://b.c", d: "e, f" }\n'],
      ['name: { a: https://b.c }\n', 'name: { a: "https://b.c" }\n'],
      ['name: "https://b.c"\n', 'name: https://b.c\n'],
      ['name: "yes"\nlevel: ~a\n', 'name: yes\nlevel: "~a"\n'],
      ['name: a\n  b\n', 'name: a b\n'],
      ['name: "a\\nb"\n', 'name: "a\\nb"\n'],
      ['name: "..."\nlevel: "--- a"\n', 'name: "..."\nlevel: "--- a"\n'],
      ['name: 1.50\nlevel: 007\nnotes: true\n', 'name: 1.50\nlevel: 007\nnotes: true\n'],
    ],
  ],
  [
    'lists and mappings',
    [
      ['aliases:\n- a\n-   b\n', 'aliases:\n  - a\n  - b\n'],
      ['aliases: [ a,b , ]\n', 'aliases: [a, b]\n'],
      ['aliases: [\n  a,\n  b\n]\n', 'aliases: [a, b]\n'],
      ['aliases: [ ]\nevidence: { }\n', 'aliases: []\nevidence: {}\n'],
      ['evidence:\n    - seen:\n        on: a\n', 'evidence:\n  - seen: { on: a }\n'],
      ['evidence:\n  -\n    kind: a\n', 'evidence:\n  - kind: a\n'],
      ['evidence:\n  - - a\n    -   - b\n', 'evidence:\n  - - a\n    - - b\n'],
      ['{ level: a, name: b }\n', 'name: b\nlevel: a\n'],
      ['? name\n: a\n', 'name: a\n'],
    ],
  ],
  [
    'texts over several lines',
    [
      ['notes: |\n    a\n\n      b\nlevel: a', 'level: a\nnotes: |\n  a\n\n    b\n'],
      ['caveats:\n- summary: >-   # c\n   a\n   b\n', 'caveats:\n  - summary: >- # c\n      a\n      b\n'],
      ['notes: |+\n a\n\nlevel: b\n', 'level: b\nnotes: |+\n  a\n\n'],
      ['notes: |2\n    a\n  b\n', 'notes: "  a\\nb\\n"\n'],
      ['notes: |\n  a\n   \n  b\n', 'notes: |\n  a\n   \n  b\n'],
    ],
  ],
  [
    'comments and blank lines',
    [
      [
        '# top\n\n# a\nname: a   #  b  \n\n\n\n# c\n# d\nlevel: e\n# end',
        '# top\n\n# a\nname: a #  b\n\n# c\n# d\nlevel: e\n\n# end\n',
      ],
      ['# b\nlevel: b\n# a\nname: a\n', '# a\nname: a\n# b\nlevel: b\n'],
      ['aliases: # a\n\n  # b\n\n  - c # d\n  # e\n', 'aliases:\n  # a\n\n  # b\n\n  - c # d\n  # e\n'],
      ['level: # a\n  b\n', '# a\nlevel: b\n'],
      ['aliases: [a, # b\n  c] # d\n', 'aliases:\n  - a # b\n  - c\n  # d\n'],
      ['maintainers: [ # a\n ] # b\n', '# a\n# b\nmaintainers: []\n'],
      [
        'evidence:\n  - # a\n    # b\n    seen: { on: c }\n    # d\n    kind: e\n',
        'evidence:\n  # a\n  # b\n  # d\n  - kind: e\n    seen: { on: c }\n',
      ],
      ['evidence:\n  - seen: # a\n      on: b # c\n', 'evidence:\n  - seen:\n      # a\n      on: b # c\n'],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases)('%j', (untidy, tidy) => {
    expect(format(untidy)).toBe(tidy);
    expect(format(tidy)).toBe(tidy);
    expect(parse(tidy).value).toEqual(parse(untidy).value);
  });
});

test('the first line is the modeline: the one that is asked for, or its own', () => {
  const modeline = '# yaml-language-server: $schema=../a.json';
  const other = '# yaml-language-server: $schema=../b.json';
  expect(format('# a\nname: a\n', modeline)).toBe(`${modeline}\n# a\nname: a\n`);
  expect(format(`${other}\n\nlevel: b\nname: a\n`, modeline)).toBe(`${modeline}\nname: a\nlevel: b\n`);
  expect(format(`level: b\n${other}\nname: a\n`)).toBe(`${other}\nname: a\nlevel: b\n`);
  expect(format(`${modeline}\n# a\n\nname: a\n`, modeline)).toBe(`${modeline}\n# a\n\nname: a\n`);
});

test('whatever it looks like, nothing is lost, and a second time changes nothing', () => {
  fc.assert(
    fc.property(writeUntidy(), (untidy) => {
      const tidy = format(untidy);
      expect(parse(tidy).value).toEqual(parse(untidy).value);
      expect(commentsOf(tidy)).toEqual(commentsOf(untidy));
      expect(format(tidy)).toBe(tidy);
    }),
    { numRuns: 200 },
  );
});
