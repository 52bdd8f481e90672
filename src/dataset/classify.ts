import { ID_LENGTH, ID_PATTERN, toId } from '../model/to-id.ts';
import { SNAPSHOT_PATH } from './data-file.ts';
import { didYouMean } from './did-you-mean.ts';

/** What a file of the data folder is, by its path. */
export type FileRole =
  | { readonly kind: 'matrix' | 'watch' | 'snapshot' }
  | { readonly kind: 'environment'; readonly category: string; readonly id: string }
  | { readonly kind: 'provider'; readonly id: string }
  | { readonly kind: 'stray'; readonly reason: string; readonly expected: readonly string[] };

const FIXED: ReadonlyMap<string, FileRole> = new Map([
  ['matrix.yaml', { kind: 'matrix' }],
  ['watch.yaml', { kind: 'watch' }],
  [SNAPSHOT_PATH, { kind: 'snapshot' }],
]);

const FOLDERS = ['environments', 'providers'];

/** Tells from its path, relative to the data folder, what a file is, or why it cannot be one of ours. */
export function classify(path: string): FileRole {
  const fixed = FIXED.get(path);
  if (fixed !== undefined) return fixed;
  const [folder = '', ...rest] = path.split('/');
  const file = rest.at(-1) ?? folder;
  const name = `${toId(file)}.yaml`;
  // Whoever put a picture or a page here did not mean an entry.
  if (/\.(?!ya?ml$|json$)[a-z0-9]{1,5}$/i.test(file))
    return { kind: 'stray', reason: 'Nothing reads a file of this kind.', expected: [] };
  if (folder === 'environments' && rest.length !== 2) {
    const reason = 'An environment is a file in the folder of its category.';
    return { kind: 'stray', reason, expected: [`environments/${rest.length > 2 ? rest[0]! : 'CATEGORY'}/${name}`] };
  }
  if (folder === 'providers' && rest.length !== 1)
    return {
      kind: 'stray',
      reason: 'A provider is a file in the folder `providers`.',
      expected: [`providers/${name}`],
    };
  if (folder !== 'environments' && folder !== 'providers')
    return { kind: 'stray', reason: 'Nothing reads a file here.', expected: placesFor(folder, rest, name) };
  const id = file.replace(/\.yaml$/, '');
  if (!file.endsWith('.yaml') || !ID_PATTERN.test(id) || id.length > ID_LENGTH) {
    return {
      kind: 'stray',
      reason: 'A file name is an id followed by `.yaml`: lower-case letters, digits and single hyphens.',
      expected: [[folder, ...rest.slice(0, -1), name].join('/')],
    };
  }
  return folder === 'providers' ? { kind: 'provider', id } : { kind: 'environment', category: rest[0]!, id };
}

/** Where a file was probably meant to be that is in no folder of ours. */
function placesFor(folder: string, rest: readonly string[], name: string): readonly string[] {
  // Only sync writes there.
  if (folder === 'generated') return [];
  // A file is meant where its name without its ending is near: all of them end alike.
  const isNamedLike = (path: string): boolean => didYouMean(stemOf(folder), [stemOf(path)]) !== undefined;
  if (rest.length === 0) {
    const near = [...FIXED.keys()].find(isNamedLike);
    if (near !== undefined) return [near];
  }
  const near = rest.length === 0 ? undefined : didYouMean(folder, FOLDERS);
  if (near === 'environments') return [`environments/${rest.length > 1 ? rest[0]! : 'CATEGORY'}/${name}`];
  if (near !== undefined) return [[near, ...rest].join('/')];
  return [`environments/CATEGORY/${name}`, `providers/${name}`];
}

function stemOf(path: string): string {
  return path.replace(/\.[a-z]+$/i, '');
}
