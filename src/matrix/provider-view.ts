import type { Dataset, ProviderEntry } from '../dataset/dataset.ts';
import type { ProviderRole, StageState } from '../model/provider.ts';
import type { Stage, StageStatus } from '../model/stage.ts';
import { type CaveatView, caveatView, type EvidenceView, evidenceView } from './environment-view.ts';
import { compareNames } from './matrix-view.ts';

/** One stage of one provider; `undefined` where the stage does not concern its role. */
interface StageView {
  readonly stage: Stage;
  readonly state: StageState | undefined;
  readonly evidence: readonly EvidenceView[];
}

/** Everything that the page of a provider shows. */
export interface ProviderView {
  readonly entry: ProviderEntry;
  readonly stages: readonly StageView[];
  readonly environments: readonly { readonly id: string; readonly name: string }[];
  readonly caveats: readonly CaveatView[];
  /** How many stages are available. */
  readonly available: number;
}

/** The providers of one role, furthest first. */
interface RoleView {
  readonly role: ProviderRole;
  readonly providers: readonly ProviderView[];
}

/** A caveat that says which releases it affects, and the providers that have it. */
interface Breakage {
  readonly caveat: CaveatView;
  readonly providers: readonly ProviderView[];
}

/** The Cluster API page: providers by role, how many reach each stage, and what is broken today. */
export interface PipelineView {
  readonly roles: readonly RoleView[];
  readonly retired: readonly ProviderView[];
  readonly stages: readonly {
    readonly stage: Stage;
    readonly counts: Readonly<Record<StageStatus, number>>;
    readonly total: number;
  }[];
  /** What is broken in certain releases, once for each issue, with every active provider that it hits. */
  readonly breakage: readonly Breakage[];
}

/** Builds what the page of a provider shows. */
export function buildProvider(
  entry: ProviderEntry,
  dataset: Dataset,
  environmentNames: ReadonlyMap<string, string>,
): ProviderView {
  const { value } = entry;
  return {
    entry,
    stages: dataset.matrix.value.stages.map((stage) => {
      const state = value.stages[stage.id];
      return { stage, state, evidence: (state?.evidence ?? []).map((evidence) => evidenceView(evidence, dataset)) };
    }),
    environments: value.environments.flatMap((id) => {
      const name = environmentNames.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
    caveats: value.caveats.map((caveat) => caveatView(caveat, dataset)),
    available: Object.values(value.stages).filter((state) => state.status === 'available').length,
  };
}

const ROLES: readonly ProviderRole[] = ['infrastructure', 'bootstrap', 'control-plane'];

/** Builds what the Cluster API page shows. */
export function buildPipeline(dataset: Dataset, environmentNames: ReadonlyMap<string, string>): PipelineView {
  const views = dataset.providers.map((entry) => buildProvider(entry, dataset, environmentNames));
  const score = (view: ProviderView): number =>
    view.available + view.stages.filter(({ state }) => state?.status === 'partial').length / 10;
  const active = views
    .filter((view) => view.entry.value.lifecycle !== 'retired')
    .sort((a, b) => score(b) - score(a) || compareNames(a.entry.value.acronym, b.entry.value.acronym));
  return {
    roles: ROLES.flatMap((role) => {
      const providers = active.filter((view) => view.entry.value.role === role);
      return providers.length === 0 ? [] : [{ role, providers }];
    }),
    retired: views.filter((view) => view.entry.value.lifecycle === 'retired'),
    stages: dataset.matrix.value.stages.map((stage) => countStage(stage, active)),
    breakage: findBreakage(active),
  };
}

function countStage(stage: Stage, active: readonly ProviderView[]): PipelineView['stages'][number] {
  const states = active.flatMap((view) => view.entry.value.stages[stage.id] ?? []);
  const counts: Record<StageStatus, number> = {
    available: 0,
    partial: 0,
    'in-progress': 0,
    'proof-of-concept': 0,
    planned: 0,
    none: 0,
    withdrawn: 0,
    unknown: 0,
  };
  for (const state of states) counts[state.status] += 1;
  return { stage, counts, total: states.length };
}

function findBreakage(active: readonly ProviderView[]): readonly Breakage[] {
  const found = active.flatMap((provider) =>
    provider.caveats
      .filter(({ caveat }) => caveat.affects !== undefined)
      .map((caveat) => ({ caveat, provider, key: caveat.caveat.issue ?? caveat.caveat.summary })),
  );
  // The provider that does the step itself explains it best; those who build on it only mention it.
  const explained = found.toSorted((a, b) => b.caveat.caveat.summary.length - a.caveat.caveat.summary.length);
  return [...new Set(explained.map(({ key }) => key))].map((key) => ({
    caveat: explained.find((each) => each.key === key)!.caveat,
    providers: active.filter((provider) => found.some((each) => each.key === key && each.provider === provider)),
  }));
}
