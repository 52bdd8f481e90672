import type { Finding, Place } from '../diagnostics/diagnostic.ts';
import { type Snapshot, snapshot as snapshotSchema } from '../model/snapshot.ts';
import { checkShape } from './check-shape.ts';
import { parseYaml } from './parse-yaml.ts';

/** How many mistakes are told: one broken merge may have thousands. */
const MOST_FINDINGS = 3;

/** Places are looked for in a text of at most so many characters: where they are is no help in a file that nobody reads. */
const MOST_PLACED = 2_000_000;

const NOTE = 'It is written by sync: take the last good one from the repository, or delete it and run sync again.';

/** Reads the text of a snapshot and holds it against its schema; `path` is that of the file as diagnostics show it. */
export function parseSnapshot(
  path: string,
  text: string,
): { readonly value?: Snapshot; readonly findings: readonly Finding[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { findings: [syntaxFinding(path, (error as SyntaxError).message)] };
  }
  const read = snapshotSchema.safeParse(value);
  if (read.success) return { value: read.data, findings: [] };
  if (text.length > MOST_PLACED || isDeep(text))
    return {
      findings: [{ ruleId: 'value-form', file: path, reason: 'The snapshot does not fit its schema.', note: NOTE }],
    };
  // JSON is YAML, and its parser knows the places. It takes its time, which only a broken file costs.
  const { source, findings } = parseYaml(path, text);
  const mistakes = source === undefined ? findings : checkShape(source, value, snapshotSchema).findings;
  return { findings: mistakes.slice(0, MOST_FINDINGS).map((finding) => ({ ...finding, note: NOTE })) };
}

/** What the JSON parser says, with the place that it names at the end, if any. */
function syntaxFinding(file: string, message: string): Finding {
  const [, offset, line, column] = / at position (\d+) \(line (\d+) column (\d+)\)$/.exec(message)?.map(Number) ?? [];
  const place: Place | undefined =
    line === undefined || column === undefined ? undefined : { line, column, offset: offset };
  return { ruleId: 'value-form', file, place, reason: 'The snapshot is not JSON.', note: NOTE };
}

/** Whether a text nests as no snapshot does. */
function isDeep(text: string): boolean {
  return /[[{](?:\s*[[{]){20}/.test(text);
}
