import { readFileSync } from 'node:fs';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, test } from 'vitest';
import { MARK_COLOURS } from '../../src/matrix/mark.ts';

/** Colours this far apart (CIEDE2000) are told apart at a glance, even as small marks. */
const MIN_DIFFERENCE = 12;

const STYLE = readFileSync(new URL('../../src/layouts/site.css', import.meta.url), 'utf8');
/** The tokens of the light theme, then those of the dark one. */
const THEMES = [...STYLE.matchAll(/:root \{(.*?)\}/gs)].map(
  ([, body = '']) =>
    new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map(([, name, value]) => [name!, value!])),
);

const SIMULATIONS = {
  'all colours': (colour: string) => parse(colour)!,
  protanopia: (colour: string) => filterDeficiencyProt(1)(parse(colour)!),
  deuteranopia: (colour: string) => filterDeficiencyDeuter(1)(parse(colour)!),
  tritanopia: (colour: string) => filterDeficiencyTrit(1)(parse(colour)!),
};

describe.each(['light', 'dark'] as const)('the marks on %s ground', (theme) => {
  const colours = Object.entries(MARK_COLOURS[theme]);
  const tokens = THEMES[theme === 'light' ? 0 : 1]!;
  const pairs = colours.flatMap((a, index) => colours.slice(index + 1).map((b) => [a, b] as const));

  test('are those of the style sheet', () => {
    expect(colours.map(([mark]) => [mark, tokens.get(mark)])).toEqual(colours);
  });

  test.each(Object.entries(SIMULATIONS))('differ for a reader with %s', (_name, seen) => {
    const difference = differenceCiede2000();
    const close = pairs
      .map(([[a, left], [b, right]]) => ({ pair: `${a} and ${b}`, apart: difference(seen(left), seen(right)) }))
      .filter(({ apart }) => apart < MIN_DIFFERENCE);
    expect(pairs).toHaveLength(15);
    expect(close).toEqual([]);
  });

  test('stand out from the paper', () => {
    const faint = colours.filter(
      ([, colour]) =>
        wcagContrast(colour, tokens.get('paper')!) < 4.5 || wcagContrast(colour, tokens.get('ground')!) < 4.5,
    );
    expect(faint.map(([mark, colour]) => [mark, wcagContrast(colour, tokens.get('ground')!)])).toEqual([]);
  });
});
