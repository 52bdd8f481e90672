import type { Rule } from './rule.ts';

/** The last change of the history is the claimed level. */
export const historyLevel: Rule = {
  id: 'history-level',
  severity: 'error',
  summary: 'The last change of the history is the claimed level.',
  why: 'A level that changes without a dated reason is how a table loses what it knew. Add the change, with its reason.',
  wrong: {
    yaml: `level: ⟪tested⟫
history:
  - { on: 2026-03-01, level: works, reason: Image published. }`,
  },
  right: {
    yaml: `level: tested
history:
  - { on: 2026-03-01, level: works, reason: Image published. }
  - { on: 2026-08-22, level: tested, reason: Tests run. }`,
  },
  check({ environments }, report) {
    for (const entry of environments) {
      const { level, history } = entry.value;
      const last = history.at(-1);
      if (last === undefined || last.level === level) continue;
      report(
        entry,
        ['level'],
        `\`level\` is \`${level}\`, but the history ends at \`${last.level}\`: add the change.`,
        {
          fix: `- { on: YYYY-MM-DD, level: ${level}, reason: Why it changed. }`,
        },
      );
    }
  },
};
