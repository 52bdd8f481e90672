import type { Caveat } from '../model/caveat.ts';
import type { Environment } from '../model/environment.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Level } from '../model/level.ts';
import type { Dataset } from './dataset.ts';
import type { DataPath } from './source-file.ts';
import { standingOf } from './standing.ts';

/** What claims are judged by: the policies of the levels, and what GitHub answered. */
export type Judge = Pick<Dataset, 'matrix' | 'snapshot'>;

/** What a policy asks for. */
export type Requirement = 'lifecycle' | 'evidence' | 'maintainers' | 'caveats' | 'tracking' | 'reason';

/** One thing that an entry lacks for a level. */
export interface Shortfall {
  readonly requirement: Requirement;
  /** What is missing, to follow “needs”. */
  readonly needs: string;
  /** Where in the entry it would be mended. */
  readonly path: DataPath;
}

/** How a claim stands: what the evidence supports, and what the level above that would take. */
export interface Assessment {
  readonly claimed: Level;
  readonly supported: Level;
  /** What the entry is worth today: the claim, or what the evidence supports where that is less. */
  readonly worth: Level;
  /** The next better level than the supported one, and what is missing for it; undefined at the top, or when retired. */
  readonly next?: { readonly level: Level; readonly missing: readonly Shortfall[] } | undefined;
}

/** Evidence that counts: undisputed, not gone, and about the architecture where one is asked for. */
export function countedEvidence(
  environment: Environment,
  { snapshot }: Judge,
  architecture?: string,
): readonly Evidence[] {
  return environment.evidence.filter(
    (item) =>
      item.disputed === undefined && concerns(item, architecture) && standingOf(item, snapshot).gone === undefined,
  );
}

/** The caveats that concern an architecture; all of them where none is asked for. */
function caveatsFor(environment: Environment, architecture?: string): readonly Caveat[] {
  return environment.caveats.filter((item) => concerns(item, architecture));
}

function concerns(
  item: { readonly architectures?: readonly string[] | undefined },
  architecture: string | undefined,
): boolean {
  return architecture === undefined || item.architectures === undefined || item.architectures.includes(architecture);
}

/** Whether a caveat is tracked: by an issue, or by the page that states it and a date to look again. */
export function isTracked(caveat: Caveat): boolean {
  return caveat.issue !== undefined || (caveat.documentation !== undefined && caveat.reviewBy !== undefined);
}

/** What an environment, or one architecture of it, lacks for a level; empty where the level’s policy is met. */
export function findShortfalls(
  environment: Environment,
  level: Level,
  judge: Judge,
  architecture?: string,
): readonly Shortfall[] {
  const { policy } = level;
  const missing: Shortfall[] = [];
  const need = (requirement: Requirement, needs: string, path: DataPath): void =>
    void missing.push({ requirement, needs, path });
  const caveats = caveatsFor(environment, architecture);

  if (environment.lifecycle === 'retired' && !policy.retired)
    need('lifecycle', 'an entry that is not retired', ['lifecycle']);
  const kinds = policy.evidence;
  if (
    kinds !== undefined &&
    !countedEvidence(environment, judge, architecture).some((item) => kinds.includes(item.kind))
  ) {
    need('evidence', `undisputed evidence of kind ${kinds.map((kind) => `\`${kind}\``).join(' or ')}`, ['evidence']);
  }
  const short = policy.maintainers - environment.maintainers.length;
  if (short > 0)
    need('maintainers', policy.maintainers === 1 ? 'a maintainer' : `${policy.maintainers} maintainers`, [
      'maintainers',
    ]);
  if (policy.caveats === 'forbidden' && caveats.length > 0) need('caveats', 'the caveats resolved', ['caveats']);
  if (policy.caveats === 'required' && caveats.length === 0)
    need('caveats', 'a caveat that says what does not work', ['caveats']);
  if (policy.caveats === 'tracked') {
    for (const caveat of caveats.filter((item) => !isTracked(item))) {
      need('tracking', 'an issue for each caveat, or the page that documents it and a date to look again', [
        'caveats',
        environment.caveats.indexOf(caveat),
      ]);
    }
  }
  // An architecture that is not offered explains itself; a whole environment does not.
  if (
    policy.explained &&
    architecture === undefined &&
    environment.caveats.length === 0 &&
    environment.reason === undefined
  ) {
    need('reason', 'a caveat, or the reason of its lifecycle', ['level']);
  }
  return missing;
}

/** The best level whose policy an environment, or one architecture of it, meets; the last level where it meets none. */
export function supportedLevel(environment: Environment, judge: Judge, architecture?: string): Level {
  const { levels } = judge.matrix.value;
  const best = architecture === undefined ? bestArchitecture(environment, judge) : undefined;
  if (best !== undefined) return supportedLevel(environment, judge, best);
  const claim = claimOf(environment, architecture);
  // An explanation is given for the level that it explains: it does not turn what nobody knows into what does not work.
  const met = levels.find(
    (level) =>
      (!level.policy.explained || level.id === claim) &&
      findShortfalls(environment, level, judge, architecture).length === 0,
  );
  return met ?? levels.at(-1)!;
}

/** The architecture that stands for the whole, whose evidence supports the best level; undefined where none is named. */
function bestArchitecture(environment: Environment, judge: Judge): string | undefined {
  const { levels } = judge.matrix.value;
  const ranked = Object.keys(environment.architectures).map((architecture) => ({
    architecture,
    rank: levels.indexOf(supportedLevel(environment, judge, architecture)),
  }));
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.architecture;
}

/** What was worked out already: each page and each document asks for the same again. */
const KNOWN = new WeakMap<Judge, WeakMap<Environment, Map<string | undefined, Assessment>>>();

/** How the claim of an environment, or of one architecture of it, stands. */
export function assess(environment: Environment, judge: Judge, architecture?: string): Assessment {
  const ofJudge = KNOWN.get(judge) ?? new WeakMap<Environment, Map<string | undefined, Assessment>>();
  KNOWN.set(judge, ofJudge);
  const ofEnvironment = ofJudge.get(environment) ?? new Map<string | undefined, Assessment>();
  ofJudge.set(environment, ofEnvironment);
  const assessment = ofEnvironment.get(architecture) ?? workOut(environment, judge, architecture);
  ofEnvironment.set(architecture, assessment);
  return assessment;
}

function workOut(environment: Environment, judge: Judge, architecture: string | undefined): Assessment {
  const { levels } = judge.matrix.value;
  const claimed = levels.find((level) => level.id === claimOf(environment, architecture)) ?? levels.at(-1)!;
  const judged = architecture ?? bestArchitecture(environment, judge);
  const supported = supportedLevel(environment, judge, judged);
  const worth = levels.indexOf(supported) > levels.indexOf(claimed) ? supported : claimed;
  const above = levels.slice(0, levels.indexOf(supported)).findLast((level) => !level.policy.explained);
  if (above === undefined || environment.lifecycle === 'retired') return { claimed, supported, worth };
  return {
    claimed,
    supported,
    worth,
    next: { level: above, missing: findShortfalls(environment, above, judge, judged) },
  };
}

function claimOf(environment: Environment, architecture: string | undefined): string | undefined {
  return architecture === undefined ? environment.level : environment.architectures[architecture];
}

/** The day that counted evidence was last seen, by somebody or by sync; undefined where there is none. */
export function newestEvidence(environment: Environment, judge: Judge): string | undefined {
  return countedEvidence(environment, judge)
    .map((item) => standingOf(item, judge.snapshot).seen)
    .reduce<string | undefined>((newest, day) => (newest === undefined || day > newest ? day : newest), undefined);
}
