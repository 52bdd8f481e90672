import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate } from '../../src/commands/generate.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { readData } from '../../src/io/read-data.ts';
import { type NewFile, writeNewFiles } from '../../src/io/write-new-files.ts';
import { FORM_FIELDS, issueFormUrl } from '../../src/model/issue-form.ts';
import { ACME, ENVIRONMENT, ENVIRONMENT_PATH, PROVIDER, PROVIDER_PATH } from '../support/acme-data.ts';

const PROJECT = new URL('../../', import.meta.url);
const SCRIPT = fileURLToPath(new URL('scripts/generate.ts', PROJECT));

interface Element {
  readonly type: string;
  readonly id?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly validations?: Readonly<Record<string, unknown>>;
}
type Form = Readonly<Record<string, unknown>> & { readonly body: readonly Element[] };

const MADE = new Map(generate(ACME, 'data').files.map(({ path, text }) => [path, text]));
const FORMS = Object.keys(FORM_FIELDS).map((name) => {
  const text = MADE.get(`.github/ISSUE_TEMPLATE/${name}.yml`)!;
  // The older YAML that GitHub reads it as.
  return { name, text, form: parse(text, { version: '1.1' }) as Form };
});

/** The attributes that GitHub takes for each kind of element, those it needs first. */
const ATTRIBUTES: Readonly<Record<string, readonly [needed: readonly string[], taken: readonly string[]]>> = {
  markdown: [['value'], []],
  input: [['label'], ['description', 'placeholder', 'value']],
  textarea: [['label'], ['description', 'placeholder', 'value', 'render']],
  dropdown: [
    ['label', 'options'],
    ['description', 'multiple', 'default'],
  ],
  checkboxes: [['label', 'options'], ['description']],
};

/** The names of what an address can say of any issue, whatever its form. */
const RESERVED = ['template', 'title', 'body', 'labels', 'assignees', 'milestone', 'projects', 'type'];

test('what is in the repository is made from its data', () => {
  const { files } = generate(readData(fileURLToPath(new URL('data', PROJECT))), 'data');
  expect(files.length).toBeGreaterThan(4);
  for (const { path, text } of files) {
    const url = new URL(path, PROJECT);
    expect(existsSync(url) && readFileSync(url, 'utf8') === text, `${path}: run \`npm run generate\``).toBe(true);
  }
});

describe.each(FORMS)('the form $name keeps to what GitHub takes', ({ name, text, form }) => {
  const answered = form.body.filter(({ type }) => type !== 'markdown');

  test('its keys and texts', () => {
    expect(Object.keys(form)).toEqual(['name', 'description', 'title', 'labels', 'body']);
    expect(form.labels).toEqual([name]);
    for (const key of ['name', 'description', 'title']) expect(form[key]).toMatch(/\S/);
    expect(text).toContain('Acme Linux');
  });

  test('its elements', () => {
    expect(answered.length).toBeGreaterThan(0);
    for (const { type, attributes, ...rest } of form.body) {
      const [needed, taken] = ATTRIBUTES[type]!;
      expect(Object.keys(attributes)).toEqual(expect.arrayContaining([...needed]));
      expect([...needed, ...taken]).toEqual(expect.arrayContaining(Object.keys(attributes)));
      expect(['id', 'validations']).toEqual(expect.arrayContaining(Object.keys(rest)));
      for (const word of ['label', 'description', 'value']) expect(attributes[word] ?? 'left out').toMatch(/\S/);
      expect([undefined, { required: true }]).toContainEqual(rest.validations);
    }
  });

  test('ids and labels are distinct, and mean nothing else in an address', () => {
    const ids = answered.map(({ id }) => id!);
    expect(ids.filter((id) => !/^[\w-]+$/.test(id) || RESERVED.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const labels = answered.map(({ attributes }) => attributes.label as string);
    expect(new Set(labels.map((label) => label.toLowerCase().replace(/\W+/g, '-'))).size).toBe(labels.length);
    expect(labels.filter((label) => /password|secret|token|credential/i.test(label))).toEqual([]);
  });

  test('choices are distinct texts, and none of them is “None”', () => {
    for (const { attributes } of answered) {
      const options = (attributes.options ?? ['one']) as readonly (string | { readonly label: string })[];
      const texts = options.map((option) => (typeof option === 'string' ? option : option.label));
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.every((each) => typeof each === 'string' && each.trim() !== '')).toBe(true);
      expect(new Set([...texts, 'None']).size).toBe(texts.length + 1);
    }
  });

  test('an address fills only fields of text', () => {
    const texts = answered.filter(({ type }) => type === 'input' || type === 'textarea').map(({ id }) => id);
    expect(texts).toEqual(expect.arrayContaining([...FORM_FIELDS[name as keyof typeof FORM_FIELDS]]));
  });
});

test('the workflow runs for the forms that become a pull request, and no others', () => {
  const workflow = readFileSync(new URL('.github/workflows/form.yml', PROJECT), 'utf8');
  const headings = [...workflow.matchAll(/'### ([^']+)'/g)].map(([, label]) => label);
  const first = (form: Form): unknown => form.body.find(({ type }) => type !== 'markdown')!.attributes.label;
  expect(headings).toEqual(FORMS.filter(({ name }) => name !== 'wrong').map(({ form }) => first(form)));
});

test('an address names the form and fills it in', () => {
  const url = issueFormUrl({ repository: 'acme/matrix' }, 'wrong', 'Acme: level', {
    environment: 'acme',
    field: 'a & b=c',
    value: 'x'.repeat(9999),
  });
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin + pathname).toBe('https://github.com/acme/matrix/issues/new');
  expect(Object.fromEntries(searchParams)).toMatchObject({
    template: 'wrong.yml',
    title: 'Acme: level',
    environment: 'acme',
    field: 'a & b=c',
  });
  expect(url.length).toBeLessThan(2000);
});

test('beside the forms there are the matrix and the product', () => {
  const { contact_links: links } = parse(MADE.get('.github/ISSUE_TEMPLATE/config.yml')!) as {
    contact_links: readonly object[];
  };
  expect(links).toHaveLength(2);
  for (const link of links) expect(Object.keys(link)).toEqual(['name', 'url', 'about']);
});

test('maintainers with a handle are asked about their files; contacts are left out', () => {
  const files = [
    ...ACME.filter(({ path }) => path !== ENVIRONMENT_PATH && path !== PROVIDER_PATH),
    {
      path: ENVIRONMENT_PATH,
      content: ENVIRONMENT.replace(
        '["@octocat"]',
        '["@octocat", { name: A, url: "https://a.example.org" }, "@acme/team"]',
      ),
    },
    {
      path: PROVIDER_PATH,
      content: PROVIDER.replace('stages:', 'maintainers: [{ name: A, url: "https://a.example.org" }]\nstages:'),
    },
    {
      path: 'environments/metal/alone.yaml',
      content: ENVIRONMENT.replace('Acme Cloud', 'Alone').replace('"@octocat"', ''),
    },
  ];
  const { text } = generate(files, 'my/data').files.find(({ path }) => path === '.github/CODEOWNERS')!;
  expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
    `/my/data/${ENVIRONMENT_PATH} @octocat @acme/team`,
  ]);
});

test('where an entry has mistakes nothing is made: its maintainers would be lost', () => {
  const files = [...ACME, { path: 'environments/metal/broken.yaml', content: 'name: [' }];
  expect(() => generate(files, 'data')).toThrow(UsageError);
});

test('as a process: files are named from the root of the repository, wherever it is called', () => {
  const folder = mkdtempSync(join(tmpdir(), 'generate-'));
  const call = (data: string, out: string): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [SCRIPT, '--data', data, '--out', out], { encoding: 'utf8' });
  try {
    writeNewFiles(join(folder, 'my/data'), ACME as readonly NewFile[]);
    expect(call(join(folder, 'my/data'), folder)).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(join(folder, '.github/CODEOWNERS'), 'utf8')).toContain(
      `\n/my/data/${ENVIRONMENT_PATH} @octocat\n`,
    );
    const elsewhere = call(join(folder, 'my/data'), join(folder, 'other'));
    expect(elsewhere).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is not in the repository') as string,
    });
    expect(existsSync(join(folder, 'other'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
