import { countedEvidence } from '../dataset/assess.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { standingOf } from '../dataset/standing.ts';
import { placeOf } from '../matrix/place.ts';
import type { Caveat } from '../model/caveat.ts';
import type { Environment } from '../model/environment.ts';
import type { Maintainer } from '../model/maintainer.ts';
import { issueUrl } from '../model/reference.ts';
import { type Inline, joinLines, type Lines, link, text } from './nodes.ts';
import { splitCode } from '../matrix/split-code.ts';

/** What a cell says where there is nothing to list. */
export const NONE = 'none';

/** The evidence that counts, each line the kind, which leads to the place, and the day it was last seen. */
export function evidenceCell(environment: Environment, dataset: Dataset): readonly Inline[] {
  const lines = countedEvidence(environment, dataset).map((item) => {
    const { seen } = standingOf(item, dataset.snapshot);
    return [link(placeOf(item).href, item.kind), text(` ${seen}`)];
  });
  // Two lines of one file are two pieces of evidence, and look alike here.
  return listCell([...new Map(lines.map((line) => [JSON.stringify(line), line])).values()]);
}

/** The caveats, each line what does not work and, in brackets, what tracks it. */
export function caveatsCell(caveats: readonly Caveat[]): readonly Inline[] {
  return listCell(caveats.map((caveat) => [...sentence(caveat.summary), ...tracking(caveat)]));
}

function tracking({ issue, documentation, reviewBy }: Caveat): readonly Inline[] {
  const again = reviewBy === undefined ? '' : `look again on ${reviewBy}`;
  const place =
    issue !== undefined
      ? link(issueUrl(issue), issue)
      : documentation === undefined
        ? undefined
        : link(documentation, 'documentation');
  if (place === undefined) return again === '' ? [] : [text(` (${again})`)];
  return [text(' ('), place, text(again === '' ? ')' : `, ${again})`)];
}

/** Who answers: handles as they are, contacts with their address. */
export function maintainersCell(maintainers: readonly Maintainer[]): readonly Inline[] {
  return maintainers.flatMap((maintainer, index) => [
    ...(index === 0 ? [] : [text(', ')]),
    typeof maintainer === 'string' ? text(maintainer) : link(maintainer.url, maintainer.name),
  ]);
}

function listCell(lines: Lines): readonly Inline[] {
  return lines.length === 0 ? [text(NONE)] : joinLines(lines);
}

/** A plain sentence, whose one piece of Markdown is code between backticks. */
function sentence(words: string): readonly Inline[] {
  return splitCode(words).map((piece) => (piece.code ? { type: 'inlineCode', value: piece.text } : text(piece.text)));
}
