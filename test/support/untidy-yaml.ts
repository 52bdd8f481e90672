import fc from 'fast-check';

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

const TEXTS = [
  'a',
  'two words',
  '@a',
  '1',
  'a: b',
  'a #b',
  "it's",
  'say "a"',
  'C:\\',
  '',
  '- a',
  'https://a.b/c',
  'a, b',
  '…',
  '{',
  '~',
];
const KEYS = ['name', 'level', 'evidence', 'kind', 'seen', 'on', 'history', 'other key', 'aliases', 'latest', '1'];

/** Further in than any line can be: what goes on within brackets must be. */
const DEEP = ' '.repeat(24);

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Value>(...TEXTS, 1, 1.5, true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** A file as somebody might have written it: any style that YAML has, with comments, each `#cN`, and blank lines anywhere. */
export function writeUntidy(): fc.Arbitrary<string> {
  const root = fc.dictionary(fc.constantFrom(...KEYS), value, { minKeys: 1, maxKeys: 6, noNullPrototype: true });
  // What is chosen for each value, comment and blank, in the order of the text.
  const choices = fc.infiniteStream(fc.nat(99));
  return fc.tuple(root, choices).map(([fields, stream]) => untidy(fields, stream));
}

function untidy(root: Value, stream: Iterator<number>): string {
  const choose = (percent: number): boolean => (stream.next().value as number) < percent;
  let comments = 0;
  const comment = (): string => `#c${(comments += 1)}`;
  const behind = (): string => (choose(10) ? ` ${comment()}` : '');
  const above = (indent: string): string =>
    `${choose(10) ? '\n' : ''}${choose(15) ? `${indent}${comment()}\n` : ''}${choose(5) ? `\n${indent}${comment()}\n` : ''}`;

  const scalar = (text: string | number | boolean, isInFlow: boolean): string => {
    if (typeof text !== 'string') return String(text);
    if (choose(30)) return `'${text.replaceAll("'", "''")}'`;
    const isPlain = /^[a-z](?!.*(?:: |:$| #))/.test(text) && !(isInFlow && /[,:{}[\]]/.test(text));
    return isPlain && choose(50) ? text : JSON.stringify(text);
  };
  const flow = (item: Value): string => {
    if (typeof item !== 'object') return scalar(item, true);
    const gap = (): string => (choose(10) ? ` ${comment()}\n${DEEP}` : choose(10) ? `\n${DEEP}` : ' ');
    const parts = Array.isArray(item)
      ? (item as readonly Value[]).map(flow)
      : Object.entries(item).map(([key, each]) => `${scalar(key, true)}: ${flow(each)}`);
    const [open, close] = Array.isArray(item) ? '[]' : '{}';
    return `${open!}${gap()}${parts.map((part) => `${part},${gap()}`).join('')}${close!}`;
  };
  const lines = (item: Value, indent: string): string => {
    const isEmpty = typeof item === 'object' && Object.keys(item).length === 0;
    if (typeof item !== 'object' || isEmpty || choose(30)) {
      const isBlock = typeof item === 'string' && /^[a-z]/.test(item) && choose(20);
      if (isBlock) return ` ${choose(50) ? '|-' : '>-'}${behind()}\n${indent}  ${item}\n`;
      return ` ${typeof item === 'object' ? flow(item) : scalar(item, false)}${behind()}\n`;
    }
    return `${behind()}\n${block(item, `${indent}${choose(50) ? '  ' : '    '}`)}`;
  };
  const block = (item: Value, indent: string): string =>
    (Array.isArray(item)
      ? (item as readonly Value[]).map((each) => `${above(indent)}${indent}-${lines(each, indent)}`)
      : Object.entries(item as Readonly<Record<string, Value>>).map(
          ([key, each]) => `${above(indent)}${indent}${scalar(key, false)}:${lines(each, indent)}`,
        )
    ).join('') + (choose(5) ? `${indent}${comment()}\n` : '');

  return `${above('')}${block(root, '')}${choose(10) ? `\n${comment()}` : ''}`;
}
