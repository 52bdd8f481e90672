import type { z } from 'zod';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { printable } from '../diagnostics/format-text.ts';
import { environmentSchema } from '../model/environment.ts';
import { matrix as matrixSchema, OPEN_VOCABULARY, vocabularyOf } from '../model/matrix.ts';
import { providerSchema } from '../model/provider.ts';
import { type Snapshot, snapshot as snapshotSchema } from '../model/snapshot.ts';
import { watch as watchSchema } from '../model/watch.ts';
import { checkShape } from './check-shape.ts';
import { classify, type FileRole } from './classify.ts';
import { type DataFile, type FileProblem, sizeLimit } from './data-file.ts';
import type { Dataset, Entry, EnvironmentEntry, ProviderEntry } from './dataset.ts';
import { decode } from './decode.ts';
import { didYouMean, listWords } from './did-you-mean.ts';
import { parseYaml } from './parse-yaml.ts';
import { keepFile } from './source-file.ts';

/** The outcome of reading a data folder. Without a readable `matrix.yaml` there is no dataset. */
export interface ParsedDataset {
  readonly dataset?: Dataset;
  readonly findings: readonly Finding[];
  /** The text of every file that could be read, by the path that diagnostics show. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Parses the files of a data folder into a dataset and finds every mistake that one file shows alone.
 * `root` is the folder’s path as diagnostics show it.
 */
export function parseDataset(files: readonly DataFile[], root: string): ParsedDataset {
  const reader = new Map<string, string>();
  const findings: Finding[] = [];
  const shown = (path: string): string => printable(`${root}/${path}`);
  const read = <Value>(file: DataFile, schema: z.ZodType<Value>): Entry<Value> | undefined => {
    const path = shown(file.path);
    const text = readText(path, file, findings, reader);
    if (text === undefined) return undefined;
    const parsed = parseYaml(path, text);
    findings.push(...parsed.findings);
    // A key that stands twice has no one value, so what is wrong with one of them is not told as well.
    if (parsed.value === undefined || parsed.source === undefined || parsed.findings.length > 0) return undefined;
    const shaped = checkShape(parsed.source, parsed.value, schema);
    findings.push(...shaped.findings);
    return shaped.value === undefined ? undefined : { value: shaped.value, source: keepFile(parsed.source) };
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
  const matrix = matrixFile && read(matrixFile, matrixSchema);
  const vocabulary = matrix === undefined ? OPEN_VOCABULARY : vocabularyOf(matrix.value);

  const environmentShape = environmentSchema(vocabulary);
  const environments: EnvironmentEntry[] = [];
  for (const { file, role } of pick('environment')) {
    if (vocabulary.categories.length > 0 && !vocabulary.categories.includes(role.category)) {
      findings.push(categoryFinding(shown(file.path), role.category, vocabulary.categories));
      continue;
    }
    const entry = read(file, environmentShape);
    if (entry !== undefined) environments.push({ ...entry, id: role.id, category: role.category });
  }
  const providerShape = providerSchema(vocabulary);
  const providers: ProviderEntry[] = pick('provider').flatMap(({ file, role }) => {
    const entry = read(file, providerShape);
    return entry === undefined ? [] : [{ ...entry, id: role.id }];
  });
  const watchFile = pick('watch')[0]?.file;
  const watch = watchFile && read(watchFile, watchSchema);
  const snapshotFile = pick('snapshot')[0]?.file;
  const snapshot = snapshotFile && readSnapshot(shown(snapshotFile.path), snapshotFile, findings, reader);
  if (matrix === undefined) return { findings, texts: reader };

  const order = new Map(vocabulary.categories.map((category, index) => [category, index]));
  environments.sort((a, b) => order.get(a.category)! - order.get(b.category)! || (a.id < b.id ? -1 : 1));
  // A file under a wrong name is reported as that, and not also where others refer to it.
  const meant = roles.flatMap(({ role }) => (role.kind === 'stray' ? role.expected.map(classify) : [role]));
  const dataset: Dataset = {
    matrix,
    environments,
    providers,
    watch,
    snapshot,
    environmentIds: new Set(meant.flatMap((role) => (role.kind === 'environment' ? [role.id] : []))),
    providerIds: new Set(meant.flatMap((role) => (role.kind === 'provider' ? [role.id] : []))),
  };
  return { dataset, findings, texts: reader };
}

/** The text of a file, or the finding that says why there is none. */
function readText(path: string, file: DataFile, findings: Finding[], texts: Map<string, string>): string | undefined {
  const content = file.content;
  if (typeof content === 'object' && 'kind' in content) {
    findings.push(problemFinding(path, content, sizeLimit(file.path)));
    return undefined;
  }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.byteLength;
  if (bytes > sizeLimit(file.path)) {
    findings.push(problemFinding(path, { kind: 'too-large', bytes }, sizeLimit(file.path)));
    return undefined;
  }
  const decoded = decode(path, content);
  findings.push(...decoded.findings);
  texts.set(path, decoded.text);
  return decoded.isReadable ? decoded.text : undefined;
}

function readSnapshot(
  path: string,
  file: DataFile,
  findings: Finding[],
  texts: Map<string, string>,
): Snapshot | undefined {
  const text = readText(path, file, findings, texts);
  if (text === undefined) return undefined;
  try {
    return snapshotSchema.parse(JSON.parse(text));
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message : 'It does not fit its schema.';
    findings.push({
      ruleId: 'value-form',
      file: path,
      reason: `The snapshot cannot be read: ${detail}`,
      note: 'It is written by sync: take the last good one from the repository, or delete it and run sync again.',
    });
    return undefined;
  }
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
