import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { printable } from '../../src/diagnostics/format-text.ts';
import { inertWords } from '../../src/markdown/inert.ts';
import { plainText } from '../../src/markdown/nodes.ts';
import remarkParse from 'remark-parse';
import { findLive } from '../support/live-markdown.ts';

const writer = unified().use(remarkGfm).use(remarkStringify);
const reader = unified().use(remarkParse).use(remarkGfm);

/** A list item, because nothing of a comment stands at the beginning of a line. */
function write(words: string): string {
  return writer.stringify({
    type: 'root',
    children: [
      {
        type: 'list',
        children: [
          {
            type: 'listItem',
            children: [
              {
                type: 'paragraph',
                children: [
                  { type: 'strong', children: [{ type: 'text', value: 'Name' }] },
                  { type: 'text', value: ' ' },
                  ...inertWords(words),
                ],
              },
            ],
          },
        ],
      },
    ],
  });
}

/** Pieces of text that mean something to somebody. */
const piece = fc.constantFrom(
  ...[
    '@octocat',
    '@acme/team',
    '#12',
    'acme/cloud#3',
    'GH-4',
    'deadbeef1234',
    ':tada:',
    'https://evil.example.org',
    'www.evil.example.org',
  ],
  ...[
    'a@evil.example.org',
    'mailto:a@b.org',
    '$x$',
    '$`x`$',
    '$$',
    '<script>',
    '<!-- -->',
    '-->',
    '</details>',
    '<https://evil.example.org>',
    '&lt;',
    '&#64;',
  ],
  ...[
    '[x](https://evil.example.org)',
    '![x](y.png)',
    '[^1]',
    '[x]: y',
    '**',
    '__',
    '~~',
    '`',
    '``',
    '|',
    '\\',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '# ',
    '> ',
    '[ ] ',
    '---',
    '::error::',
  ],
  ...['\u202e', '\u200b', '\u001b[31m', '\u0000', ' ', 'word', '_', '*', 'é', '字', '😀'],
);
const words = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 }))).map((pieces) => pieces.join(''));

test('whatever somebody writes is words and does nothing', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(findLive(write(text))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('and is still to be read', () => {
  fc.assert(
    fc.property(words, (text) => {
      const shown = plainText(reader.parse(write(text)).children).replace('Name ', '');
      const bare = (each: string): string => each.replace(/[\u200c\s`]|<\/?span>/g, '');
      expect(bare(shown)).toBe(bare(printable(text)));
    }),
    { numRuns: 500 },
  );
});
