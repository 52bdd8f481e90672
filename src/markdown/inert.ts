import { printable } from '../diagnostics/format-text.ts';
import type { Inline } from './nodes.ts';
import { splitCode } from '../matrix/split-code.ts';

/** An invisible character that no word of GitHub’s own language may have inside. */
const BREAK = '\u200c';

/**
 * What GitHub makes something of in plain words, up to where the character goes that keeps it from doing so: mentions,
 * issues, addresses and emoji.
 */
const ACTIVE = /@|#(?=\d)|\bGH-(?=\d)|:(?=[\w+/-])|www(?=\.)/gi;

/** A commit is seven hexadecimal digits or more. */
const COMMIT = /\b[0-9a-f]{7,}\b/gi;

/**
 * Words that somebody wrote, as nodes that look like them and do nothing: no formula, no mention, no link. Text between
 * backticks is code. Everything else that means something in Markdown is for the writer of the tree to escape.
 */
export function inertWords(sentence: string): Inline[] {
  return splitCode(printable(sentence)).flatMap(({ text, code }): Inline[] =>
    code ? [{ type: 'inlineCode', value: text }] : withoutFormulas(withoutReferences(text)),
  );
}

function withoutReferences(text: string): string {
  return text.replace(COMMIT, (digits) => digits.replace(/.{6}/g, `$&${BREAK}`)).replace(ACTIVE, `$&${BREAK}`);
}

/** GitHub begins and ends a formula with a dollar sign, unless it stands alone in an element. */
function withoutFormulas(text: string): Inline[] {
  return text
    .split(/(\$)/)
    .filter((part) => part !== '')
    .map((part) => (part === '$' ? { type: 'html', value: '<span>$</span>' } : { type: 'text', value: part }));
}
