import { findShortfalls, type Requirement, type Shortfall } from '../dataset/assess.ts';
import type { Dataset, EnvironmentEntry } from '../dataset/dataset.ts';
import type { DataPath } from '../dataset/source-file.ts';
import type { Level } from '../model/level.ts';

/** One level that an entry claims: for one architecture, or for the whole where it names none. */
export interface Claim {
  readonly architecture: string | undefined;
  readonly level: Level;
  readonly path: DataPath;
  /** What is claimed, to begin a sentence. */
  readonly subject: string;
}

/** The claims of an entry. */
export function claimsOf(entry: EnvironmentEntry, levels: readonly Level[]): readonly Claim[] {
  const { name, level, architectures } = entry.value;
  const find = (id: string): Level => levels.find((each) => each.id === id)!;
  const perArchitecture = Object.entries(architectures);
  if (perArchitecture.length === 0)
    return [{ architecture: undefined, level: find(level), path: ['level'], subject: name }];
  return perArchitecture.map(([architecture, id]) => ({
    architecture,
    level: find(id),
    path: ['architectures', architecture],
    subject: `${name} on ${architecture}`,
  }));
}

interface BrokenClaim {
  readonly entry: EnvironmentEntry;
  readonly claim: Claim;
  readonly path: DataPath;
  readonly shortfall: Shortfall;
}

/**
 * The claims whose policy is not met because of one of the requirements given, by what the data alone says: what went
 * away upstream is drift, and no mistake of the entry.
 */
export function findBrokenClaims(dataset: Dataset, requirements: readonly Requirement[]): readonly BrokenClaim[] {
  const known = FOUND.get(dataset) ?? findAll(dataset);
  FOUND.set(dataset, known);
  return known.filter(({ shortfall }) => requirements.includes(shortfall.requirement));
}

/** All broken claims of a dataset, found once: several rules ask for them, each for its part. */
const FOUND = new WeakMap<Dataset, readonly BrokenClaim[]>();

/**
 * Of what a claim lacks only the first counts: a claim without evidence is not also reported for what else it would
 * need. Caveats are tracked one by one.
 */
function findAll({ matrix, environments }: Dataset): readonly BrokenClaim[] {
  return environments.flatMap((entry) =>
    claimsOf(entry, matrix.value.levels).flatMap((claim) => {
      const missing = findShortfalls(entry.value, claim.level, { matrix }, claim.architecture);
      const first = missing.filter(({ requirement }) => requirement === missing[0]?.requirement);
      return first.map((shortfall) => ({ entry, claim, path: claim.path, shortfall }));
    }),
  );
}
