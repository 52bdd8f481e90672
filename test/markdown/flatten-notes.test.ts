import { expect, test } from 'vitest';
import { flattenNotes } from '../../src/markdown/flatten-notes.ts';

const text = (value: string) => ({ type: 'text', value });
const code = (value: string) => ({ type: 'inlineCode', value });

test.each([
  ['Words\nin two lines.\n\nAnd more.', [[text('Words in two lines.')], [text('And more.')]]],
  ['One  \ntwo\\\nthree', [[text('One')], [text('two')], [text('three')]]],
  ['- a\n\n  b\n- c', [[text('• '), text('a')], [text('b')], [text('• '), text('c')]]],
  [
    '- - a\n  - b',
    [
      [text('• • '), text('a')],
      [text('• '), text('b')],
    ],
  ],
  ['- -\n\n  a', [[text('• '), text('a')]]],
  ['> quoted\n>\n> - item', [[text('quoted')], [text('• '), text('item')]]],
  ['```sh\nfirst\nsecond\n```', [[code('first')], [code('second')]]],
  ['Run `x`.', [[text('Run '), code('x'), text('.')]]],
  ['*a **b***', [[{ type: 'emphasis', children: [text('a '), { type: 'strong', children: [text('b')] }] }]]],
  [
    '[`x` and y](https://example.org/ü)',
    [[{ type: 'link', url: 'https://example.org/ü', children: [code('x'), text(' and y')] }]],
  ],
  [
    '# 1 &amp; ![x](https://example.org/)',
    [[text('# 1 & !'), { type: 'link', url: 'https://example.org/', children: [text('x')] }]],
  ],
  ['[x](http://example.org/)', [[text('[x](http://example.org/)')]]],
  ['', []],
])('%j', (markdown, lines) => {
  expect(flattenNotes(markdown)).toEqual(lines);
});
