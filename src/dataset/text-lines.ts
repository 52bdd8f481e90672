/** One line of a text. */
export interface Line {
  /** As it is written, without its end. */
  readonly text: string;
  /** Without the blanks around it. */
  readonly content: string;
  /** The offsets between which the content stands. */
  readonly range: readonly [number, number];
  /** How many blanks it begins with. */
  readonly indent: number;
  /** How many characters stand before its first key or value, the hyphens of a list among them. */
  readonly column: number;
}

/** The line that an offset is in. */
export function lineAt(text: string, offset: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  const content = line.trim();
  const indent = content === '' ? line.length : line.indexOf(content);
  const hyphens = /^(?:- +)*/.exec(content)![0].length;
  const from = start + indent;
  return { text: line, content, range: [from, from + content.length], indent, column: indent + hyphens };
}

/** The nearest line above one that is neither blank nor a comment. */
export function lineBefore(text: string, line: Line): Line | undefined {
  for (let end = text.lastIndexOf('\n', line.range[0]); end > 0;) {
    const above = lineAt(text, end - 1);
    if (above.content !== '' && !above.content.startsWith('#')) return above;
    end = text.lastIndexOf('\n', end - 1);
  }
  return undefined;
}

/** The nearest line below one that is neither blank nor a comment. */
export function lineBelow(text: string, line: Line): Line | undefined {
  for (let end = text.indexOf('\n', line.range[1]); end >= 0; end = text.indexOf('\n', end + 1)) {
    const below = lineAt(text, end + 1);
    if (below.content !== '' && !below.content.startsWith('#')) return below;
  }
  return undefined;
}
