import { isDeepStrictEqual } from 'node:util';

/** Whether a value of the data is a mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a value, the same for equal values whatever the order of their keys. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    isRecord(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}

/** The keys that say which one of its kind an item is. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  evidence: ['repository', 'path', 'entry', 'workflow', 'asset', 'issue', 'url'],
  maintainers: ['name'],
};

/**
 * How alike two items of a list are, from 0 to 1 and a half: from one half on, one is the other after a change. Items
 * that have an identity are the same or another one; texts are never changed, only replaced.
 */
export function likenessOf(list: string, before: unknown, after: unknown): number {
  if (!isRecord(before) || !isRecord(after)) return 0;
  const share = shareOf(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) =>
      isDeepStrictEqual(before[key], after[key]),
    ),
  );
  const identity = IDENTITY[list] ?? ('id' in after ? ['id'] : undefined);
  if (identity !== undefined) return identity.every((key) => before[key] === after[key]) ? 0.5 + share : 0;
  if (list !== 'caveats') return share;
  const isSameIssue = before.issue !== undefined && before.issue === after.issue;
  return isSameIssue ? 1 : likenessOfWords(String(before.summary), String(after.summary));
}

function likenessOfWords(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(text.toLowerCase().split(/\W+/)));
  return likenessOfSets(left!, right!);
}

/** The share of what two sets have in common. */
export function likenessOfSets(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((each) => b.has(each)).length;
  return common / Math.max(1, a.size + b.size - common);
}

function shareOf(answers: readonly boolean[]): number {
  return answers.filter(Boolean).length / Math.max(1, answers.length);
}
