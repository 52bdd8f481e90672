import { parsePlace } from '../dataset/parse-place.ts';
import type { Level } from '../model/level.ts';
import type { Matrix } from '../model/matrix.ts';

/** What a new entry says, by the options of `newFields`. */
export type NewValues = Readonly<Record<string, string | undefined>>;

/** A new environment as its file says it; what was not given is undefined. */
export function buildEnvironment(
  values: NewValues,
  { levels }: Matrix,
  asOf: string,
): Readonly<Record<string, unknown>> {
  const evidence = buildEvidence(values, asOf);
  const level = values.level ?? carefulLevel(levels, evidence?.kind, values.caveat !== undefined);
  const architectures = splitList(values.architectures);
  return {
    name: values.name,
    vendor: values.vendor,
    homepage: values.homepage,
    aliases: splitList(values.aliases),
    level,
    architectures: architectures && Object.fromEntries(architectures.map((each) => [each, level])),
    maintainers: splitList(values.maintainers) ?? [],
    documentation: values.documentation,
    evidence: evidence && [evidence],
    caveats: values.caveat === undefined ? undefined : [{ summary: values.caveat }],
    history: [{ on: asOf, level, reason: values.reason ?? 'First listed.', source: values.source }],
  };
}

/** The same for a provider; nothing is known of its stages. */
export function buildProvider(values: NewValues, { stages }: Matrix): Readonly<Record<string, unknown>> {
  return {
    name: values.name,
    acronym: values.acronym,
    aliases: splitList(values.aliases),
    role: values.role,
    repository: values.repository,
    documentation: values.documentation,
    maintainers: splitList(values.maintainers) ?? [],
    environments: splitList(values.environments),
    stages: Object.fromEntries(stages.map(({ id }) => [id, { status: 'unknown' }])),
  };
}

function buildEvidence(
  values: NewValues,
  asOf: string,
): { readonly kind: string | undefined; readonly [key: string]: unknown } | undefined {
  if (values.evidence === undefined) return undefined;
  const { at, ...place } = parsePlace(values.evidence);
  return {
    kind: values['evidence-kind'],
    summary: values['evidence-summary'],
    ...place,
    seen: { on: asOf, at, release: values.release },
  };
}

/** The most careful level: the lowest that evidence of a kind backs, or without evidence the lowest that asks for nothing. */
function carefulLevel(levels: readonly Level[], kind: string | undefined, hasCaveat: boolean): string {
  const fits = ({ policy }: Level): boolean =>
    kind === undefined
      ? policy.evidence === undefined && policy.maintainers === 0 && !policy.explained
      : policy.evidence?.some((each) => each === kind) === true;
  const level = levels.findLast((each) => fits(each) && each.policy.caveats !== (hasCaveat ? 'forbidden' : 'required'));
  return (level ?? levels.at(-1)!).id;
}

/** The items of a list with commas between them; undefined where it was not given. */
export function splitList(text: string | undefined): readonly string[] | undefined {
  return text
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
