/** The form of every id: lower-case words joined by single hyphens, as in a file name. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Longest id: keeps addresses and file names readable everywhere. */
export const ID_LENGTH = 64;

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
