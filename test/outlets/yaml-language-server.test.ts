import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { location } from 'vfile-location';
import type { Position, Range } from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { matrix as matrixSchema } from '../../src/model/matrix.ts';
import { buildEditorSchemas } from '../../src/outlets/editor-schemas.ts';
import { type LanguageServer, startLanguageServer } from '../support/language-server.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const FILES = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));

const matrix = matrixSchema.parse(parse(readFileSync(join(DATA, 'matrix.yaml'), 'utf8')));
const schemas = new Map(buildEditorSchemas(matrix).map(({ name, text }) => [name, text]));
const { properties } = JSON.parse(schemas.get('environment')!) as {
  properties: Readonly<Record<string, { description: string; markdownDescription?: string }>>;
};

/** One of our environments; the tests rely on the keys that every environment has. */
const category = join('environments', matrix.categories[0]!.id);
const environment = readFileSync(join(DATA, FILES.filter((path) => path.startsWith(category)).sort()[0]!), 'utf8');

let folder: string;
let server: LanguageServer;
let opened = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editor-'));
  cpSync(DATA, join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'public', 'schema'), { recursive: true });
  for (const [name, text] of schemas) writeFileSync(join(folder, 'public', 'schema', `${name}.json`), text);
  server = await startLanguageServer(folder);
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/**
 * Opens our environment, with other lines for one of its keys, as a file beside the others. `⟪⟫` marks a place in those
 * lines, and is not in the file.
 */
async function openWith(key: string, block: string) {
  const marked = environment.replace(new RegExp(`^${key}:.*(?:\\n[ -].*)*`, 'm'), () => block);
  const [before, within, after] = marked.split(/[⟪⟫]/) as [string, string, string];
  const text = `${before}${within}${after}`;
  const places = location(text);
  const positionAt = (offset: number): Position => {
    const { line, column } = places.toPoint(offset)!;
    return { line: line - 1, character: column - 1 };
  };
  const range: Range = { start: positionAt(before.length), end: positionAt(before.length + within.length) };
  const path = join(folder, 'data', category, `opened-${(opened += 1)}.yaml`);
  return { path, range, diagnostics: await server.open(path, text) };
}

describe('with the schema that its first line names, an editor', () => {
  test('underlines nothing in our files', async () => {
    const found = await Promise.all(
      FILES.map(async (file) => {
        const diagnostics = await server.open(join(folder, 'data', file), readFileSync(join(DATA, file), 'utf8'));
        return diagnostics.map(({ range, message }) => [file, range.start.line + 1, message]);
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  test.each<[what: string, key: string, block: string, message: RegExp]>([
    ['a wrong level', 'level', 'level: ⟪testd⟫', /"tested"/],
    ['an unknown key', 'name', 'name: Acme\n⟪colour⟫: teal', /colour/],
    ['a wrong type', 'maintainers', 'maintainers: ⟪nobody⟫', /"array"/],
    ['a handle without its form', 'maintainers', 'maintainers: [⟪octocat⟫]', /^This is not a GitHub handle/],
    [
      'evidence without a place',
      'evidence',
      'evidence:\n  - ⟪k⟫ind: ci\n    seen: { on: 2026-08-22 }',
      /^This evidence names no place to look/,
    ],
    ['a reason in an active entry', 'name', 'name: Acme\n⟪reason⟫: It was sold.', /^This is for entries that are/],
  ])('underlines %s, and nothing else', async (_, key, block, message) => {
    const { diagnostics, range } = await openWith(key, block);
    expect(diagnostics).toMatchObject([{ range, message: expect.stringMatching(message) as string }]);
  });

  test('shows the sentence of a key, and the promise of each level', async () => {
    const { path, range } = await openWith('level', '⟪level⟫: unknown');
    const shown = await server.hover(path, range.start);
    expect(shown).toContain(properties.level!.description);
    for (const { id, promise } of matrix.levels) expect(shown).toContain(`* \`${id}\`: ${promise}\n`);
  });

  test('shows code in a sentence as code', async () => {
    const { path, range } = await openWith('maintainers', '⟪maintainers⟫: []');
    expect(await server.hover(path, range.start)).toContain(properties.maintainers!.markdownDescription);
  });

  test('offers exactly the levels, each with its promise', async () => {
    const { path, range } = await openWith('level', 'level: ⟪⟫');
    const offered = await server.complete(path, range.start);
    expect(offered.map(({ label, documentation }) => [label, documentation])).toEqual(
      matrix.levels.map(({ id, promise }) => [id, promise]),
    );
  });

  test('offers the keys that are not there yet', async () => {
    const { path, range } = await openWith('level', '⟪⟫');
    const offered = await server.complete(path, range.start);
    const missing = Object.keys(properties).filter(
      (key) => key === 'level' || !(key in (parse(environment) as object)),
    );
    expect(
      offered
        .filter(({ kind }) => kind === 10)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(missing.sort());
  });

  test('completes evidence to what a piece of it must have', async () => {
    const { path, range } = await openWith('evidence', '⟪⟫');
    const offered = await server.complete(path, range.start);
    expect(offered.find(({ label }) => label === 'evidence')?.insertText).toMatch(/^evidence:\n +- kind: /);
  });

  test('asks no other host', () => {
    expect(server.complaints()).toBe('');
  });
});
