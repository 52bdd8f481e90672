import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/** The order of the folders: a file imports only from a lower number, or from its own folder. */
const LAYERS: Readonly<Record<string, number>> = {
  'src/model': 0,
  'src/diagnostics': 1,
  'src/dataset': 2,
  // Rules on change read changes.
  'src/diff': 2.5,
  'src/rules': 3,
  'src/matrix': 3,
  'src/github': 4,
  'src/markdown': 4,
  'src/outlets': 4,
  'src/review': 4,
  'src/io': 4,
  'src/client': 4,
  'src/commands': 5,
  'src/site': 5,
  scripts: 6,
  'src/components': 6,
  'src/layouts': 7,
  'src/pages': 8,
};

/** The doors to the disk, to git and to other processes. */
const DOORS = ['src/io', 'scripts'];
const SYSTEM = /^(?:node:)?(?:fs|fs\/promises|child_process)$/;

interface Import {
  /** What is imported, as it is written. */
  readonly specifier: string;
  /** Whether nothing of it is left when the program runs. */
  readonly isType: boolean;
  /** Whether it is part of what a browser loads. */
  readonly isClient: boolean;
}

/** A piece of TypeScript, and whether a browser runs it. */
interface Code {
  readonly text: string;
  readonly isClient: boolean;
}

/** The code of a file: all of it, or of an Astro component its frontmatter and its scripts. */
function codeOf(path: string, text: string): readonly Code[] {
  if (!path.endsWith('.astro')) return [{ text, isClient: path.startsWith('src/client/') }];
  const [, frontmatter = '', page = text] = /^---\n(.*?)^---$(.*)/ms.exec(text) ?? [];
  const scripts = [...page.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, script = '']) => script);
  return [{ text: frontmatter, isClient: false }, ...scripts.map((script) => ({ text: script, isClient: true }))];
}

/** Every import of a piece of code: static, dynamic, exported from elsewhere, in a type, or by `require`. */
function importsOf({ text, isClient }: Code): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean): void => {
    if (specifier !== undefined && ts.isStringLiteralLike(specifier))
      found.push({ specifier: specifier.text, isType, isClient });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && isLoader(node.expression)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('code.ts', text, ts.ScriptTarget.Latest));
  return found;
}

function isLoader(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

/** The project’s own file that an import leads to; undefined for a package. */
function targetOf(from: string, { specifier }: Import): string | undefined {
  return specifier.startsWith('.') ? posix.join(dirname(from), specifier.replace(/\?.*$/, '')) : undefined;
}

/** The folder of the list above that a file is in; undefined where it is in none. */
function layerOf(path: string): string | undefined {
  return Object.keys(LAYERS).find((folder) => path.startsWith(`${folder}/`));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(PROJECT.length), entry.name))
    .sort();
}

const FILES = [...listFiles('src'), ...listFiles('scripts')];
const TEXTS = new Map(FILES.map((path) => [path, readFileSync(join(PROJECT, path), 'utf8')]));
const CODE = FILES.filter((path) => /\.(?:ts|mts|js|mjs|astro)$/.test(path) && !path.endsWith('.d.ts'));
const IMPORTS = new Map(CODE.map((path) => [path, codeOf(path, TEXTS.get(path)!).flatMap(importsOf)]));

/** Every import of the project with the file it stands in. */
const EDGES = [...IMPORTS].flatMap(([from, imports]) =>
  imports.map((each) => ({ from, to: targetOf(from, each), ...each })),
);

test('imports are found in every form', () => {
  const code = `import a from 'a'; import type { B } from 'b'; import 'c'; export * from 'd'; export type * from 'e';
    const f = await import('f'); let g: import('g').G; const h = require('h'); // import 'no';
    const text = "import 'no'"; import { type I } from 'i';`;
  const found = importsOf({ text: code, isClient: false });
  expect(found.map(({ specifier, isType }) => (isType ? specifier : specifier.toUpperCase())).join('')).toBe(
    'AbCDeFgHI',
  );
  const [front, script] = codeOf(
    'a.astro',
    `---\nimport A from './a.astro';\n---\n<p>---</p><script>import './b.ts';</script>`,
  );
  expect(importsOf(front!).map(({ specifier }) => specifier)).toEqual(['./a.astro']);
  expect(importsOf(script!)).toEqual([{ specifier: './b.ts', isType: false, isClient: true }]);
});

test('every file of code is in a layer, and imports something that is there', () => {
  expect(CODE.filter((path) => layerOf(path) === undefined)).toEqual([]);
  expect(EDGES.length).toBeGreaterThan(CODE.length);
  expect(EDGES.filter(({ to }) => to !== undefined && to.startsWith('src/') && !TEXTS.has(to))).toEqual([]);
});

test('a file imports only from a lower layer, or from its own folder', () => {
  const wrong = EDGES.filter(({ from, to }) => {
    if (to === undefined) return false;
    const [own, other] = [layerOf(from)!, layerOf(to)];
    return own !== other && (other === undefined ? !from.startsWith('scripts/') : LAYERS[other]! >= LAYERS[own]!);
  });
  expect(wrong.map(({ from, to }) => `${from} → ${to!}`)).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const next = new Map(
    [...IMPORTS.keys()].map((path) => [
      path,
      EDGES.flatMap(({ from, to }) => (from === path && to !== undefined && IMPORTS.has(to) ? [to] : [])),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) cycles.push([...above.slice(above.indexOf(path)), path].join(' → '));
    if (done.has(path)) return;
    done.add(path);
    for (const each of next.get(path)!) visit(each, [...above, path]);
  };
  for (const path of next.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

test('only one door leads to the disk and to other processes', () => {
  const wrong = EDGES.filter(({ from, specifier }) => SYSTEM.test(specifier) && !DOORS.includes(layerOf(from)!));
  expect(wrong.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  expect(EDGES.some(({ from, specifier }) => SYSTEM.test(specifier) && layerOf(from) === 'src/io')).toBe(true);
});

describe('what a browser loads', () => {
  const heavy = /^(?:zod|yaml|node:.*)$|^(?:zod|yaml)\//;

  test('holds no schema, no parser and nothing of Node', () => {
    const waiting = EDGES.filter(({ isClient }) => isClient).map((edge) => ({ ...edge, by: edge.from }));
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (let edge = waiting.pop(); edge !== undefined; edge = waiting.pop()) {
      if (edge.isType) continue;
      if (heavy.test(edge.specifier)) wrong.push(`${edge.by} → ${edge.specifier}`);
      if (edge.to === undefined || seen.has(edge.to)) continue;
      seen.add(edge.to);
      const { to, by } = edge;
      waiting.push(...EDGES.filter(({ from }) => from === to).map((each) => ({ ...each, by: `${by} → ${to}` })));
    }
    expect(wrong).toEqual([]);
    expect(EDGES.some(({ isClient }) => isClient)).toBe(true);
  });
});

test('the program does not know the product that the data is about', () => {
  const product = ['flat', 'car'].join('');
  const wrong = [...TEXTS].flatMap(([path, text]) =>
    `${path}\n${text}`
      .split('\n')
      .flatMap((line, index) => (line.toLowerCase().includes(product) ? [`${path}:${index}`] : [])),
  );
  expect(wrong).toEqual([]);
});
