import { ID_LENGTH, ID_PATTERN } from '../model/id.ts';
import { SNAPSHOT_PATH } from './data-file.ts';
import { didYouMean } from './did-you-mean.ts';

/** What a file of the data folder is, by its path. */
export type FileRole =
  | { readonly kind: 'matrix' | 'watch' | 'snapshot' }
  | { readonly kind: 'environment'; readonly category: string; readonly id: string }
  | { readonly kind: 'provider'; readonly id: string }
  | { readonly kind: 'stray'; readonly reason: string; readonly expected?: string };

const FIXED: ReadonlyMap<string, FileRole> = new Map([
  ['matrix.yaml', { kind: 'matrix' }],
  ['watch.yaml', { kind: 'watch' }],
  [SNAPSHOT_PATH, { kind: 'snapshot' }],
]);

const FOLDERS = ['environments', 'providers', 'generated'];

/** Tells from its path, relative to the data folder, what a file is, or why it cannot be one of ours. */
export function classify(path: string): FileRole {
  const fixed = FIXED.get(path);
  if (fixed !== undefined) return fixed;
  const parts = path.split('/');
  const [folder = '', ...rest] = parts;
  const file = parts.at(-1)!;
  if (folder === 'environments' && rest.length === 1) {
    return {
      kind: 'stray',
      reason: 'An environment is in the folder of its category.',
      expected: `environments/CATEGORY/${file}`,
    };
  }
  const isEntry = (folder === 'environments' && rest.length === 2) || (folder === 'providers' && rest.length === 1);
  if (!isEntry) {
    const near = parts.length === 1 ? didYouMean(path, [...FIXED.keys()]) : didYouMean(folder, FOLDERS);
    return {
      kind: 'stray',
      reason: 'Nothing reads a file here.',
      expected: near ?? 'environments/CATEGORY/ID.yaml or providers/ID.yaml',
    };
  }
  const id = file.replace(/\.yaml$/, '');
  if (!file.endsWith('.yaml') || !ID_PATTERN.test(id) || id.length > ID_LENGTH) {
    return {
      kind: 'stray',
      reason: 'A file name is an id followed by `.yaml`: lower-case letters, digits and single hyphens.',
      expected: [...parts.slice(0, -1), `${toId(file)}.yaml`].join('/'),
    };
  }
  return folder === 'providers' ? { kind: 'provider', id } : { kind: 'environment', category: rest[0]!, id };
}

/** The id that a name would make. */
export function toId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\.(ya?ml|json)$/, '');
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, ID_LENGTH)
      .replace(/-+$/, '') || 'name'
  );
}
