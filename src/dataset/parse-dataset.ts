import type { z } from 'zod';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { printable } from '../diagnostics/format-text.ts';
import { environmentSchema } from '../model/environment.ts';
import { type Matrix, matrix as matrixSchema, OPEN_VOCABULARY, vocabularyOf } from '../model/matrix.ts';
import { providerSchema } from '../model/provider.ts';
import { watch as watchSchema } from '../model/watch.ts';
import { checkShape } from './check-shape.ts';
import { checkStyle } from './check-style.ts';
import { classify, type FileRole } from './classify.ts';
import { type DataFile, type FileProblem, sizeLimit } from './data-file.ts';
import { type Dataset, type Entry, type EnvironmentEntry, type ProviderEntry, sortDataset } from './dataset.ts';
import { decode } from './decode.ts';
import { didYouMean, listWords } from './did-you-mean.ts';
import { formatDocument } from './format-document.ts';
import { keyOrder } from './key-order.ts';
import { modelineFor } from './modeline.ts';
import { parseSnapshot } from './parse-snapshot.ts';
import { parseYaml } from './parse-yaml.ts';
import { keepFile } from './source-file.ts';

/** The outcome of reading a data folder. Without a readable `matrix.yaml` there is no dataset. */
export interface ParsedDataset {
  readonly dataset?: Dataset;
  readonly findings: readonly Finding[];
  /** The text of every file that could be read, by the path that diagnostics show. */
  readonly texts: ReadonlyMap<string, string>;
  /** What reading each file gave, by its path in the data folder. */
  readonly readings: ReadonlyMap<string, Reading>;
}

/** What reading one file gave: the same for the same content in the same place, held against the same matrix. */
export interface Reading extends Read<unknown> {
  readonly content: DataFile['content'];
  readonly matrix: Entry<Matrix> | undefined;
}

/** What may be left out of reading a data folder. */
interface ParseOptions {
  /** Another revision of the folder. What is the same in both is not read again: their values are the same objects. */
  readonly earlier?: Pick<ParsedDataset, 'readings'>;
  /** Whether to find what is not in house style, which takes a seventh of the time (default: true). */
  readonly isStyleChecked?: boolean;
}

/**
 * Parses the files of a data folder into a dataset and finds every mistake that one file shows alone.
 * `root` is the folder’s path as diagnostics show it.
 */
export function parseDataset(
  files: readonly DataFile[],
  root: string,
  { earlier, isStyleChecked = true }: ParseOptions = {},
): ParsedDataset {
  const texts = new Map<string, string>();
  const readings = new Map<string, Reading>();
  const findings: Finding[] = [];
  const shown = (path: string): string => printable(`${root}/${path}`);
  const read = <Value>(
    file: DataFile,
    matrix: Entry<Matrix> | undefined,
    parse: (path: string, text: string) => Parsed<Value>,
  ): Value | undefined => {
    const { path, content } = file;
    const known = earlier?.readings.get(path);
    const reading =
      known?.content === content && known.matrix === matrix
        ? known
        : { content, matrix, ...readFile(file, shown(path), parse) };
    readings.set(path, reading);
    findings.push(...reading.findings);
    if (reading.text !== undefined) texts.set(shown(path), reading.text);
    return reading.value as Value | undefined;
  };

  const roles = files
    .map((file) => ({ file, role: classify(file.path) }))
    .sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const pick = <Kind extends FileRole['kind']>(
    kind: Kind,
  ): readonly { file: DataFile; role: Extract<FileRole, { kind: Kind }> }[] =>
    roles.filter(
      (each): each is { file: DataFile; role: Extract<FileRole, { kind: Kind }> } => each.role.kind === kind,
    );

  for (const { file, role } of pick('stray'))
    findings.push(strayFinding(shown(file.path), file, role, role.expected.map(shown)));
  const matrixFile = pick('matrix')[0]?.file;
  const isMisplaced = roles.some(({ role }) => role.kind === 'stray' && role.expected.includes('matrix.yaml'));
  if (matrixFile === undefined && !isMisplaced) {
    findings.push({
      ruleId: 'missing-file',
      file: shown('matrix.yaml'),
      reason: 'There is no `matrix.yaml`.',
      note: 'It names the project, the levels, the categories and the stages that all other files use.',
    });
  }
  const parse = <Value>(schema: z.ZodType<Value>, modeline?: string) => parseAs(schema, isStyleChecked, modeline);
  const matrix = matrixFile && read(matrixFile, undefined, parse(matrixSchema));
  const vocabulary = matrix === undefined ? OPEN_VOCABULARY : vocabularyOf(matrix.value);

  const modeline = (kind: Parameters<typeof modelineFor>[1]): string | undefined =>
    matrix && modelineFor(matrix.source.text, kind);

  const parseEnvironment = parse(environmentSchema(vocabulary), modeline('environment'));
  const environments: EnvironmentEntry[] = [];
  for (const { file, role } of pick('environment')) {
    if (vocabulary.categories.length > 0 && !vocabulary.categories.includes(role.category)) {
      findings.push(categoryFinding(shown(file.path), role.category, vocabulary.categories));
      continue;
    }
    const entry = read(file, matrix, parseEnvironment);
    if (entry !== undefined) environments.push({ ...entry, id: role.id, category: role.category });
  }
  const parseProvider = parse(providerSchema(vocabulary), modeline('provider'));
  const providers: ProviderEntry[] = pick('provider').flatMap(({ file, role }) => {
    const entry = read(file, matrix, parseProvider);
    return entry === undefined ? [] : [{ ...entry, id: role.id }];
  });
  const watchFile = pick('watch')[0]?.file;
  const watch = watchFile && read(watchFile, matrix, parse(watchSchema, modeline('watch')));
  const snapshotFile = pick('snapshot')[0]?.file;
  const snapshot = snapshotFile && read(snapshotFile, matrix, parseSnapshot);
  if (matrix === undefined) return { findings, texts, readings };

  // A file under a wrong name is reported as that, and not also where others refer to it.
  const meant = roles.flatMap(({ role }) => (role.kind === 'stray' ? role.expected.map(classify) : [role]));
  const dataset = sortDataset({
    matrix,
    environments,
    providers,
    watch,
    snapshot,
    environmentIds: new Set(meant.flatMap((role) => (role.kind === 'environment' ? [role.id] : []))),
    providerIds: new Set(meant.flatMap((role) => (role.kind === 'provider' ? [role.id] : []))),
  });
  return { dataset, findings, texts, readings };
}

/** What a text says, where it could be read, and what is wrong with it. */
interface Parsed<Value> {
  readonly value?: Value | undefined;
  readonly findings: readonly Finding[];
  /** The text in house style, where it is written otherwise. */
  readonly styled?: string;
}

/** The same with the text, where the file has one. */
interface Read<Value> extends Parsed<Value> {
  readonly text?: string;
}

/** Reads one file: its text, or the finding that says why there is none. */
function readFile<Value>(
  { path, content }: DataFile,
  shown: string,
  parse: (path: string, text: string) => Parsed<Value>,
): Read<Value> {
  const limit = sizeLimit(path);
  if (typeof content === 'object' && 'kind' in content)
    return { findings: content.kind === 'unread' ? [] : [problemFinding(shown, content, limit)] };
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.byteLength;
  if (bytes > limit) return { findings: [problemFinding(shown, { kind: 'too-large', bytes }, limit)] };
  const { text, isReadable, findings } = decode(shown, content);
  if (!isReadable) return { text, findings };
  const parsed = parse(shown, text);
  return { ...parsed, text, findings: [...findings, ...parsed.findings] };
}

/** Parses YAML of one shape; in house style its first line is the modeline given, or the one it has. */
function parseAs<Value>(
  schema: z.ZodType<Value>,
  isStyleChecked: boolean,
  modeline?: string,
): (path: string, text: string) => Parsed<Entry<Value>> {
  const order = keyOrder(schema);
  return (path, text) => {
    const { value, source, findings } = parseYaml(path, text);
    // A key that stands twice has no one value, so what is wrong with one of them is not told as well.
    if (value === undefined || source === undefined || findings.length > 0) return { findings };
    const shaped = checkShape(source, value, schema);
    if (shaped.value === undefined) return { findings: shaped.findings };
    const kept = { value: shaped.value, source: keepFile(source) };
    if (!isStyleChecked) return { value: kept, findings: [] };
    const styled = formatDocument(source, order, modeline);
    return {
      value: kept,
      findings: checkStyle(source, styled),
      // Kept only where it differs: it would take as much memory again.
      ...(styled !== text && { styled }),
    };
  };
}

function problemFinding(file: string, problem: FileProblem, limit: number): Finding {
  switch (problem.kind) {
    case 'symbolic-link':
      return {
        ruleId: 'symbolic-link',
        file,
        reason: 'This is a symbolic link.',
        note: 'Put the file itself here: links are not followed.',
      };
    case 'too-large':
      return { ruleId: 'file-too-large', file, reason: `The file has ${problem.bytes} bytes; ${limit} are allowed.` };
    case 'not-a-file':
      return {
        ruleId: 'unreadable-file',
        file,
        reason: 'This is not a regular file.',
        note: 'A file belongs here, not a folder, a pipe or a device.',
      };
    case 'unreadable':
      return { ruleId: 'unreadable-file', file, reason: `The file cannot be read: ${problem.reason}.` };
  }
}

function strayFinding(
  path: string,
  file: DataFile,
  role: Extract<FileRole, { kind: 'stray' }>,
  expected: readonly string[],
): Finding {
  if (typeof file.content === 'object' && 'kind' in file.content && file.content.kind === 'symbolic-link')
    return problemFinding(path, file.content, 0);
  return {
    ruleId: 'file-name',
    file: path,
    reason: role.reason,
    expected: [...expected],
    note:
      expected.length === 0
        ? 'Delete it, or move it out of the data folder.'
        : `Move it to ${expected.map((each) => `\`${each}\``).join(' or ')}.`,
  };
}

function categoryFinding(file: string, category: string, categories: readonly string[]): Finding {
  const meant = didYouMean(category, categories);
  return {
    ruleId: 'unknown-category',
    file,
    reason: `\`${printable(category)}\` is no category${meant === undefined ? '.' : `; did you mean \`${meant}\`?`}`,
    actual: category,
    expected: meant === undefined ? [...categories] : [meant],
    note: `Move the file into the folder of its category. Known: ${listWords(categories)}.`,
  };
}
