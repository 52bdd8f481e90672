import type { CST, ErrorCode, YAMLError } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { positionOf, type SourceFile } from './source-file.ts';
import { type Line, lineAt, lineBefore, lineBelow } from './text-lines.ts';
import { findToken } from './yaml-tokens.ts';

/** What the parser says of a mistake. */
type SyntaxProblem = Pick<YAMLError, 'code' | 'message' | 'pos'>;

interface Explanation {
  readonly reason: string;
  readonly note?: string | undefined;
  readonly fix?: string | undefined;
  /** Offsets of the real mistake, where the parser stumbled later. */
  readonly at?: readonly [number, number];
}

/** Tells a mistake that it knows; undefined where it is none of those. */
type Explain = (text: string, error: SyntaxProblem, tokens: readonly CST.Token[]) => Explanation | undefined;

/** What the parser’s codes mean to somebody who wrote an entry, where nothing more precise is known. */
const EXPLANATIONS: Partial<Record<ErrorCode, Explanation>> = {
  BAD_INDENT: {
    reason: 'The indentation does not fit the lines above.',
    note: 'Keys of one mapping begin in the same column, and so do the hyphens of one list; two spaces a level.',
  },
  TAB_AS_INDENT: { reason: 'The line is indented with a tab.', note: 'Indent with spaces, two a level.' },
  BAD_DQ_ESCAPE: {
    reason: 'A backslash in double quotes begins a code, and there is no such code.',
    note: 'Write the backslash twice, or put the value in single quotes.',
  },
  MISSING_CHAR: { reason: 'Something is missing here, such as a colon after a key or a closing bracket.' },
  UNEXPECTED_TOKEN: { reason: 'This does not belong here.' },
  RESOURCE_EXHAUSTION: { reason: 'The file is too complex to read.' },
};

/** Says in the words of an author what a syntax error is, where, and what to write instead where that can be known. */
export function explainSyntax(source: SourceFile, tokens: readonly CST.Token[], error: SyntaxProblem): Finding {
  const [start, end] = error.pos;
  const precise = EXPLAINERS.map((explain) => explain(source.text, error, tokens)).find((each) => each !== undefined);
  const explained = precise ?? EXPLANATIONS[error.code];
  const [from, to] = explained?.at ?? [start, Math.max(end, start + 1)];
  const detail = error.message.trim().split('\n', 1)[0]!.replace(/\.$/, '');
  return {
    ruleId: 'yaml-syntax',
    file: source.path,
    place: positionOf(source, from, to),
    reason: explained?.reason ?? 'This is not YAML.',
    fix: explained?.fix,
    note:
      precise === undefined ? [explained?.note, `The parser says: ${detail}.`].filter(Boolean).join(' ') : precise.note,
  };
}

/** Says what an anchor, an alias, a tag or a directive is to somebody who may never have heard of them. */
export function explainFeature(source: SourceFile, token: CST.Token): Finding {
  const written = 'source' in token ? token.source : '';
  const quote = 'If it is text, put it in quotes.';
  const [reason, note] = {
    alias: [`\`${written}\` is a YAML alias: it stands for something written elsewhere.`, `Write that out. ${quote}`],
    anchor: [`\`${written}\` is a YAML anchor: it gives what follows a name.`, `Delete it. ${quote}`],
    tag: [`\`${written}\` is a YAML tag: it sets the type of what follows.`, `Delete it. ${quote}`],
  }[token.type as string] ?? ['A line that begins with `%` is a directive.', 'Delete it: every file is YAML 1.2.'];
  return {
    ruleId: 'yaml-feature',
    file: source.path,
    place: positionOf(source, token.offset, token.offset + written.length),
    reason: reason!,
    note,
  };
}

/** Says that a value is cut off by what its author did not mean as a comment. */
export function explainSwallowed(source: SourceFile, { offset }: CST.Token): Finding {
  const line = lineAt(source.text, offset);
  const [, before = '', value = ''] = ENTRY.exec(line.content) ?? [];
  return {
    ruleId: 'value-form',
    file: source.path,
    place: positionOf(source, offset, line.range[1]),
    reason: 'A `#` after a space begins a comment, so the value ends in front of it.',
    fix: `${before}${JSON.stringify(value)}`,
    note: 'If this is a comment, write a space after the `#`.',
  };
}

/** A line as what stands before its value, and its value. */
const ENTRY = /^((?:- +)*(?:[\w-]+: +)?)(\S.*)$/;

/** What an editor, a merge or a chat left in the file. */
const explainLeftover: Explain = (text, error) => {
  const line = lineAt(text, error.pos[0]);
  if (/^(?:<{7}|={7}|>{7})(?: |$)/.test(line.text))
    return {
      reason: 'A merge was not finished: both versions are still here.',
      note: 'Keep one version, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
      at: line.range,
    };
  if (line.text.startsWith('```'))
    return { reason: 'This line belongs to Markdown, not to the file.', note: 'Delete it.', at: line.range };
  return undefined;
};

/** A quote or a bracket that is never closed; the parser notices further down. */
const explainUnclosed: Explain = (text, error, tokens) => {
  if (error.message.startsWith('Missing closing ')) {
    const opening = lastBefore(tokens, error.pos[0], (token) => token.type.endsWith('-quoted-scalar'));
    const line = lineAt(text, opening?.offset ?? error.pos[0]);
    const offset = opening?.offset ?? line.range[0];
    const quote = text[offset] ?? '"';
    return {
      reason: 'The quote that opens here is not closed.',
      note: `End the value with \`${quote}\`.`,
      at: [offset, line.range[1]],
    };
  }
  const closing = /must be sufficiently indented and end with a (.)/.exec(error.message)?.[1];
  if (closing !== undefined) {
    const opening = lastBefore(tokens, error.pos[0], isUnclosed);
    if (opening === undefined) return undefined;
    const line = lineAt(text, opening.offset);
    const other = closing === ']' ? '}' : ']';
    return line.text.endsWith(other)
      ? {
          reason: `The \`${text[opening.offset]!}\` that opens here is closed by \`${other}\`.`,
          fix: `${line.content.slice(0, -1)}${closing}`,
          at: [opening.offset, line.range[1]],
        }
      : {
          reason: `The \`${text[opening.offset]!}\` that opens here is not closed.`,
          note: `Write \`${closing}\` after the last item.`,
          at: [opening.offset, line.range[1]],
        };
  }
  if (/^Unexpected flow-(?:seq|map)-end/.test(error.message))
    return { reason: 'This closes a bracket that was not opened.', note: 'Delete it.' };
  return undefined;
};

function isUnclosed(token: CST.Token): boolean {
  if (token.type !== 'flow-collection') return false;
  const end = token.start.type === 'flow-seq-start' ? 'flow-seq-end' : 'flow-map-end';
  return !token.end.some(({ type }) => type === end);
}

function lastBefore(
  tokens: readonly CST.Token[],
  offset: number,
  fits: (token: CST.Token) => boolean,
): CST.Token | undefined {
  let last: CST.Token | undefined;
  findToken(tokens, (token) => {
    if (token.offset < offset && fits(token)) last = token;
    return false;
  });
  return last;
}

/** What each character means at the beginning of a value, where it was meant as text. */
const INDICATORS: Readonly<Record<string, string>> = {
  '@': 'which YAML keeps for itself',
  '`': 'which YAML keeps for itself',
  '%': 'which YAML keeps for itself',
  '&': 'which begins an anchor',
  '*': 'which begins an alias',
  '!': 'which begins a tag',
  '|': 'which begins a block of lines',
  '>': 'which begins a block of lines',
  '[': 'which begins a list',
  '{': 'which begins a mapping',
  '-': 'which begins an item of a list',
  '?': 'which begins a key',
};

/** A value that needs quotes: one that begins with a character of YAML’s own, or holds a colon. */
const explainQuoting: Explain = (text, error) => {
  const line = lineAt(text, error.pos[0]);
  if (text[error.pos[0]] === '@' && /@[\w./-]+/.test(line.text)) {
    return { reason: 'A value cannot begin with `@` unless it is quoted.', fix: quoteHandles(line.content) };
  }
  const entry = ENTRY.exec(line.content);
  if (entry === null || line.range[0] + entry[1]!.length > error.pos[0]) return undefined;
  const [, before = '', value = ''] = entry;
  const at = [line.range[0] + before.length, line.range[1]] as const;
  const fix = `${before}${JSON.stringify(value)}`;
  const begins = INDICATORS[value.charAt(0)];
  const isBegun = !/^[-?]$/.test(value.charAt(0)) || value.charAt(1) === ' ';
  if (before !== '' && begins !== undefined && isBegun && !/BLOCK_IN_FLOW|BAD_DQ_ESCAPE/.test(error.code))
    return { reason: `A value cannot begin with ${nameOf(value.charAt(0))}, ${begins}, unless it is quoted.`, fix, at };
  if (/: *$/.test(before) && /^[^"'[{>|&*!%#][^#]*: /.test(value)) return { reason: COLON, fix, at };
  return undefined;
};

function nameOf(character: string): string {
  return character === '`' ? 'a backtick' : `\`${character}\``;
}

/** Quotes every handle of a line; those of `maintainers` make a list. */
function quoteHandles(line: string): string {
  const quoted = line.replaceAll(/(?<!["'\w])@[\w./-]+/g, '"$&"');
  return quoted.replace(/^maintainers: +([^[].*)$/, 'maintainers: [$1]');
}

/** Text after the quote that closes a value. */
const explainAfterQuote: Explain = (text, error) => {
  if (error.code !== 'UNEXPECTED_TOKEN') return undefined;
  const quote = text.slice(0, error.pos[0]).trimEnd().at(-1);
  if (quote !== '"' && quote !== "'") return undefined;
  const line = lineAt(text, error.pos[0]);
  const [, before, value = ''] = /^((?:- +)*(?:[\w-]+: +)?)(["'].*)$/.exec(line.content) ?? [];
  const inner = value.endsWith(quote) ? value.slice(1, -1) : value;
  return {
    reason: 'Text follows the quote that closes the value.',
    fix: before === undefined ? undefined : `${before}${JSON.stringify(inner)}`,
    note:
      quote === "'"
        ? "Within single quotes an apostrophe is written twice: `''`."
        : 'Within double quotes a quote is written `\\"`.',
  };
};

/** Two entries in braces without a comma between them, or a value in braces with a colon in it. */
const explainFlow: Explain = (text, error) => {
  if (error.code !== 'BLOCK_IN_FLOW') return undefined;
  const line = lineAt(text, error.pos[0]);
  const [start] = error.pos;
  const [value = ''] = /^[^,}\]\n]*/.exec(text.slice(start))!;
  const [, first] = /^([^\s:]+) +[a-z][\w-]*: /.exec(value) ?? [];
  const end = start + (first ?? value.trimEnd()).length;
  const fix = (written: string): string =>
    `${text.slice(line.range[0], start)}${written}${text.slice(end, line.range[1])}`;
  return first === undefined
    ? { reason: COLON, fix: fix(JSON.stringify(text.slice(start, end))), at: [start, end] }
    : { reason: 'A comma is missing here.', fix: fix(`${first},`), at: [start, end] };
};

const COLON = 'A colon followed by a space ends a key, so a text with one in it must be quoted.';

const INDENT_NOTE = EXPLANATIONS.BAD_INDENT?.note;

/** A line that begins in the wrong column; the parser complains about the key above it, or about the blanks before it. */
const explainIndent: Explain = (text, error) => {
  const line = lineAt(text, error.pos[0]);
  if (error.code === 'BAD_INDENT' && /^-[^\s-]/.test(line.content)) {
    const [at] = line.range;
    return { reason: 'A space is missing after the hyphen.', fix: line.content.replace('-', '- '), at: [at, at + 1] };
  }
  if (isIndentError(error)) return { reason: EXPLANATIONS.BAD_INDENT!.reason, note: INDENT_NOTE, at: line.range };
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const [above, below] = [lineBefore(text, line), lineBelow(text, line)];
  if (below === undefined || below.indent <= line.indent) return undefined;
  // Where the lines above and below agree, the one between them is out of line.
  if (above !== undefined && line.indent < below.indent && agree(above, below)) {
    return {
      reason: 'This line is indented less than those above and below it.',
      note: INDENT_NOTE,
      at: line.range,
    };
  }
  return {
    reason: 'This line is indented below a key that already has a value.',
    fix: `${line.content}\n${below.content}`,
    note: 'Begin it in the same column as the line above.',
    at: below.range,
  };
};

function isIndentError({ code, message }: SyntaxProblem): boolean {
  return code === 'BAD_INDENT' || message.startsWith('Sequence item without') || message.startsWith('A block sequence');
}

/** Whether two lines belong to one mapping or one list, by where they begin. */
function agree(above: Line, below: Line): boolean {
  return below.content.startsWith('- ')
    ? above.content.startsWith('- ') && above.indent === below.indent
    : above.column === below.column;
}

/** A line that is neither `key: value` nor indented enough to belong to the value above it. */
const explainKey: Explain = (text, error) => {
  if (error.code !== 'MULTILINE_IMPLICIT_KEY' && !error.message.startsWith('Implicit map keys')) return undefined;
  const line = lineAt(text, error.pos[0]);
  const [, before, key, sign, value] = /^((?:- +)*)([\w-]+)(:| *=) *(\S.*)$/.exec(line.content) ?? [];
  if (key !== undefined && !value!.startsWith('//')) {
    return {
      reason: sign === ':' ? 'A space is missing after the colon.' : 'A key is followed by a colon, not by `=`.',
      fix: `${before!}${key}: ${value!}`,
      at: line.range,
    };
  }
  return {
    reason: 'This line is no `key: value`.',
    note: 'Write the key with its colon. If the line goes on with the text above it, indent it.',
    at: line.range,
  };
};

/** The first that knows the mistake explains it. */
const EXPLAINERS: readonly Explain[] = [
  explainLeftover,
  explainUnclosed,
  explainFlow,
  explainQuoting,
  explainAfterQuote,
  explainIndent,
  explainKey,
];
