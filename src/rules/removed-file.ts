import type { Rule } from './rule.ts';

/** An entry is retired, never deleted. */
export const removedFile: Rule = {
  id: 'removed-file',
  severity: 'error',
  summary: 'An entry is retired, never deleted.',
  why: 'Whoever still runs there looks for the page, and finds nothing: not since when it is gone, not why, not where to go. Its address and its history stay.',
  wrong: {
    yaml: '(the file is deleted)',
    content: { kind: 'absent' },
    pull: { before: 'name: Acme Cloud' },
  },
  right: {
    yaml: `lifecycle: retired
since: 2026-11-01
reason: The service was closed.
level: unsupported
architectures: {}
evidence: []
history:
  - { on: 2026-11-01, level: unsupported, reason: Closed. }`,
    pull: { before: 'name: Acme Cloud' },
  },
  checkChange({ changes }, report) {
    for (const { kind, subject } of changes) {
      if (kind !== 'removed' || !('before' in subject)) continue;
      report(subject.before!.source.path, [], `The file of ${subject.before!.value.name} is deleted.`, {
        fix: 'lifecycle: retired\nsince: YYYY-MM-DD\nreason: Why it is gone.',
        note: 'Bring the file back and retire it: the page stays, and says since when and why it is gone.',
      });
    }
  },
};
