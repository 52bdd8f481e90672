import type { Rule } from './rule.ts';

/** A file that gets a new name keeps its old id as an alias. */
export const changedId: Rule = {
  id: 'changed-id',
  severity: 'error',
  summary: 'A file that gets a new name keeps its old id as an alias.',
  why: 'The id is the address of the page, of its badge and of its row. With the alias, everything that leads to the old address arrives at the new one.',
  wrong: {
    yaml: '⟪name⟫: Acme Cloud',
    path: 'environments/cloud/acme-cloud.yaml',
    pull: { before: 'name: Acme Cloud', path: 'environments/cloud/acme.yaml' },
  },
  right: {
    yaml: 'aliases: [acme]',
    path: 'environments/cloud/acme-new.yaml',
    pull: { before: 'name: Acme Cloud', path: 'environments/cloud/acme.yaml' },
  },
  checkChange({ changes }, report) {
    for (const change of changes) {
      if (change.kind !== 'renamed' || change.redirects || !('after' in change.subject)) continue;
      const { after } = change.subject;
      const old = change.id.before!;
      report(
        after!,
        ['name'],
        `The id was \`${old}\` and is \`${after!.id}\` now, and the old address leads nowhere.`,
        {
          target: 'key',
          fix: `aliases: [${[...after!.value.aliases, old].join(', ')}]`,
        },
      );
    }
  },
};
