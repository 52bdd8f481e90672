import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importDocument } from '../../src/commands/import.ts';
import { countedEvidence, findShortfalls } from '../../src/dataset/assess.ts';
import type { Dataset, EnvironmentEntry } from '../../src/dataset/dataset.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { formatMarkdown } from '../../src/markdown/format-matrix.ts';
import { renderNotes } from '../../src/markdown/render-notes.ts';
import { newestDate } from '../../src/matrix/as-of.ts';
import { placeOf } from '../../src/matrix/place.ts';
import { type Environment, environmentSchema } from '../../src/model/environment.ts';
import { EVIDENCE_KINDS } from '../../src/model/evidence.ts';
import { maintainerName } from '../../src/model/maintainer.ts';
import { vocabularyOf } from '../../src/model/matrix.ts';
import { markdown, name, sentence } from '../../src/model/text.ts';
import { markdownProblem } from '../../src/rules/markdown-problem.ts';
import { readData } from '../../src/io/read-data.ts';
import { ACME, MATRIX_PATH, ROOT } from '../support/acme-data.ts';

const MAPPING = {
  path: 'mapping.yaml',
  text: readFileSync(new URL('../../scripts/import-mapping.yaml', import.meta.url), 'utf8'),
  isOwn: false,
};
const acme = parseDataset(ACME, ROOT).dataset!;
const schema = environmentSchema(vocabularyOf(acme.matrix.value));

/** What a table can say of an environment. */
function carried({ category, value }: EnvironmentEntry) {
  const { caveats, notes = '' } = value;
  return {
    category,
    name: value.name,
    homepage: value.homepage,
    level: value.level,
    maintainers: value.maintainers,
    evidence: [
      ...new Set(countedEvidence(value, acme).map((item) => `${item.kind} ${placeOf(item).href} ${item.seen.on}`)),
    ],
    caveats: caveats.map(({ summary, issue, documentation, reviewBy }) => ({
      summary,
      issue,
      documentation,
      reviewBy,
    })),
    notes: shown(notes),
  };
}

/** What a page shows of notes: a cell keeps their words, links and code, but no lists and paragraphs. */
function shown(notes: string) {
  const html = renderNotes(notes);
  const all = (pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map(([, inner]) => inner!);
  const words = html
    .replaceAll(/<\/?(?:p|li|ul|ol|blockquote|pre|br)>/g, ' ')
    .replaceAll(/<[^>]*>|•/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return { words, links: all(/ href="([^"]*)"/g), code: all(/<code>([^]*?)\n?<\/code>/g) };
}

/** Exports a dataset and imports what came out, under the same `matrix.yaml`. */
function roundTrip(dataset: Dataset) {
  const asOf = newestDate(dataset);
  const text = formatMarkdown({ dataset, asOf, site: dataset.matrix.value.links.site });
  const matrix = { path: MATRIX_PATH, content: dataset.matrix.source.text };
  const { files, output, exitCode } = importDocument({ path: 'matrix.md', text }, MAPPING, [matrix], {
    root: ROOT,
    format: 'json',
    asOf,
  });
  return {
    text,
    output,
    exitCode,
    back:
      parseDataset(
        files.map(({ path, text: content }) => ({ path, content })),
        ROOT,
      ).dataset?.environments ?? [],
  };
}

const byName = <Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => (a.name < b.name ? -1 : 1));

const PIECES =
  '| \\ ` [ ] ( ) <br> <b> &amp; & * _ ~~ # @user https://example.org/a_b?c=|d www.example.org a@b.co 🦊 é 测试 - + = 1. " \' $ { } ! word Cloud ) , : ; % \\| || :-: ^ http://x.y [a](b) ![c](d) — \u00a0'.split(
    ' ',
  );
const words = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ' ', ' '), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 14,
  })
  .map((pieces) =>
    pieces
      .join('')
      .replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
      .trim(),
  );
const names = words.filter((text) => name.safeParse(text).success);
const sentences = words.filter((text) => sentence.safeParse(text).success && !text.includes('`'));
const dates = fc.constantFrom('2026-08-22', '2024-02-29', '2019-01-01');
const issues = fc.constantFrom('acme/cloud#1', 'acme/.github#23');
const addresses = fc.constantFrom(
  'https://example.org/a_(b)?c=*d*&e=|f',
  'https://example.org/%7C',
  'https://a.example/',
);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const caveats = fc.oneof(
  fc.record({ summary: sentences, issue: issues, reviewBy: optional(dates) }),
  fc.record({ summary: sentences, documentation: addresses, reviewBy: optional(dates) }),
  fc.record({ summary: sentences.map((text) => `${text} \`a | b\``), reviewBy: optional(dates) }),
);
const contacts = fc.record({ name: names, url: addresses }).filter((contact) => !contact.name.startsWith('@'));
const blocks = fc.oneof(
  words,
  fc.constantFrom(
    '- one\n- `two | \\`\n  - three',
    '> said',
    '**so** *it* [is](https://a.example/|)',
    '[it][1]\n\n[1]: https://b.example/',
  ),
);
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });

const keys = fc.record({
  name: names,
  homepage: optional(addresses),
  maintainers: fc.uniqueArray(fc.oneof(fc.constantFrom('@octocat', '@acme/team.one_two', '@a-b'), contacts), {
    maxLength: 3,
    selector: (each) => maintainerName(each).toLowerCase(),
  }),
  evidence: few(
    fc.record({ kind: fc.constantFrom(...EVIDENCE_KINDS), url: addresses, seen: fc.record({ on: dates }) }),
  ),
  caveats: few(caveats),
  notes: few(blocks).map((list) => {
    const notes = list.join('\n\n');
    return markdown.safeParse(notes).success && markdownProblem(notes) === undefined ? notes : undefined;
  }),
});
const { levels } = acme.matrix.value;

/** An environment at any level that its evidence backs. */
const environments = fc
  .record({ keys, category: fc.constantFrom('cloud', 'metal'), pick: fc.nat() })
  .map(({ keys: given, category, pick }): EnvironmentEntry => {
    const at = (level: string): Environment =>
      schema.parse({ ...given, level, history: [{ on: '2019-01-01', level, reason: 'So it is.' }] });
    const backed = levels.filter((level) => findShortfalls(at(level.id), level, acme).length === 0);
    const { id } = backed[pick % backed.length]!;
    return { id: 'any', category, value: at(id), source: acme.environments[0]!.source };
  });

test('import gives back what the tables of an export can carry', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(environments, { maxLength: 7, selector: ({ value }) => value.name.toLowerCase() }),
      (made) => {
        const { back, output } = roundTrip({ ...acme, environments: made });
        expect(byName(back.map(carried)), output).toEqual(byName(made.map(carried)));
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

test('of the real matrix every row comes back, and nothing is left out', () => {
  const { dataset } = parseDataset(readData('data'), ROOT);
  const { back, output, exitCode } = roundTrip({ ...dataset!, snapshot: undefined });
  const active = dataset!.environments.filter(({ value }) => value.lifecycle !== 'retired');
  expect(exitCode, output).toBe(0);
  expect(byName(back.map(carried))).toEqual(byName(active.map(carried)));
});
