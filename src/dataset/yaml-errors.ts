import type { ErrorCode, YAMLError } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { positionOf, type SourceFile } from './source-file.ts';

/** What the parser says of a mistake. */
type SyntaxProblem = Pick<YAMLError, 'code' | 'message' | 'pos'>;

interface Explanation {
  readonly reason: string;
  readonly note?: string;
}

/** What the parser’s codes mean to somebody who wrote an entry. */
const EXPLANATIONS: Partial<Record<ErrorCode, Explanation>> = {
  BAD_INDENT: {
    reason: 'The indentation does not fit the lines above.',
    note: 'Keys of one mapping begin in the same column; two spaces a level.',
  },
  TAB_AS_INDENT: { reason: 'The line is indented with a tab.', note: 'YAML is indented with spaces; two a level.' },
  MISSING_CHAR: { reason: 'Something is missing here, such as a colon after a key or a closing bracket.' },
  UNEXPECTED_TOKEN: { reason: 'This does not belong here.' },
  MULTILINE_IMPLICIT_KEY: {
    reason: 'A key is expected on one line, followed by a colon.',
    note: 'Is a colon missing, or the indentation of the line above wrong?',
  },
  BAD_DIRECTIVE: { reason: 'A line that begins with `%` is a directive, which data files do not use.' },
  RESOURCE_EXHAUSTION: { reason: 'The file is too complex to read.' },
};

/** Says in the words of an author what a syntax error is, where, and what to write instead where that can be known. */
export function explainSyntax(source: SourceFile, error: SyntaxProblem): Finding {
  const [start, end] = error.pos;
  const known = EXPLANATIONS[error.code];
  const detail = error.message.trim().split('\n', 1)[0]!;
  const explained =
    explainQuoting(source.text, start) ?? explainIndent(source.text, error) ?? explainUnclosed(source.text, error);
  const [from, to] = explained?.at ?? [start, Math.max(end, start + 1)];
  return {
    ruleId: 'yaml-syntax',
    file: source.path,
    place: positionOf(source, from, to),
    reason: explained?.reason ?? known?.reason ?? 'This is not YAML.',
    fix: explained?.fix,
    note:
      explained === undefined ? [known?.note, `The parser says: ${detail}.`].filter(Boolean).join(' ') : explained.note,
  };
}

interface Precise extends Explanation {
  readonly fix?: string;
  /** Offsets of the real mistake, where the parser stumbled later. */
  readonly at?: readonly [number, number];
}

/** A line that is indented below a key which already has a value; the parser complains about that key. */
function explainIndent(text: string, error: SyntaxProblem): Precise | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const next = text.indexOf('\n', error.pos[0]) + 1;
  const indented = /^( +)(\S.*)$/.exec(next === 0 ? '' : lineAt(text, next));
  const above = /^ */.exec(lineAt(text, error.pos[0]))![0].length;
  if (indented === null || indented[1]!.length <= above) return undefined;
  return {
    reason: 'This line is indented below a key that already has a value.',
    fix: `${' '.repeat(above)}${indented[2]}`.trim(),
    note: 'Begin it in the same column as the line above.',
    at: [next + indented[1]!.length, next + indented[0].length],
  };
}

/** A quote that is never closed, or text after the one that closes; the parser notices at the end. */
function explainUnclosed(text: string, error: SyntaxProblem): Precise | undefined {
  const missing = /Missing closing (["'])/.exec(error.message)?.[1];
  if (missing !== undefined) {
    let offset = 0;
    for (const line of text.split('\n')) {
      const bare = line.replace(/\\./g, '__');
      if (!bare.trimStart().startsWith('#') && bare.split(missing).length % 2 === 0) {
        const at = offset + bare.indexOf(missing);
        return {
          reason: `The quote that opens here is not closed.`,
          note: `End the value with \`${missing}\`.`,
          at: [at, offset + line.length],
        };
      }
      offset += line.length + 1;
    }
  }
  const before = text.slice(0, error.pos[0]).trimEnd().at(-1);
  if (error.code === 'UNEXPECTED_TOKEN' && (before === '"' || before === "'")) {
    return {
      reason: 'Text follows the quote that closes the value.',
      note:
        before === "'"
          ? "Within single quotes an apostrophe is written twice: `''`."
          : 'Within double quotes a quote is written `\\"`.',
    };
  }
  return undefined;
}

/** A value that needs quotes: an unquoted `@handle`, or a sentence with a colon in it. */
function explainQuoting(text: string, offset: number): Precise | undefined {
  const line = lineAt(text, offset);
  const character = text[offset];
  const handle = /@[\w./-]+/.exec(line);
  if (character === '@' && handle !== null) {
    return {
      reason: 'A value cannot begin with `@` unless it is quoted.',
      fix: line.trim().replaceAll(/(?<!["'\w])@[\w./-]+/g, '"$&"'),
    };
  }
  const sentence = /^(\s*(?:- )?[\w-]+: )([^"'[{>|&*!%#][^#]*: .*)$/.exec(line);
  if (sentence !== null) {
    const [, key = '', words = ''] = sentence;
    return {
      reason: 'A colon followed by a space ends a key, so a sentence with one in it must be quoted.',
      fix: `${key.trim()} ${JSON.stringify(words.trim())}`,
    };
  }
  if (character === '`' || character === '%')
    return {
      reason: `A value cannot begin with ${character === '`' ? 'a backtick' : '`%`'} unless it is quoted.`,
      fix: line.trim().replace(/: (.*)$/, (_, words: string) => `: ${JSON.stringify(words)}`),
    };
  return undefined;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}
