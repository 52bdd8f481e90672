import type { Dataset } from '../dataset/dataset.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RuleId } from '../diagnostics/rule-id.ts';
import { findLosses } from './losses.ts';
import { RULES } from './registry.ts';
import type { RuleOptions } from './rule.ts';
import { runRules } from './run-rules.ts';

/** What a piece of work is about. */
export interface Concern {
  readonly id: string;
  /** What pages write above it. */
  readonly title: string;
  readonly rules: readonly RuleId[];
}

/** What costs a level, or leaves a stage without anything that backs it: gone evidence, where nothing took its place. */
export const LOSS: Concern = { id: 'level', title: 'What costs a level', rules: ['evidence-gone'] };

/** All concerns, the most important first: what readers rely on before what only wants tidying. */
export const CONCERNS: readonly Concern[] = [
  LOSS,
  { id: 'people', title: 'Maintainers who cannot be reached', rules: ['handle-gone', 'handle-renamed'] },
  { id: 'tests', title: 'Tests that fail or do not run', rules: ['workflow-failing', 'workflow-idle'] },
  { id: 'progress', title: 'Work that has ended', rules: ['stage-progress', 'caveat-closed'] },
  { id: 'coverage', title: 'What upstream has and the matrix lacks', rules: ['watch-coverage'] },
  {
    id: 'places',
    title: 'What is gone, archived or renamed',
    rules: ['evidence-gone', 'reference-gone', 'repository-archived', 'reference-moved'],
  },
  { id: 'project', title: 'What the project says of itself', rules: ['channel-release', 'watch-excuse'] },
  { id: 'age', title: 'What nobody has looked at for long', rules: ['evidence-age', 'review-date'] },
];

/** Whose data it is that wants work. */
export interface Owner {
  readonly kind: 'environment' | 'provider' | 'project';
  readonly id: string;
  readonly name: string;
}

/** One thing to do: a finding, what it is about, and whose it is. */
export interface WorkItem {
  readonly concern: Concern;
  readonly owner: Owner;
  readonly finding: Diagnostic;
}

/** Everything there is to do because the world has moved or time has passed, the most important first. */
export function buildWorkList(dataset: Dataset, options: RuleOptions): readonly WorkItem[] {
  const ids = new Set(CONCERNS.flatMap(({ rules }) => rules));
  const findings = runRules(
    { dataset, findings: [] },
    options,
    [...ids].map((id) => RULES[id]),
  );
  const owners = ownersByFile(dataset);
  const losers = filesWithLosses(dataset);
  const project: Owner = { kind: 'project', id: '', name: dataset.matrix.value.name };
  const items = findings.map((finding) => ({
    concern: concernOf(finding, losers),
    owner: owners.get(finding.file) ?? project,
    finding,
  }));
  // The findings are sorted by place already, and equal ones keep their order.
  return items.sort((a, b) => rankOf(a) - rankOf(b));
}

/** What there is to do in one place. */
export interface WorkGroup {
  readonly owner: Owner;
  readonly items: readonly WorkItem[];
}

/** A work list by owner: those first that have the most important thing to do. */
export function groupByOwner(items: readonly WorkItem[]): readonly WorkGroup[] {
  const groups = Map.groupBy(items, ({ owner }) => `${owner.kind} ${owner.id}`);
  return [...groups.values()].map((group) => ({ owner: group[0]!.owner, items: group }));
}

function concernOf({ ruleId, file }: Diagnostic, losers: ReadonlySet<string>): Concern {
  return CONCERNS.find(({ rules, id }) => rules.includes(ruleId) && (id !== LOSS.id || losers.has(file)))!;
}

/** The place in the order of importance: by concern, and in it by rule. */
function rankOf({ concern, finding }: WorkItem): number {
  return CONCERNS.indexOf(concern) * 10 + concern.rules.indexOf(finding.ruleId);
}

function ownersByFile({ environments, providers }: Dataset): ReadonlyMap<string, Owner> {
  return new Map(
    [
      ...environments.map((entry) => ({ entry, kind: 'environment' as const })),
      ...providers.map((entry) => ({ entry, kind: 'provider' as const })),
    ].map(({ entry: { id, value, source }, kind }) => [source.path, { kind, id, name: value.name }]),
  );
}

function filesWithLosses(dataset: Dataset): ReadonlySet<string> {
  const entries = [...dataset.environments, ...dataset.providers];
  return new Set(entries.filter((entry) => findLosses(entry, dataset).length > 0).map(({ source }) => source.path));
}
