import type { Dataset } from '../dataset/dataset.ts';
import { evidenceOf, findReferences, placeKey } from '../dataset/references.ts';
import type { SnapshotPart } from '../model/snapshot.ts';

interface Asked<Kind extends string, Part extends SnapshotPart> {
  readonly kind: Kind;
  /** Where the answer goes in the snapshot. */
  readonly part: Part;
  readonly key: string;
}

interface InRepository {
  /** `owner/name`. */
  readonly repository: string;
}

/** A question whose answer comes in pages. */
interface Paged {
  /** GitHub’s mark of where the page before ended; left out for the first. */
  readonly after?: string;
  /** How many pages were read before this one. */
  readonly page?: number;
}

/** A user or an organization. */
export interface AccountQuestion extends Asked<'account', 'handles'> {
  readonly login: string;
  /** The number it had when GitHub last answered: it stays when the name changes. */
  readonly id?: number | undefined;
}

/** A team of an organization. */
interface TeamQuestion extends Asked<'team', 'handles'> {
  readonly organization: string;
  readonly slug: string;
}

/** An issue or a pull request. */
interface IssueQuestion extends Asked<'issue', 'issues'>, InRepository {
  readonly number: number;
}

/** A repository. */
interface RepositoryQuestion extends Asked<'repository', 'repositories'>, InRepository {}

/** A file or folder on the default branch. */
interface PathQuestion extends Asked<'path', 'places'>, InRepository {
  readonly path: string;
}

/** A file on the default branch, and which words of evidence it has. */
interface WordsQuestion extends Asked<'words', 'places'>, InRepository {
  readonly path: string;
  readonly words: readonly string[];
}

/** A workflow on the default branch. */
export interface WorkflowQuestion extends Asked<'workflow', 'places'>, InRepository {
  readonly workflow: string;
}

/** A file of the newest release. */
export interface AssetQuestion extends Asked<'asset', 'places'>, InRepository, Paged {
  /** Its name, in which `*` stands for any characters. */
  readonly asset: string;
}

/** The newest of the tags that begin alike. */
export interface ChannelQuestion extends Asked<'channel', 'channels'>, InRepository, Paged {
  readonly prefix: string;
}

/** The entries of a folder, or of the lines of a file. */
export interface ListingQuestion extends Asked<'folder' | 'lines', 'listings'>, InRepository {
  readonly path: string;
  /** An expression with a group `entry`, written by whoever wrote the data. */
  readonly pattern: string;
}

/** Something that the data refers to, and that GitHub is asked about. */
export type Question =
  | AccountQuestion
  | TeamQuestion
  | IssueQuestion
  | RepositoryQuestion
  | PathQuestion
  | WordsQuestion
  | WorkflowQuestion
  | AssetQuestion
  | ChannelQuestion
  | ListingQuestion;

/** What to ask GitHub about a dataset: one question for each of its references, in the order of the snapshot’s parts. */
export function buildQuestions(dataset: Dataset): readonly Question[] {
  const references = findReferences(dataset);
  const words = wordsByPlace(dataset);
  return [
    ...references.handles.map((key) => toHandleQuestion(key, dataset)),
    ...references.issues.map(toIssueQuestion),
    ...references.repositories.map((key): Question => ({
      kind: 'repository',
      part: 'repositories',
      key,
      repository: key,
    })),
    ...references.places.map((key) => toPlaceQuestion(key, words.get(key))),
    ...channelQuestions(dataset, references.channels),
    ...listingQuestions(dataset),
  ];
}

/** The lines that evidence names in a file, by the key of the file. */
function wordsByPlace({ environments, providers }: Dataset): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const { evidence } of [...environments, ...providers].flatMap(evidenceOf)) {
    const key = placeKey(evidence);
    if (key === undefined || evidence.entry === undefined) continue;
    words.set(key, (words.get(key) ?? new Set()).add(evidence.entry));
  }
  return words;
}

function toHandleQuestion(key: string, { snapshot }: Dataset): Question {
  const [organization = '', slug] = key.slice(1).split('/');
  if (slug !== undefined) return { kind: 'team', part: 'handles', key, organization, slug };
  return { kind: 'account', part: 'handles', key, login: organization, id: snapshot?.handles[key]?.answer?.id };
}

function toIssueQuestion(key: string): Question {
  const [repository = '', number] = key.split('#');
  return { kind: 'issue', part: 'issues', key, repository, number: Number(number) };
}

/** Reads the key of a place, `owner/name KIND REST`; neither a repository nor a kind has a space in it. */
function toPlaceQuestion(key: string, words: ReadonlySet<string> | undefined): Question {
  const [, repository = '', kind, rest = ''] = /^(\S+) (\S+) (.*)$/s.exec(key) ?? [];
  const place = { part: 'places', key, repository } as const;
  if (kind === 'workflow') return { ...place, kind, workflow: rest };
  if (kind === 'asset') return { ...place, kind, asset: rest };
  if (words === undefined) return { ...place, kind: 'path', path: rest };
  return { ...place, kind: 'words', path: rest, words: [...words].sort() };
}

function channelQuestions({ matrix }: Dataset, ids: readonly string[]): readonly Question[] {
  return matrix.value.channels
    .filter(({ id }) => ids.includes(id))
    .map(({ id, repository = '', tag = '' }) => ({
      kind: 'channel',
      part: 'channels',
      key: id,
      repository,
      prefix: tag.replace(/\*$/, ''),
    }));
}

function listingQuestions({ watch }: Dataset): readonly Question[] {
  return (watch?.value.listings ?? []).map(({ id, repository, path, of, pattern }) => ({
    kind: of,
    part: 'listings',
    key: id,
    repository,
    path: path.replace(/\/+$/, ''),
    pattern,
  }));
}
