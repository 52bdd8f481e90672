import { classify } from '../dataset/classify.ts';
import { type DataFile, SNAPSHOT_PATH, type Unread } from '../dataset/data-file.ts';
import { type ParsedDataset, parseDataset } from '../dataset/parse-dataset.ts';
import type { AnyEntry } from '../dataset/references.ts';

/** Two revisions of a data folder, not yet read. */
interface RevisionFiles {
  /** The data folder as diagnostics show it. */
  readonly root: string;
  readonly base: readonly DataFile[];
  readonly head: readonly DataFile[];
  /** The paths that differ. */
  readonly touched: readonly string[];
  /** The handle of whoever opened the pull request. */
  readonly author: string | undefined;
}

/** Two revisions that were read, and how many files were not. */
interface ParsedRevisions {
  readonly base: ParsedDataset;
  readonly head: ParsedDataset;
  readonly unread: number;
}

/** Up to how many files all are read. */
export const MOST_READ = 1_000;

/** The files that say something of all others: where one of them differs, everything is read. */
const ABOUT_ALL: readonly string[] = ['matrix.yaml', 'watch.yaml', SNAPSHOT_PATH];

/** Those of them that every entry is judged by. */
const ALWAYS: readonly string[] = ['matrix.yaml', SNAPSHOT_PATH];

/**
 * Reads two revisions. What is equal is read once. Of a large folder only what differs is read, and what names something
 * that differs: an entry with the same name, a provider that serves it, a file that the author maintains.
 */
export function parseRevisions({ root, base, head, touched, author = '' }: RevisionFiles): ParsedRevisions {
  const differs = new Set(touched);
  if (head.length <= MOST_READ || ABOUT_ALL.some((path) => differs.has(path))) {
    const before = parseDataset(base, root);
    return { base: before, head: parseDataset(head, root, { earlier: before }), unread: 0 };
  }
  const wanted = new Set([...touched, ...ALWAYS]);
  const first = parseDataset(keep(base, wanted), root);
  const second = parseDataset(keep(head, wanted), root, { earlier: first });
  const marks = new Set([author, ...touched.flatMap(idsOf), ...[first, second].flatMap(namesOf)].map(markOf));
  for (const { path, content } of head)
    if (!ABOUT_ALL.includes(path) && typeof content === 'string' && names(content, marks)) wanted.add(path);
  const before = parseDataset(keep(base, wanted), root, { earlier: first });
  const readings = new Map([...before.readings, ...[...second.readings].filter(([path]) => differs.has(path))]);
  return {
    base: before,
    head: parseDataset(keep(head, wanted), root, { earlier: { readings } }),
    unread: head.filter(({ path }) => !wanted.has(path)).length,
  };
}

const UNREAD: Unread = { kind: 'unread' };

/** The files with nothing in those that are not wanted. */
function keep(files: readonly DataFile[], wanted: ReadonlySet<string>): readonly DataFile[] {
  return files.map((file) => (wanted.has(file.path) ? file : { path: file.path, content: UNREAD }));
}

function idsOf(path: string): readonly string[] {
  const role = classify(path);
  return 'id' in role ? [role.id] : [];
}

/** Everything that the entries of a dataset go by. */
function namesOf({ dataset }: ParsedDataset): readonly string[] {
  const entries: readonly AnyEntry[] = [...(dataset?.environments ?? []), ...(dataset?.providers ?? [])];
  return entries.flatMap(({ value }) => [value.name, ...('acronym' in value ? [value.acronym] : []), ...value.aliases]);
}

/** Where one value of a file ends and another may begin. */
const VALUE = /[^\s,:[\]{}"'#][^\n,:[\]{}"'#]*/g;

/** The longest piece of a name that is one value however it is written. */
function markOf(name: string): string {
  const pieces = name.toLowerCase().match(VALUE) ?? [''];
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
}

/** Whether a file has a value with one of the marks. One that is written in a roundabout way is taken to have it. */
function names(text: string, marks: ReadonlySet<string>): boolean {
  if (text.includes('\\')) return true;
  for (const [value] of text.toLowerCase().matchAll(VALUE)) if (marks.has(value.trimEnd())) return true;
  return false;
}
