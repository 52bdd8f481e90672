import { assess, newestEvidence } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry, ProviderEntry } from '../dataset/dataset.ts';
import { standingOf } from '../dataset/standing.ts';
import { answerOf } from '../matrix/mark.ts';
import type { providersByEnvironment } from '../matrix/matrix-view.ts';
import { placeOf } from '../matrix/place.ts';
import type { Caveat } from '../model/caveat.ts';
import { daysBetween } from '../model/day.ts';
import type { Environment } from '../model/environment.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Maintainer, maintainerName, maintainerUrl } from '../model/maintainer.ts';
import type { Provider } from '../model/provider.ts';
import { issueUrl } from '../model/reference.ts';
import type { OutletCaveat, OutletEnvironment, OutletEvidence, OutletProvider } from './entry-shape.ts';
import { type EnvironmentOutlet, type MatrixOutlet, OUTLET_VERSION } from './outlet-shape.ts';

/** What outlets are made from. */
export interface OutletSource {
  readonly dataset: Dataset;
  /** The day the data speaks of. */
  readonly asOf: string;
  /** The address of the site, without a slash at the end. */
  readonly site: string;
  /** The active providers that serve each environment, by its id. */
  readonly providersOf: ReturnType<typeof providersByEnvironment>;
}

/** Builds the whole matrix as programs read it. */
export function buildMatrixOutlet(source: OutletSource): MatrixOutlet {
  const { environments, providers, matrix } = source.dataset;
  const { levels, categories, stages } = matrix.value;
  return {
    ...buildHead(source, 'matrix'),
    levels: levels.map(({ id, label, promise }) => ({ id, label, description: promise })),
    categories: categories.map(({ id, label, description }) => ({ id, label, description })),
    stages: stages.map(({ id, label, description }) => ({ id, label, description })),
    environments: environments.map((entry) => buildEntry(entry, source)),
    providers: providers.map((entry) => buildProvider(entry, source)),
  };
}

/** Builds one environment as programs read it. */
export function buildEnvironmentOutlet(entry: EnvironmentEntry, source: OutletSource): EnvironmentOutlet {
  return { ...buildHead(source, 'environment'), environment: buildEntry(entry, source) };
}

/** A document as text; the same document gives the same bytes. */
export function formatOutlet(document: MatrixOutlet | EnvironmentOutlet): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function buildHead({ dataset, asOf, site }: OutletSource, schema: 'matrix' | 'environment') {
  const { name, product, repository } = dataset.matrix.value;
  return {
    $schema: `${site}/schema/${schema}-outlet.json`,
    version: OUTLET_VERSION,
    asOf,
    name,
    product,
    site,
    repository,
  } as const;
}

/** Builds one environment as it stands in the documents. */
export function buildEntry({ id, category, value }: EnvironmentEntry, source: OutletSource): OutletEnvironment {
  const { dataset, asOf, site, providersOf } = source;
  const { worth } = assess(value, dataset);
  const seen = newestEvidence(value, dataset);
  const column = (name: 'works' | 'tested' | 'full') => answerOf(worth, name, value.caveats.length);
  return {
    ...buildCommon(id, `${site}/environments/${id}/`, value),
    category,
    vendor: value.vendor,
    homepage: value.homepage,
    ...standing(value, dataset),
    columns: { works: column('works'), tested: column('tested'), full: column('full') },
    architectures: Object.fromEntries(
      Object.keys(value.architectures).map((each) => [each, standing(value, dataset, each)]),
    ),
    images: [...value.images],
    evidence: value.evidence.map((item) => buildEvidence(item, dataset)),
    seen,
    age: seen === undefined ? undefined : daysBetween(seen, asOf),
    history: value.history.map((step) => ({ ...step })),
    providers: (providersOf.get(id) ?? []).map((provider) => provider.id),
  };
}

function buildProvider({ id, value }: ProviderEntry, { dataset, site }: OutletSource): OutletProvider {
  return {
    ...buildCommon(id, `${site}/providers/${id}/`, value),
    acronym: value.acronym,
    role: value.role,
    repository: value.repository,
    environments: [...value.environments],
    stages: Object.fromEntries(
      Object.entries(value.stages).map(([stage, { evidence, ...state }]) => [
        stage,
        { ...state, evidence: evidence.map((item) => buildEvidence(item, dataset)) },
      ]),
    ),
  };
}

function buildCommon(id: string, url: string, value: Environment | Provider) {
  return {
    id,
    name: value.name,
    url,
    aliases: [...value.aliases],
    lifecycle: value.lifecycle,
    since: value.since,
    reason: value.reason,
    replacedBy: value.replacedBy,
    documentation: value.documentation,
    maintainers: (value.maintainers ?? []).map(buildMaintainer),
    caveats: value.caveats.map(buildCaveat),
    notes: value.notes,
  };
}

function standing(value: Environment, dataset: Dataset, architecture?: string) {
  const { worth, claimed, supported } = assess(value, dataset, architecture);
  return { level: worth.id, claimed: claimed.id, supported: supported.id };
}

function buildMaintainer(maintainer: Maintainer): OutletEnvironment['maintainers'][number] {
  return { name: maintainerName(maintainer), url: maintainerUrl(maintainer) };
}

function buildEvidence(item: Evidence, { snapshot }: Dataset): OutletEvidence {
  const { label, href } = placeOf(item);
  const { seen, gone } = standingOf(item, snapshot);
  return {
    kind: item.kind,
    label,
    url: href,
    summary: item.summary,
    seen,
    commit: item.seen.at,
    release: item.seen.release,
    since: item.since,
    architectures: item.architectures,
    disputed: item.disputed,
    gone: gone?.sentence,
  };
}

function buildCaveat({ issue, documentation, ...caveat }: Caveat): OutletCaveat {
  return { ...caveat, url: issue === undefined ? documentation : issueUrl(issue) };
}
