/** The comment that tells editors the schema of a file. */
const MODELINE = /^# yaml-language-server: \$schema=(\S+)$/;

/** Whether a line is the comment that tells editors the schema of its file. */
export function isModeline(line: string): boolean {
  return MODELINE.test(line);
}

/** How many folders deep the files of each kind are, in the data folder. */
const DEPTHS = { environment: 2, provider: 1, watch: 0 } as const;

/**
 * The modeline of the files of a kind, made from that of `matrix.yaml`, whose text is given: schemas are beside each
 * other. Undefined where it has none.
 */
export function modelineFor(matrix: string, kind: keyof typeof DEPTHS): string | undefined {
  const [, schema] = MODELINE.exec(matrix.split('\n', 1)[0]!) ?? [];
  if (schema?.endsWith('matrix.json') !== true) return undefined;
  const folder = schema.slice(0, -'matrix.json'.length);
  const isAbsolute = /^(?:[a-z]+:|\/)/i.test(folder);
  return `# yaml-language-server: $schema=${isAbsolute ? '' : '../'.repeat(DEPTHS[kind])}${folder}${kind}.json`;
}
