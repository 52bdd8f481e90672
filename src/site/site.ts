import { createTimelineDrawer } from '../matrix/draw-timeline.ts';
import { buildMaintainers } from '../matrix/maintainers.ts';
import { buildMatrix, levelView, providersByEnvironment } from '../matrix/matrix-view.ts';
import { buildNeeds } from '../matrix/needs.ts';
import type { Axis } from '../matrix/timeline.ts';
import type { OutletSource } from '../outlets/build-outlet.ts';
import { findDrift } from '../rules/drift.ts';
import { siteAddress } from './address.ts';
import { loadSite } from './load.ts';
import { contentPolicy } from './policy.ts';

/** The pages’ one door to the data: read once for the whole build. */
const { dataset, asOf } = await loadSite(process.env.MATRIX_DATA ?? 'data');
const { origin, base } = siteAddress(dataset.matrix.value, process.env.SITE_URL);

/** The earliest day that timelines show: some histories reach far back, and most of what matters is recent. */
const HISTORY_YEARS = 8;

/** One axis for the timelines of all environments, so that pages can be compared: whole years, up to the day of the data. */
function historyAxis(): Axis {
  const first = dataset.environments.reduce(
    (day, { value }) => (value.history[0]!.on < day ? value.history[0]!.on : day),
    asOf,
  );
  const year = Math.max(Number(first.slice(0, 4)), Number(asOf.slice(0, 4)) - HISTORY_YEARS);
  return { start: `${year}-01-01`, end: asOf };
}

const providersOf = providersByEnvironment(dataset);
let matrix: ReturnType<typeof buildMatrix> | undefined;
let needs: ReturnType<typeof buildNeeds> | undefined;

export const site = {
  dataset,
  asOf,
  project: dataset.matrix.value,
  /** Made when a page asks for it: the thread that makes pages of entries alone has no use for it. */
  get matrix() {
    return (matrix ??= buildMatrix(dataset));
  },
  maintainers: buildMaintainers(dataset),
  /** Likewise. */
  get needs() {
    return (needs ??= buildNeeds(dataset, asOf, findDrift(dataset, { asOf })));
  },
  contentPolicy: contentPolicy(dataset.matrix.value.accent),
  timeline: createTimelineDrawer(dataset.matrix.value.levels.map(levelView), historyAxis()),
  environmentNames: new Map(dataset.environments.map(({ id, value }) => [id, value.name])),
  providersOf,
  outlets: { dataset, asOf, site: `${origin}${base.slice(0, -1)}`, providersOf } satisfies OutletSource,
};

/** The address of a page of the site, from its root: `levels/`, `environments/aws-ec2/`. */
export function href(path: string): string {
  return `${base}${path}`;
}

/** The whole address of what `href` gives. */
export function absolute(path: string): string {
  return `${origin}${path}`;
}

/** The address on GitHub where a data file is edited; the server forks for those who may not write. */
export function editUrl(path: string): string {
  return `https://github.com/${site.project.repository}/edit/${site.project.branch}/data/${path}`;
}
