/** A GitHub in miniature: what tests ask about. Days are `YYYY-MM-DD`; a test changes the world by putting another one in its place. */
export interface World {
  readonly accounts: readonly Account[];
  readonly repositories: readonly Repository[];
}

/** A user or an organization; the number stays when the name changes. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly kind: 'user' | 'organization';
  readonly teams?: readonly Team[];
}

interface Team {
  readonly id: number;
  readonly slug: string;
}

export interface Repository {
  /** The name of today, `owner/name`. */
  readonly name: string;
  /** Names that GitHub forwards from. */
  readonly formerly?: readonly string[];
  readonly archived?: boolean;
  readonly branch?: string;
  /** The files of the default branch, by path; folders follow from them. */
  readonly files?: Readonly<Record<string, File>>;
  readonly tags?: readonly Tag[];
  readonly releases?: readonly Release[];
  /** The runs of workflows on the default branch, by file name, newest first. */
  readonly runs?: Readonly<Record<string, readonly Run[]>>;
  readonly issues?: Readonly<Record<number, Issue>>;
  readonly pulls?: readonly Pull[];
}

/** A file with the commit that last changed it. */
export interface File {
  readonly text?: string;
  readonly commit: string;
  readonly on: string;
}

export interface Tag {
  readonly name: string;
  readonly on: string;
  /** Whether it carries its own date and message, and points to the commit from there. */
  readonly annotated?: boolean;
}

export interface Release {
  readonly tag: string;
  readonly on: string;
  readonly assets?: readonly string[];
}

export interface Run {
  readonly status: 'completed' | 'in_progress';
  readonly conclusion?: string;
  readonly on: string;
}

export interface Issue {
  readonly title: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly closed?: string;
  readonly isPull?: boolean;
}

/** An open pull request. */
export interface Pull {
  readonly number: number;
  /** Where its newest commit is: whose fork, which branch, which commit. */
  readonly head: { readonly owner: string; readonly branch: string; readonly sha: string };
  /** Oldest first. What is written to the server goes here. */
  readonly comments: Comment[];
}

export interface Comment {
  readonly id: number;
  readonly login: string;
  body: string;
}

/** The repository of a name, of today or of old. */
export function findRepository(world: World, name: string): Repository | undefined {
  return (
    world.repositories.find((each) => isSame(each.name, name)) ??
    world.repositories.find((each) => each.formerly?.some((old) => isSame(old, name)))
  );
}

/** The account of a login of today; the old one of somebody who changed it is free for others, and leads nowhere. */
export function findAccount(world: World, login: string): Account | undefined {
  return world.accounts.find((each) => isSame(each.login, login));
}

/** The names of what is in a folder of the default branch. */
export function listFolder({ files = {} }: Repository, folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = Object.keys(files).filter((path) => path.startsWith(prefix));
  return [...new Set(below.map((path) => path.slice(prefix.length).split('/', 1)[0]!))].sort();
}

/** The file or the folder’s file that was changed last, by path; the whole branch where the path is empty. */
export function lastChange(repository: Repository, path: string): File | undefined {
  return Object.entries(repository.files ?? {})
    .filter(([each]) => path === '' || each === path || each.startsWith(`${path}/`))
    .map(([, file]) => file)
    .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
}

/** GitHub does not tell capitals apart. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The noon of a day, as GitHub writes it. */
export function noonOf(day: string): string {
  return `${day}T12:00:00Z`;
}
