import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderNotes } from '../../src/markdown/render-notes.ts';

test.each([
  ['Two\nlines.\n\nA paragraph.', '<p>Two\nlines.</p>\n<p>A paragraph.</p>\n'],
  ['- *One*\n- **two**', '<ul>\n<li><em>One</em></li>\n<li><strong>two</strong></li>\n</ul>\n'],
  ['2. Two\n3. three', '<ol start="2">\n<li>Two</li>\n<li>three</li>\n</ol>\n'],
  ['`a < b` & c', '<p><code>a &lt; b</code> &amp; c</p>\n'],
  ['[Guide](https://example.com/a?b=1&c)', '<p><a href="https://example.com/a?b=1&amp;c">Guide</a></p>\n'],
  ['[Guide][1]\n\n[1]: https://example.com', '<p><a href="https://example.com">Guide</a></p>\n'],
])('%j is shown as it is meant', (markdown, html) => {
  expect(renderNotes(markdown)).toBe(html);
});

test.each([
  '<script>alert(1)</script>',
  '<b>bold</b>',
  '[click](javascript:alert(1))',
  '[click](http://example.com)',
  '[click](//example.com)',
  '[click](/levels/)',
  '[click](https://user@example.com)',
  '<javascript:alert(1)>',
  '![picture](https://example.com/a.png)',
  '# Title',
  'Title\n===',
  '***',
  '[click][1]\n\n[1]: data:text/html,x',
])('%j brings nothing that is no text, list, emphasis, code or https link', (markdown) => {
  expect(renderNotes(markdown)).not.toMatch(/<(?!\/?p>|\/?em>|\/?a>|a href="https:)/);
});

/** All tags that notes may become, with what stands in them. */
const TAG =
  /^<(?:\/?(?:p|ul|ol|li|em|strong|blockquote|pre|code|a)|br|ol start="\d+"|code class="language-[^"<>]*"|a href="https:\/\/[^"<>]*"(?: title="[^"<>]*")?)>$/;

test('whatever the notes are, only these tags come out', () => {
  const piece = fc.constantFrom(
    ...'<>[]()!"\'`*_#-+=~:/\\&;\n\t 1.'.split(''),
    ...[
      'https://a.example/',
      'javascript:',
      '<script>',
      '</p>',
      '<a href=x onclick=y>',
      '&lt;',
      'http:',
      'a',
      '@',
      '[1]: ',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const [tag] of renderNotes(pieces.join('')).matchAll(/<[^>]*>?/g)) expect(tag).toMatch(TAG);
    }),
    { numRuns: 3_000 },
  );
});
