import type { Environment } from '../model/environment.ts';
import type { Level } from '../model/level.ts';
import type { Maintainer } from '../model/maintainer.ts';

/** What stands for the day on which somebody writes a line. */
export const DAY_TO_WRITE = 'YYYY-MM-DD';

/** The line that adds one more to those who answer for an entry. */
export function maintainersLine(maintainers: readonly Maintainer[] = []): string {
  // Every JSON text is one of YAML too.
  const items = [...maintainers, '@you'].map((each) =>
    typeof each === 'string'
      ? JSON.stringify(each)
      : `{ name: ${JSON.stringify(each.name)}, url: ${JSON.stringify(each.url)} }`,
  );
  return `maintainers: [${items.join(', ')}]`;
}

/** A piece of evidence of the kind that a level takes first and people write by hand, to be filled in. */
export function evidenceLines(environment: Environment, { policy }: Level): string {
  const kind = policy.evidence?.find((each) => each !== 'image') ?? 'report';
  const best = bestArchitectures(environment);
  const place = kind.endsWith('ci') ? ['repository: owner/name', 'path: path/to/the/test'] : ['url: https://…'];
  const architectures = best.length === 0 ? [] : [`architectures: [${best.join(', ')}]`];
  const [first, ...rest] = [`kind: ${kind}`, ...place, ...architectures, `seen: { on: ${DAY_TO_WRITE} }`];
  return ['evidence:', `  - ${first}`, ...rest.map((line) => `    ${line}`)].join('\n');
}

/** What claims another level: for the whole, for the architectures that had the old one, and as a step of the history. */
export function levelLines(environment: Environment, { id }: Level): string {
  const best = bestArchitectures(environment);
  const claims = Object.entries(environment.architectures).map(
    ([architecture, level]) => `${architecture}: ${best.includes(architecture) ? id : level}`,
  );
  return [
    `level: ${id}`,
    ...(claims.length === 0 ? [] : [`architectures: { ${claims.join(', ')} }`]),
    'history:',
    `  - { on: ${DAY_TO_WRITE}, level: ${id}, reason: Why it changed. }`,
  ].join('\n');
}

/** The lines that say what there is at a stage that nobody has looked at. */
export function stageLines(stage: string): string {
  return [
    'stages:',
    `  ${stage}:`,
    '    status: available',
    '    evidence:',
    '      - kind: documentation',
    '        url: https://…',
    `        seen: { on: ${DAY_TO_WRITE} }`,
  ].join('\n');
}

/** The architectures that carry the level of the whole. */
function bestArchitectures({ level, architectures }: Environment): readonly string[] {
  return Object.keys(architectures).filter((each) => architectures[each] === level);
}
