import { locate } from '../dataset/source-file.ts';
import { issueEnd } from '../dataset/upstream.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { answered } from './answered.ts';
import type { Rule } from './rule.ts';

/** A stage in progress has work that is open. */
export const stageProgress: Rule = {
  id: 'stage-progress',
  severity: 'warning',
  isDrift: true,
  summary: 'A stage in progress has work that is open.',
  why: 'Merged work may have made the stage available, and work that was closed has stopped: either way the status tells of the past. Look what there is now, or name the work that goes on.',
  wrong: {
    yaml: `stages:
  image:
    status: ⟪in-progress⟫
    evidence:
      - { kind: image, issue: acme/cloud#12, seen: { on: 2026-08-22 } }
  test: { status: none }`,
    path: 'providers/capx.yaml',
    beside: [
      answered('issues', 'acme/cloud#12', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { title: 'Build an image', state: 'merged', closed: '2026-11-03' },
      }),
    ],
  },
  right: {
    yaml: `stages:
  image:
    status: available
    evidence:
      - { kind: image, issue: acme/cloud#12, seen: { on: 2026-11-20 } }
  test: { status: none }`,
    path: 'providers/capx.yaml',
    beside: [
      answered('issues', 'acme/cloud#12', {
        state: 'fresh',
        fetched: '2026-11-20',
        answer: { title: 'Build an image', state: 'merged', closed: '2026-11-03' },
      }),
    ],
  },
  check({ providers, snapshot }, report) {
    if (snapshot === undefined) return;
    for (const entry of providers.filter(({ value }) => value.lifecycle !== 'retired')) {
      for (const [stage, { status, evidence }] of Object.entries(entry.value.stages)) {
        const work = status === 'in-progress' ? workIn(evidence, snapshot) : [];
        const [last] = work.toSorted((a, b) => ((a.closed ?? '') < (b.closed ?? '') ? 1 : -1));
        if (last === undefined || work.some(({ end }) => end === undefined)) continue;
        report(
          entry,
          ['stages', stage, 'status'],
          `\`${stage}\` is in progress, but \`${last.issue}\` was ${last.end!}.`,
          {
            actual: status,
            expected: work.some(({ state }) => state === 'merged')
              ? ['available', 'partial']
              : ['planned', 'none', 'withdrawn'],
            related: work.map(({ index, issue, end }) => ({
              reason: `\`${issue}\` was ${end!}.`,
              file: entry.source.path,
              place: locate(entry.source, ['stages', stage, 'evidence', index, 'issue']),
            })),
          },
        );
      }
    }
  },
};

/** The issues and pull requests that the evidence of a stage names and GitHub knows. */
function workIn(evidence: readonly Evidence[], snapshot: Snapshot) {
  return evidence.flatMap(({ issue }, index) => {
    const value = issue === undefined ? undefined : snapshot.issues[issue];
    if (issue === undefined || value?.answer === undefined || value.state === 'gone') return [];
    const { state, closed } = value.answer;
    return { index, issue, state, closed, end: issueEnd(value) };
  });
}
