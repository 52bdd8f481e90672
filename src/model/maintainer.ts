import { z } from 'zod';
import { handle } from './handle.ts';
import { name } from './text.ts';
import { url } from './url.ts';

const contact = z
  .strictObject({
    name: name.meta({ description: 'The vendor or project that answers.' }),
    url: url.meta({ description: 'Where to ask.' }),
  })
  .meta({ description: 'A vendor or upstream project that has no GitHub handle to answer with.' });

/** Who answers for an entry: a handle, or the contact of a vendor or upstream project. */
const maintainer = z.union([handle, contact]);

/** The maintainers of an entry; an empty list means that one is being looked for. */
export const maintainers = z.array(maintainer).max(20).meta({
  description:
    'Who answers for the entry: `@user`, `@organization/team`, or `{ name, url }`. Write `[]` while one is being looked for.',
});

export type Maintainer = z.output<typeof maintainer>;

/** What pages show for a maintainer: the handle, or the contact’s name. */
export function maintainerName(entry: Maintainer): string {
  return typeof entry === 'string' ? entry : entry.name;
}

/** Where a maintainer is met: the page of the user or team, or the contact’s address. */
export function maintainerUrl(entry: Maintainer): string {
  if (typeof entry !== 'string') return entry.url;
  const [account = '', team] = entry.slice(1).split('/');
  return team === undefined ? `https://github.com/${account}` : `https://github.com/orgs/${account}/teams/${team}`;
}
