import { toId } from '../model/to-id.ts';

interface Named {
  readonly id: string;
  readonly value: { readonly aliases: readonly string[] };
}

/** The addresses that lead to an entry besides its own: its aliases in the form of ids. The first entry to claim one has it. */
export function redirectsOf(entries: readonly Named[]): ReadonlyMap<string, string> {
  const taken = new Set(entries.map(({ id }) => id));
  const redirects = new Map<string, string>();
  for (const { id, value } of entries) {
    for (const alias of value.aliases.map(toId)) {
      if (taken.has(alias)) continue;
      taken.add(alias);
      redirects.set(alias, id);
    }
  }
  return redirects;
}
