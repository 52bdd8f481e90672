import type { z } from 'zod';
import { type DataFile, SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { keysAt } from '../../src/dataset/schema-at.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { type Diagnostic, endOf, startOf } from '../../src/diagnostics/diagnostic.ts';
import { environmentSchema } from '../../src/model/environment.ts';
import { matrix, OPEN_VOCABULARY } from '../../src/model/matrix.ts';
import { providerSchema } from '../../src/model/provider.ts';
import { RULES } from '../../src/rules/registry.ts';
import type { Example } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run-rules.ts';

/** The day that tests judge by. */
export const AS_OF = '2026-11-22';

/** The data folder as diagnostics show it. */
export const ROOT = 'data';

export const MATRIX_PATH = 'matrix.yaml';
export const WATCH_PATH = 'watch.yaml';
export const ENVIRONMENT_PATH = 'environments/cloud/acme.yaml';
export const PROVIDER_PATH = 'providers/capx.yaml';

/** The project file of an invented product. */
export const MATRIX = `name: Acme interoperability matrix
product: Acme Linux
description: Where Acme Linux runs, how well, who answers for it, and how we know.
links:
  site: https://acme.example.org/matrix
  homepage: https://acme.example.org/
  documentation: https://acme.example.org/docs
  source: https://acme.example.org/source
repository: acme/matrix
branch: main
accent: "#0a6e78"
architectures:
  - { id: amd64, label: amd64 (x86-64) }
  - { id: arm64, label: arm64 (AArch64) }
levels:
  - id: full
    label: Full-feature
    promise: Every feature works, and a failure here blocks a release.
    policy: { evidence: [ci], maintainers: 1, caveats: forbidden, maxAge: 180 }
    columns: { works: yes, tested: yes, full: yes }
  - id: tested
    label: Tested
    promise: It works, and automated tests run against it.
    policy: { evidence: [ci, upstream-ci], caveats: tracked, maxAge: 180 }
    columns: { works: yes, tested: yes, full: no }
  - id: works
    label: Works
    promise: It is known to work, but nobody tests it regularly.
    policy: { evidence: [image, documentation, report, upstream-ci, ci], caveats: tracked, maxAge: 365 }
    columns: { works: yes, tested: no, full: no }
  - id: limited
    label: Limited
    promise: It works with the caveats listed.
    policy: { evidence: [image, documentation, report, upstream-ci, ci], caveats: required, maxAge: 365 }
    columns: { works: with-caveats, tested: no, full: no }
  - id: unsupported
    label: Unsupported
    promise: It is known not to work, or support was dropped.
    policy: { explained: true, retired: true }
    columns: { works: no, tested: no, full: no }
  - id: unknown
    label: Unknown
    promise: Nobody has told us whether it works.
    policy: { retired: true }
    columns: { works: unknown, tested: unknown, full: unknown }
categories:
  - { id: cloud, label: Clouds, description: Virtual machines rented from a provider. }
  - { id: metal, label: Bare metal, description: Machines without a hypervisor. }
stages:
  - { id: image, label: Image, description: A machine image is built that the provider can boot. }
  - { id: test, label: Test, description: The provider creates a cluster with it in its own tests. }
channels:
  - id: stable
    label: Stable
    promise: The default.
    cadence: { planned: Every 14 days. }
    source: https://acme.example.org/releases
    seen: 2026-08-13
`;

/** A valid environment; its evidence names no architecture, so that it supports nothing above the claim. */
export const ENVIRONMENT = `name: Acme Cloud
level: tested
architectures: { amd64: tested }
maintainers: ["@octocat"]
evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22 }
history:
  - { on: 2026-03-01, level: tested, reason: Tests run. }
`;

/** A valid provider. */
export const PROVIDER = `name: Cluster API Provider Acme
acronym: CAPX
role: infrastructure
repository: acme/cluster-api-provider-acme
stages:
  image: { status: none }
  test: { status: unknown }
`;

/** A minimal project without a finding: the project file, one environment and one provider. */
export const ACME: readonly { readonly path: string; readonly content: string }[] = [
  { path: MATRIX_PATH, content: MATRIX },
  { path: ENVIRONMENT_PATH, content: ENVIRONMENT },
  { path: PROVIDER_PATH, content: PROVIDER },
];

/** Where a mark stands: lines and columns from 1. `end` is missing where the mark cannot tell it. */
export interface MarkedPlace {
  readonly start: { readonly line: number; readonly column: number };
  readonly end?: { readonly line: number; readonly column: number } | undefined;
}

/** A project with one thing changed, and where the mark says that a finding is expected. */
export interface Placed {
  readonly files: readonly DataFile[];
  /** The file that was changed, relative to the data folder. */
  readonly path: string;
  readonly place?: MarkedPlace | undefined;
}

/**
 * Puts an example into the valid project. Its top-level keys replace those of the valid entry of its kind; what they do
 * not say the valid entry says.
 */
export function placeExample(example: Example): Placed {
  const path = example.path ?? ENVIRONMENT_PATH;
  const beside = (example.beside ?? []).map(({ path: other, content: keys }) => ({
    path: other,
    content: typeof keys === 'string' ? fillUp(other, keys) : keys,
  }));
  const put = (content: DataFile['content'] | undefined): readonly DataFile[] => [
    // An environment that moves leaves no copy behind.
    ...ACME.filter((file) => file.path !== path && !(isEnvironment(path) && isEnvironment(file.path))),
    ...beside,
    ...(content === undefined ? [] : [{ path, content }]),
  ];
  const { content } = example;
  if (content === undefined) {
    const { text, place } = readMark(example.whole === true ? endLine(example.yaml) : fillUp(path, example.yaml));
    return { files: put(text), path, place };
  }
  const { text, place } = readMark(example.yaml);
  // What stands in the file cannot be shown as text, so the mark is only as long as what is shown in its stead.
  const start = place && { start: place.start };
  if (content instanceof Uint8Array) {
    const rest = new TextEncoder().encode(fillUp(path, text).slice(endLine(text).length));
    return { files: put(new Uint8Array([...content, ...rest])), path, place: start };
  }
  return { files: put(content.kind === 'absent' ? undefined : content), path, place: start };
}

/** Takes the marks ⟪ ⟫ out of a text and tells where they stood. An empty mark has a start only. */
export function readMark(marked: string): { readonly text: string; readonly place?: MarkedPlace | undefined } {
  const [from, to] = [marked.indexOf('⟪'), marked.indexOf('⟫') - 1];
  const text = marked.replace('⟪', '').replace('⟫', '');
  if (from < 0) return { text };
  return { text, place: { start: pointAt(text, from), end: to > from ? pointAt(text, to) : undefined } };
}

function pointAt(text: string, offset: number): MarkedPlace['start'] {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** The findings of a run over a data folder, by the day that tests judge by. */
export function judge(files: readonly DataFile[]): readonly Diagnostic[] {
  return runRules(parseDataset(files, ROOT), { asOf: AS_OF });
}

/** What a data folder says. Throws where a file of it has a mistake. */
export function datasetOf(files: readonly DataFile[]): Dataset {
  const { dataset, findings } = parseDataset(files, ROOT);
  const mistakes = findings.filter(({ ruleId }) => RULES[ruleId].severity === 'error');
  if (dataset === undefined || mistakes.length > 0) throw new Error(mistakes.map(({ reason }) => reason).join('\n'));
  return dataset;
}

/** The place of a finding in the form of a mark. */
export function placeOf({ place }: Diagnostic): Required<MarkedPlace> {
  const [start, end] = [startOf(place), endOf(place)];
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

/** What a finding is and where, in one line: `environments/cloud/acme.yaml:3:5 date`. */
export function summarize(item: Diagnostic): string {
  const { line, column } = startOf(item.place);
  return `${item.file.replace(`${ROOT}/`, '')}:${line}:${column} ${item.ruleId}`;
}

function isEnvironment(path: string): boolean {
  return path.startsWith('environments/');
}

/** Completes the keys of an entry with those of the valid entry of its kind; what is no entry stays as it is. */
function fillUp(path: string, content: string): string {
  if (path === WATCH_PATH || path === SNAPSHOT_PATH) return content;
  const valid = path === MATRIX_PATH ? MATRIX : path.startsWith('providers/') ? PROVIDER : ENVIRONMENT;
  const own = chunksOf(content);
  const keys = new Set(own.map(keyOf));
  const chunks = [...own, ...chunksOf(valid).filter((chunk) => !keys.has(keyOf(chunk)))];
  const order = keysAt(schemaOf(path), []);
  const isKnown = own.every((chunk) => order.includes(keyOf(chunk)));
  // What is not even a key stays where its author put it.
  return (isKnown ? chunks.sort((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b))) : chunks).join('');
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function schemaOf(path: string): z.ZodType {
  if (path === MATRIX_PATH) return matrix;
  return path.startsWith('providers/') ? providerSchema(OPEN_VOCABULARY) : environmentSchema(OPEN_VOCABULARY);
}

/** The top-level keys of a text, each with the lines below it. */
function chunksOf(text: string): readonly string[] {
  return endLine(text).split(/(?<=\n)(?=⟪?[a-zA-Z])/);
}

function keyOf(chunk: string): string {
  return chunk.replace(/[⟪⟫]/g, '').split(':', 1)[0]!;
}
