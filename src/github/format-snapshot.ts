import { SNAPSHOT_PARTS, type Snapshot, type SnapshotValue } from '../model/snapshot.ts';

/**
 * Writes a snapshot as JSON that reads well as a diff: keys sorted, one value a line, or one item a line where a value
 * has a list. A value of the day of the run is written without its day.
 */
export function formatSnapshot({ collected, ...parts }: Snapshot): string {
  const texts = {
    collected: JSON.stringify(collected),
    ...Object.fromEntries(SNAPSHOT_PARTS.map((part) => [part, formatValues(parts[part], collected)])),
  };
  return `${formatLines(texts, '')}\n`;
}

function formatValues(values: Readonly<Record<string, SnapshotValue>>, collected: string): string {
  const texts = Object.entries(values).map(([key, value]) => [key, formatValue(value, collected)]);
  return formatLines(Object.fromEntries(texts) as Record<string, string>, '  ');
}

function formatValue({ fetched, ...rest }: SnapshotValue, collected: string): string {
  const value = fetched === collected ? rest : { ...rest, fetched };
  const text = JSON.stringify(value, sortKeys, 2);
  const hasList = Object.values(rest.answer ?? {}).some(Array.isArray);
  // Inside a text, line breaks are escaped.
  return hasList ? text.replaceAll('\n', '\n    ') : text.replaceAll(/\n */g, ' ');
}

/** One key a line, sorted; each text is finished JSON. */
function formatLines(texts: Readonly<Record<string, string>>, indent: string): string {
  const lines = Object.keys(texts)
    .toSorted()
    .map((key) => `${indent}  ${JSON.stringify(key)}: ${texts[key]!}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
