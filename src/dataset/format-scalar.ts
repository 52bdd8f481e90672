import { type Scalar, Schema } from 'yaml';

/** The forms of numbers, booleans and blanks: a plain text in one of them would be read as that. */
const OTHER_TYPES = new Schema({ schema: 'core' }).tags.flatMap((tag) =>
  'test' in tag && tag.test !== undefined ? [tag.test] : [],
);

/** What a plain text begins with, so that it looks like words; `---` and `...` would end the document. */
const BEGINS_PLAIN = /^(?!\.\.\.)[\p{L}\p{N}_./]/u;

/** What a plain text cannot hold, because YAML takes it for a sign. */
const SIGN = /:(?:\s|$)|\s#|\s$|\n/;

/** Between braces and brackets, commas and colons separate too. */
const SIGN_IN_FLOW = /[,:[\]{}]/;

/** A text in house style: plain where it can be, else in double quotes, or in single ones where those need no escapes. */
export function formatText(text: string, isInFlow: boolean): string {
  const isPlain = !SIGN.test(text) && !OTHER_TYPES.some((type) => type.test(text));
  return isPlain ? formatPlain(text, isInFlow) : formatQuoted(text);
}

/** A value in house style, where `source` is the text of its file and `indent` what the lines of a block begin with. */
export function formatScalar(node: Scalar, source: string, indent: string, isInFlow: boolean): string {
  const { value, type } = node;
  if (typeof value !== 'string') return node.source ?? String(value);
  // What was written plain, on one line, is no sign and no number.
  if (type === 'PLAIN' && node.source === value) return formatPlain(value, isInFlow);
  if (!isInFlow && (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL'))
    return formatBlock(node, source, indent) ?? formatText(value, isInFlow);
  return formatText(value, isInFlow);
}

function formatPlain(text: string, isInFlow: boolean): string {
  return BEGINS_PLAIN.test(text) && !(isInFlow && SIGN_IN_FLOW.test(text)) ? text : formatQuoted(text);
}

function formatQuoted(text: string): string {
  return /["\\]/.test(text) && !text.includes('\n') ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

/** A text over several lines with the line breaks of its author; undefined where its header counts how far it is indented. */
function formatBlock({ range }: Scalar, source: string, indent: string): string | undefined {
  const [header = '', ...lines] = source.slice(range![0], range![1]).replace(/\n$/, '').split('\n');
  const style = header.replace(/\s.*/, '');
  if (/\d/.test(style)) return undefined;
  const depth = lines.find((line) => line.trim() !== '')?.search(/\S/) ?? 0;
  return [style, ...lines.map((line) => (line.length > depth ? indent + line.slice(depth) : ''))].join('\n');
}
