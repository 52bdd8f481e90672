import { supportedLevel } from '../dataset/assess.ts';
import { claimsOf } from './broken-claims.ts';
import type { Environment } from '../model/environment.ts';
import type { Rule } from './rule.ts';

/** The evidence would support a better level than is claimed. */
export const claimBelowEvidence: Rule = {
  id: 'claim-below-evidence',
  severity: 'note',
  summary: 'The evidence would support a better level than is claimed.',
  why: 'Work that was done deserves to be seen. Raise the level, or leave it and say why in the notes; nothing fails.',
  wrong: {
    yaml: `level: works
architectures: { amd64: ⟪works⟫ }
maintainers: []
evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    architectures: [amd64]
    seen: { on: 2026-08-22 }
history:
  - { on: 2026-03-01, level: works, reason: Image published. }`,
  },
  right: {
    yaml: `level: tested
architectures: { amd64: tested }
maintainers: []
evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    architectures: [amd64]
    seen: { on: 2026-08-22 }
history:
  - { on: 2026-03-01, level: works, reason: Image published. }
  - { on: 2026-08-22, level: tested, reason: Tests run. }`,
  },
  check(dataset, report) {
    const { levels } = dataset.matrix.value;
    for (const entry of dataset.environments) {
      // Where evidence is disputed a careful claim is the right one.
      if (entry.value.evidence.some((item) => item.disputed !== undefined)) continue;
      for (const claim of claimsOf(entry, levels)) {
        const supported = supportedLevel(onlyNaming(claim.architecture, entry.value), dataset, claim.architecture);
        // A level that asks for no evidence is not supported by any: `unsupported` is no improvement on `unknown`.
        if (supported.policy.evidence === undefined || levels.indexOf(supported) >= levels.indexOf(claim.level))
          continue;
        report(
          entry,
          claim.path,
          `${claim.subject} is claimed as \`${claim.level.id}\`; the evidence would support \`${supported.id}\`.`,
          { actual: claim.level.id, expected: [supported.id] },
        );
      }
    }
  },
};

/** An environment with the evidence that names an architecture: a page that names none does not raise one that it may not mean. */
function onlyNaming(architecture: string | undefined, environment: Environment): Environment {
  if (architecture === undefined) return environment;
  return {
    ...environment,
    evidence: environment.evidence.filter((item) => item.architectures?.includes(architecture)),
  };
}
