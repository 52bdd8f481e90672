import type { Dataset } from '../src/dataset/dataset.ts';
import { evidenceOf, findReferences } from '../src/dataset/references.ts';
import type { Evidence } from '../src/model/evidence.ts';
import type { Watch } from '../src/model/watch.ts';
import type { Account, File, Issue, Release, Repository, Run, Tag, World } from '../test/support/github-world.ts';

type Listing = Watch['listings'][number];

/** A repository while it is filled. */
interface Draft {
  readonly files: Record<string, File>;
  readonly tags: Tag[];
  readonly releases: Release[];
  readonly runs: Record<string, readonly Run[]>;
  readonly issues: Record<number, Issue>;
}

const DAY = '2026-08-01';
const COMMIT = 'a1b2c3d4e5'.repeat(4);

/** A GitHub in which everything is as the data says: whoever it names is there, and whatever it points to. */
export function buildWorld(dataset: Dataset): World {
  const { handles, issues, repositories } = findReferences(dataset);
  const drafts = new Map(repositories.map((name) => [name, emptyDraft()]));
  const draft = (name: string): Draft => drafts.get(name) ?? drafts.set(name, emptyDraft()).get(name)!;
  for (const issue of issues) {
    const [name = '', number = ''] = issue.split('#');
    draft(name).issues[Number(number)] = { title: `Issue ${number}`, state: 'open' };
  }
  for (const { evidence } of [...dataset.environments, ...dataset.providers].flatMap(evidenceOf))
    if (evidence.repository !== undefined) addPlace(draft(evidence.repository), evidence);
  for (const listing of dataset.watch?.value.listings ?? []) addListing(draft(listing.repository), listing);
  for (const { repository, tag, current } of dataset.matrix.value.channels)
    if (repository !== undefined && tag !== undefined)
      draft(repository).tags.push({ name: tag.replace('*', current?.release ?? '1.0.0'), on: current?.on ?? DAY });
  return {
    accounts: accountsOf(handles),
    repositories: [...drafts].map(([name, filled]): Repository => ({ name, ...filled })),
  };
}

/** Every repository has a commit at least. */
function emptyDraft(): Draft {
  return { files: { LICENSE: { commit: COMMIT, on: DAY } }, tags: [], releases: [], runs: {}, issues: {} };
}

function addPlace({ files, releases, runs }: Draft, { path, entry, workflow, asset }: Evidence): void {
  if (path !== undefined) {
    // A folder, where something is in it, is there already.
    const file = /\/$|\/[^.]+$/.test(path) && entry === undefined ? `${path.replace(/\/$/, '')}/index.md` : path;
    files[file] = { ...addLine(files[file], entry ?? ''), commit: COMMIT, on: DAY };
  }
  if (workflow !== undefined) {
    files[`.github/workflows/${workflow}`] = { commit: COMMIT, on: DAY };
    runs[workflow] = [{ status: 'completed', conclusion: 'success', on: DAY }];
  }
  if (asset !== undefined) releases.push({ tag: 'v1.0.0', on: DAY, assets: [asset.replaceAll('*', '1')] });
}

function addListing({ files }: Draft, { path, of, pattern, seen }: Listing): void {
  const expression = new RegExp(pattern, 'v');
  for (const entry of seen.entries) {
    const forms =
      of === 'folder'
        ? [entry, `${entry}.sh`, `${entry}.md`]
        : [entry, `    ${entry}`, `- [${entry}](https://example.org)`, `kolaPlatforms = "${entry}"`];
    const form = forms.find((each) => expression.exec(each)?.groups?.entry === entry);
    if (form === undefined) throw new Error(`No form of ${entry} fits the pattern ${pattern}`);
    if (of === 'folder') files[`${path}/${form}`] = { commit: COMMIT, on: DAY };
    else files[path] = { ...addLine(files[path], form), commit: COMMIT, on: DAY };
  }
}

function addLine(file: File | undefined, line: string): { readonly text: string } {
  return { text: `${file?.text ?? ''}${line}\n` };
}

/** The accounts of handles: `@user`, and `@organization/team`. */
function accountsOf(handles: readonly string[]): readonly Account[] {
  const logins = [...new Set(handles.map((handle) => handle.slice(1).split('/', 1)[0]!))];
  return logins.map((login, index) => {
    const teams = handles.filter((handle) => handle.startsWith(`@${login}/`));
    return {
      id: index + 1,
      login,
      kind: teams.length > 0 ? 'organization' : 'user',
      teams: teams.map((handle, place) => ({ id: 1000 * (index + 1) + place, slug: handle.split('/')[1]! })),
    };
  });
}
