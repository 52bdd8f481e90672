import type { Finding } from '../diagnostics/diagnostic.ts';
import { positionOf, type SourceFile } from './source-file.ts';

/** Longest correction that is shown whole, in lines. */
const SHOWN = 8;

/** Finds where a file is not in house style; `styled` is what it would be. One finding for the whole file. */
export function checkStyle(source: SourceFile, styled: string): readonly Finding[] {
  if (styled === source.text) return [];
  const [old, next] = [source.text.split('\n'), styled.split('\n')];
  const differs = old.findIndex((line, index) => line !== next[index]);
  // Where all lines are the same, the last one lacks its end.
  const first = differs < 0 ? old.length - 1 : differs;
  const same = countSameEnd(old.slice(first), next.slice(first));
  const [oldLines, nextLines] = [old.slice(first, old.length - same), next.slice(first, next.length - same)];
  const isShown = Math.max(oldLines.length, nextLines.length) <= SHOWN;
  const start = old.slice(0, first).reduce((offset, line) => offset + line.length + 1, 0);
  const shown = isShown ? oldLines.join('\n') : old[first]!;
  return [
    {
      ruleId: 'format',
      file: source.path,
      place: positionOf(source, start + indentOf(shown), start + shown.length),
      reason: isMoved(old, next)
        ? 'The keys stand in another order than in other files.'
        : 'This is written otherwise than in other files.',
      note: `\`npm run format\` writes it their way${isShown ? '' : ', and what follows'}.`,
      ...(isShown && nextLines.length > 0 && { fix: dedent(nextLines).trimEnd() }),
    },
  ];
}

function countSameEnd(old: readonly string[], next: readonly string[]): number {
  const differs = old.toReversed().findIndex((line, index) => line !== next[next.length - 1 - index]);
  return differs < 0 ? Math.min(old.length, next.length) : differs;
}

function isMoved(old: readonly string[], next: readonly string[]): boolean {
  return old.toSorted().join('\n') === next.toSorted().join('\n');
}

/** How many blanks a line begins with. */
function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function dedent(lines: readonly string[]): string {
  const least = Math.min(...lines.filter((line) => line !== '').map(indentOf));
  return lines.map((line) => line.slice(least)).join('\n');
}
