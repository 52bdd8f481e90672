import { describe, expect, test } from 'vitest';
import type { DataFile } from '../../src/dataset/data-file.ts';
import type { RuleId } from '../../src/diagnostics/rule-id.ts';
import {
  ENVIRONMENT_PATH,
  judge,
  MATRIX,
  MATRIX_PATH,
  type Placed,
  placeOf,
  PROVIDER_PATH,
  readMark,
  ROOT,
  WATCH_PATH,
} from '../support/acme-data.ts';

/** A valid entry with something of every kind to get wrong. */
const ENTRY = `# An entry to copy from.
name: Acme Cloud
vendor: Acme
homepage: https://acme.example.org/cloud
aliases: [acmecloud]
level: tested
architectures: { amd64: tested, arm64: works }
maintainers: ["@octocat"]
seeking: co-maintainer
documentation: https://acme.example.org/docs/cloud
images: [acme]
evidence:
  - kind: ci
    repository: acme/cloud
    path: tests/acme.sh
    seen: { on: 2026-08-22, at: ab6d76d9 }
  - kind: report
    issue: acme/linux#77
    by: "@octocat"
    seen: { on: 2026-05-01, release: 4593.2.5 }
caveats:
  - summary: Disks cannot be resized.
    issue: acme/linux#12
    reviewBy: 2027-03-01
notes: |
  A little *Markdown*.
  On two lines.
history:
  - { on: 2025-02-03, level: works, reason: First listed. }
  - { on: 2026-03-01, level: tested, reason: "Tests: all pass." }
`;

const PROVIDER = `name: Cluster API Provider Acme
acronym: CAPX
role: infrastructure
repository: acme/cluster-api-provider-acme
environments: [acme]
stages:
  image: { status: none }
  test: { status: unknown }
`;

const OTHER = ENTRY.replace('Acme Cloud', 'Other').replace('acmecloud', 'o1').replace('tests/acme', 'tests/other');

/** What upstream has, which an entry with a mistake still names. */
const WATCH = `listings:
  - id: tests
    title: Test scripts
    repository: acme/cloud
    path: tests
    of: folder
    pattern: "(?<entry>.+)[.]sh"
    covers: environments
    seen: { on: 2026-08-22, entries: [acme, other] }
  - id: providers
    title: Providers
    repository: acme/list
    path: list.md
    of: lines
    pattern: "(?<entry>.+)"
    covers: providers
    seen: { on: 2026-08-22, entries: [capx] }
`;

const VALID: readonly DataFile[] = [
  { path: MATRIX_PATH, content: MATRIX },
  { path: ENVIRONMENT_PATH, content: ENTRY },
  { path: 'environments/metal/other.yaml', content: OTHER },
  { path: PROVIDER_PATH, content: PROVIDER },
  { path: WATCH_PATH, content: WATCH },
];

/** A line and a column, where the finding is not in what was written wrong. */
type Point = readonly [line: number, column: number];

interface Mistake extends Placed {
  readonly what: string;
  readonly rule: RuleId;
}

/** A piece of the entry that is written otherwise; the mark shows where the finding belongs. */
function entry(what: string, rule: RuleId, from: string, to: string, at?: Point): Mistake {
  const mistake = edited(what, rule, ENVIRONMENT_PATH, ENTRY, from, to);
  return at === undefined ? mistake : { ...mistake, place: { start: { line: at[0], column: at[1] } } };
}

/** The same in the provider. */
function provider(what: string, rule: RuleId, from: string, to: string): Mistake {
  return edited(what, rule, PROVIDER_PATH, PROVIDER, from, to);
}

function edited(what: string, rule: RuleId, path: string, valid: string, from: string, to: string): Mistake {
  const parts = valid.split(from);
  if (parts.length !== 2) throw new Error(`“${from}” stands ${parts.length - 1} times in the entry, not once`);
  return whole(what, rule, path, parts.join(to));
}

/** A file with other contents; the mark shows where the finding belongs. */
function whole(what: string, rule: RuleId, path: string, marked: string): Mistake {
  const { text, place } = readMark(marked);
  return { what, rule, path, place, files: replace(path, text) };
}

/** A file with bytes that no text can show, found at a line and column. */
function bytes(what: string, rule: RuleId, content: Uint8Array, line: number, column: number): Mistake {
  return {
    what,
    rule,
    path: ENVIRONMENT_PATH,
    place: { start: { line, column } },
    files: replace(ENVIRONMENT_PATH, content),
  };
}

/** The entry under another path. */
function moved(what: string, rule: RuleId, path: string): Mistake {
  return {
    what,
    rule,
    path,
    files: [...VALID.filter((file) => file.path !== ENVIRONMENT_PATH), { path, content: ENTRY }],
  };
}

function replace(path: string, content: DataFile['content']): readonly DataFile[] {
  return [...VALID.filter((file) => file.path !== path), { path, content }];
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const MISTAKES: readonly Mistake[] = [
  // Indentation
  entry('a top-level key too deep', 'yaml-syntax', 'vendor: Acme', '  ⟪vendor: Acme⟫'),
  entry(
    'a top-level key one blank too deep',
    'yaml-syntax',
    '\nhomepage: https://acme.example.org/cloud',
    '\n ⟪homepage: https://acme.example.org/cloud⟫',
  ),
  entry('a nested key too deep', 'yaml-syntax', '    path: tests/acme.sh', '      ⟪path: tests/acme.sh⟫'),
  entry('a nested key one blank too shallow', 'yaml-syntax', '    path: tests/acme.sh', '   ⟪path: tests/acme.sh⟫'),
  entry(
    'a nested key in the column of its hyphen',
    'yaml-syntax',
    '    path: tests/acme.sh',
    '  ⟪path: tests/acme.sh⟫',
  ),
  entry('a nested key at the margin', 'yaml-syntax', '    path: tests/acme.sh', '⟪path: tests/acme.sh⟫'),
  entry('a list item too shallow', 'yaml-syntax', '  - kind: report', ' ⟪- kind: report⟫'),
  entry('a list item too deep', 'yaml-syntax', '  - kind: report', '   ⟪- kind: report⟫'),
  entry('a list item in the column of the keys above', 'yaml-syntax', '  - kind: report', '    ⟪- kind: report⟫'),
  entry(
    'keys of a mapping in the column of its parent',
    'unknown-key',
    'architectures: { amd64: tested, arm64: works }',
    'architectures:\n⟪amd64⟫: tested\narm64: works',
  ),
  entry(
    'a text block that is not indented',
    'yaml-syntax',
    '  A little *Markdown*.\n  On two lines.',
    '⟪A little *Markdown*.⟫',
  ),
  entry(
    'a sentence that goes on at the margin',
    'yaml-syntax',
    'Disks cannot be resized.',
    'Disks cannot be\n⟪resized.⟫',
  ),
  entry('a tab', 'yaml-syntax', '    path: tests/acme.sh', '⟪\t⟫path: tests/acme.sh'),
  entry('no blank after the hyphen', 'yaml-syntax', '  - kind: report', '  ⟪-⟫kind: report'),
  entry('no blank after the colon', 'yaml-syntax', 'vendor: Acme', '⟪vendor:Acme⟫'),
  entry(
    'the last key of an item at the margin',
    'unknown-key',
    '    seen: { on: 2026-05-01, release: 4593.2.5 }',
    '⟪seen⟫: { on: 2026-05-01, release: 4593.2.5 }',
  ),
  entry('no blank after a colon in braces', 'unknown-key', '{ on: 2026-08-22,', '{ ⟪on:2026-08-22⟫,'),
  entry('no colon in braces', 'unknown-architecture', '{ amd64: tested,', '{ ⟪amd64 tested⟫,'),
  entry('no key', 'yaml-syntax', 'vendor: Acme', '⟪:⟫ Acme'),
  entry('no colon', 'yaml-syntax', 'vendor: Acme', '⟪vendor Acme⟫'),
  entry('an equals sign', 'yaml-syntax', 'vendor: Acme', '⟪vendor = Acme⟫'),

  // Quotes and brackets
  entry('a handle without quotes', 'yaml-syntax', '["@octocat"]', '[⟪@⟫octocat]'),
  entry('handles without quotes or brackets', 'yaml-syntax', '["@octocat"]', '⟪@⟫octocat, @hubot'),
  entry('a handle without quotes in a list of lines', 'yaml-syntax', ' ["@octocat"]', '\n  - ⟪@⟫octocat'),
  entry(
    'a colon in a sentence',
    'yaml-syntax',
    'summary: Disks cannot be resized.',
    'summary: ⟪Disks: cannot be resized.⟫',
  ),
  entry(
    'a colon in the first sentence of an item',
    'yaml-syntax',
    'reason: First listed. }',
    'reason: First: listed. }',
    [29, 45],
  ),
  entry(
    'an issue that YAML takes as a comment',
    'value-form',
    'Disks cannot be resized.',
    'Disks cannot be resized, see ⟪#12 of Acme Linux.⟫',
  ),
  entry('emphasis at the beginning', 'yaml-feature', 'vendor: Acme', 'vendor: ⟪*Acme*⟫ Inc.'),
  entry('an exclamation mark at the beginning', 'yaml-feature', 'vendor: Acme', 'vendor: ⟪!Acme⟫'),
  entry('code at the beginning', 'yaml-syntax', 'Disks cannot be resized.', '⟪`disk` cannot be resized.⟫'),
  entry('a bracket at the beginning', 'yaml-syntax', 'Disks cannot be resized.', '⟪[Beta] Disks cannot be resized.⟫'),
  entry(
    'a greater-than sign at the beginning',
    'yaml-syntax',
    'Disks cannot be resized.',
    '⟪> 5 GB disks cannot be resized.⟫',
  ),
  entry('a hyphen at the beginning', 'yaml-syntax', 'Disks cannot be resized.', '⟪- Disks cannot be resized.⟫'),
  entry('a double quote that is not closed', 'yaml-syntax', 'vendor: Acme', 'vendor: ⟪"Acme⟫'),
  entry('a double quote in brackets that is not closed', 'yaml-syntax', '["@octocat"]', '[⟪"@octocat]⟫'),
  entry('a single quote that is not closed', 'yaml-syntax', 'vendor: Acme', "vendor: ⟪'Acme⟫"),
  entry('an apostrophe in single quotes', 'yaml-syntax', 'vendor: Acme', "vendor: 'Acme'⟪s'⟫"),
  entry('quotes around a part of the value', 'yaml-syntax', 'vendor: Acme', 'vendor: "Acme" ⟪Inc⟫'),
  entry('a square bracket that is not closed', 'yaml-syntax', '[acmecloud]', '⟪[acmecloud⟫'),
  entry(
    'a brace that is not closed',
    'yaml-syntax',
    '{ amd64: tested, arm64: works }',
    '⟪{ amd64: tested, arm64: works⟫',
  ),
  entry(
    'a brace in the last line that is not closed',
    'yaml-syntax',
    '{ on: 2026-03-01, level: tested, reason: "Tests: all pass." }\n',
    '⟪{ on: 2026-03-01, level: tested, reason: "Tests: all pass."⟫\n',
  ),
  entry('the wrong closing bracket', 'yaml-syntax', '[acmecloud]', '⟪[acmecloud}⟫'),
  entry('a bracket too many', 'yaml-syntax', '[acmecloud]', '[acmecloud]⟪]⟫'),
  entry('a comma missing in braces', 'yaml-syntax', '2026-08-22, at:', '⟪2026-08-22⟫ at:'),
  entry('a backslash in double quotes', 'yaml-syntax', 'vendor: Acme', 'vendor: "C:⟪\\⟫Acme"'),
  entry('smart quotes', 'smart-quotes', 'vendor: Acme', 'vendor: ⟪“Acme”⟫'),
  entry('text after the end', 'yaml-syntax', '"Tests: all pass." }\n', '"Tests: all pass." }\n⟪Thanks for merging!⟫\n'),
  entry('a fence from Markdown', 'yaml-syntax', '# An entry to copy from.', '⟪```yaml⟫'),
  entry(
    'an unfinished merge',
    'yaml-syntax',
    'vendor: Acme',
    '⟪<<<<<<< HEAD⟫\nvendor: Acme\n=======\nvendor: Acme Inc.\n>>>>>>> main',
  ),

  // The file
  bytes('CRLF line ends', 'line-ending', utf8(ENTRY.replaceAll('\n', '\r\n')), 1, 25),
  bytes('a byte-order mark', 'encoding', utf8(`\ufeff${ENTRY}`), 1, 1),
  bytes('Latin-1', 'encoding', latin1(ENTRY.replace('vendor: Acme', 'vendor: Zürich')), 3, 10),
  bytes('a NUL', 'control-character', utf8(ENTRY.replace('vendor: Acme', 'vendor: A\0cme')), 3, 10),
  bytes(
    'a right-to-left override',
    'control-character',
    utf8(ENTRY.replace('vendor: Acme', 'vendor: \u202eAcme')),
    3,
    9,
  ),
  bytes('UTF-16', 'encoding', new Uint8Array(Buffer.from(`\ufeff${ENTRY}`, 'utf16le')), 1, 1),
  whole('an empty file', 'empty-file', ENVIRONMENT_PATH, ''),
  whole('only comments', 'empty-file', ENVIRONMENT_PATH, '# to be written\n'),
  entry('two documents', 'yaml-document', '\nlevel: tested', '\n⟪---⟫\nlevel: tested'),
  moved('an environment without a category', 'file-name', 'environments/acme.yaml'),
  moved('a category that is not there', 'unknown-category', 'environments/clouds/acme.yaml'),
  moved('a file that nothing reads', 'file-name', 'environment/cloud/acme.yaml'),
  moved('`.yml`', 'file-name', 'environments/cloud/acme.yml'),
  whole('a file that is no entry', 'file-name', 'environments/cloud/readme.md', 'About these clouds.'),
  moved('capitals in the file name', 'file-name', 'environments/cloud/Acme.yaml'),

  {
    what: 'the project file under another name',
    rule: 'file-name',
    path: 'matrix.yml',
    files: VALID.map((file) => (file.path === MATRIX_PATH ? { ...file, path: 'matrix.yml' } : file)),
  },
  {
    what: 'a copy in another category',
    rule: 'duplicate-name',
    path: 'environments/metal/acme.yaml',
    place: { start: { line: 2, column: 7 } },
    files: [...VALID, { path: 'environments/metal/acme.yaml', content: ENTRY }],
  },

  // Keys
  entry('a near miss of a key', 'unknown-key', 'maintainers:', '⟪maintainer⟫:'),
  entry('a key with capitals', 'unknown-key', 'level: tested\n', '⟪Level⟫: tested\n'),
  entry('a key that nothing reads', 'unknown-key', 'vendor: Acme', 'vendor: Acme\n⟪price⟫: 12'),
  entry('a near miss of a key of evidence', 'unknown-key', '    path: tests', '    ⟪paht⟫: tests'),
  entry('a near miss of the repository', 'unknown-key', '    repository: acme', '    ⟪repositry⟫: acme'),
  entry(
    'a near miss of a reason',
    'unknown-key',
    'level: tested\n',
    'lifecycle: deprecated\nsince: 2026-03-01\n⟪raeson⟫: It closes.\nlevel: tested\n',
  ),
  entry('a required key left out', 'missing-key', 'maintainers: ["@octocat"]\n', '', [2, 1]),
  entry('a key of evidence left out', 'missing-key', '    seen: { on: 2026-05-01, release: 4593.2.5 }\n', '', [17, 5]),
  entry('a key twice', 'duplicate-key', 'level: tested\n', 'level: tested\n⟪level⟫: tested\n'),

  entry('a blank key with its other half below', 'duplicate-key', 'caveats:\n', 'caveats:\n⟪caveats⟫:\n'),

  entry('a maintainer twice', 'duplicate-maintainer', '["@octocat"]', '["@octocat", ⟪"@OctoCat"⟫]'),

  // Types
  entry('a blank level', 'blank-value', 'level: tested\n', '⟪level⟫:\n'),
  entry('a word where a list belongs', 'wrong-type', '["@octocat"]', '⟪"@octocat"⟫'),
  entry('a list where a word belongs', 'wrong-type', 'level: tested\n', 'level: ⟪[tested]⟫\n'),
  entry('a mapping where a word belongs', 'wrong-type', 'vendor: Acme', 'vendor: ⟪{ name: Acme }⟫'),
  entry(
    'a list of mappings without its hyphens',
    'wrong-type',
    'caveats:\n  - summary: Disks cannot be resized.\n    issue: acme/linux#12\n    reviewBy: 2027-03-01',
    'caveats:\n  ⟪summary: Disks cannot be resized.\n  issue: acme/linux#12\n  reviewBy: 2027-03-01⟫',
  ),
  entry('yes where a level belongs', 'unknown-level', 'arm64: works', 'arm64: ⟪yes⟫'),
  entry('true where a word belongs', 'wrong-type', 'arm64: works', 'arm64: ⟪true⟫'),
  edited('yes where true belongs', 'wrong-type', MATRIX_PATH, MATRIX, 'explained: true', 'explained: ⟪yes⟫'),
  entry('a release that YAML reads as a number', 'wrong-type', '4593.2.5', '⟪4593.2⟫'),
  entry('a commit that YAML reads as a number', 'wrong-type', 'ab6d76d9', '⟪1234567⟫'),
  entry('a commit that YAML reads as a number with an exponent', 'wrong-type', 'ab6d76d9', '⟪12e45678⟫'),

  // Words and forms
  entry('a level with a capital', 'unknown-level', 'level: tested\n', 'level: ⟪Tested⟫\n'),
  entry('a level misspelled', 'unknown-level', 'level: tested\n', 'level: ⟪teste⟫\n'),
  entry('an architecture by another name', 'unknown-architecture', 'arm64: works', '⟪aarch64⟫: works'),
  entry('a kind of evidence that is not on the list', 'unknown-value', 'kind: report', 'kind: ⟪rumour⟫'),
  entry('a near miss of an architecture', 'unknown-architecture', '{ amd64: tested,', '{ ⟪amd46⟫: tested,'),
  entry('a level misspelled in the history', 'unknown-level', 'level: works, reason', 'level: ⟪work⟫, reason'),
  entry('a date misspelled in the history', 'date', 'on: 2025-02-03', 'on: ⟪205-02-03⟫'),
  entry('a month 13', 'date', '2026-08-22', '⟪2026-13-01⟫'),
  entry('a 30th of February', 'date', '2026-08-22', '⟪2026-02-30⟫'),
  entry('a date of another country', 'date', '2026-08-22', '⟪22.08.2026⟫'),
  entry('a year', 'wrong-type', '2026-08-22', '⟪2026⟫'),
  entry('a plain http address', 'url', 'https://acme.example.org/cloud', '⟪http://acme.example.org/cloud⟫'),
  entry('an address without a scheme', 'url', 'https://acme.example.org/cloud', '⟪acme.example.org/cloud⟫'),
  entry(
    'an address with a user part',
    'url',
    'https://acme.example.org/cloud',
    '⟪https://acme.example.org@evil.example/⟫',
  ),
  entry('a script as an address', 'url', 'https://acme.example.org/cloud', '⟪javascript:alert(1)⟫'),
  entry('an issue without its repository', 'reference', 'acme/linux#12', '⟪"#12"⟫'),
  entry('the address of an issue', 'reference', 'acme/linux#12', '⟪https://github.com/acme/linux/issues/12⟫'),
  entry(
    'the address of a repository',
    'reference',
    'repository: acme/cloud',
    'repository: ⟪https://github.com/acme/cloud⟫',
  ),
  entry('a short commit', 'reference', 'ab6d76d9', '⟪ab6d⟫'),
  entry('a release by name', 'release', '4593.2.5', '⟪latest⟫'),
  entry('a handle without @', 'handle', '["@octocat"]', '[⟪octocat⟫]'),
  entry('a handle of everybody', 'handle', '["@octocat"]', '[⟪"@everyone"⟫]'),
  entry('an email address as maintainer', 'handle', '["@octocat"]', '[⟪octocat@acme.example.org⟫]'),
  entry('the address of a profile as maintainer', 'handle', '["@octocat"]', '[⟪https://github.com/octocat⟫]'),
  entry('TODO', 'placeholder', 'vendor: Acme', 'vendor: ⟪TODO⟫'),
  entry('tbd', 'placeholder', 'Disks cannot be resized.', '⟪tbd⟫'),
  entry('a question mark', 'placeholder', 'vendor: Acme', 'vendor: ⟪"?"⟫'),
  entry('filler text', 'placeholder', 'Disks cannot be resized.', '⟪Lorem ipsum dolor sit amet.⟫'),
  entry('an empty text', 'value-form', 'vendor: Acme', 'vendor: ⟪""⟫'),
  entry('a name that is too long', 'value-form', 'vendor: Acme', `vendor: ⟪${'Acme '.repeat(20)}Inc.⟫`),
  entry(
    'an empty list',
    'value-form',
    'history:\n  - { on: 2025-02-03, level: works, reason: First listed. }\n  - { on: 2026-03-01, level: tested, reason: "Tests: all pass." }\n',
    'history: ⟪[]⟫\n',
  ),
  entry(
    'a script in the notes',
    'markdown',
    'notes: |\n  A little *Markdown*.\n  On two lines.\n',
    'notes: ⟪Hello <script>alert(1)</script>⟫\n',
  ),
  entry(
    'a javascript link in the notes',
    'markdown',
    'notes: |\n  A little *Markdown*.\n  On two lines.\n',
    'notes: ⟪Hello [there](javascript:alert(1))⟫\n',
  ),

  // The entry as a whole
  entry(
    'evidence without a place',
    'evidence-place',
    '- kind: ci\n    repository: acme/cloud\n    path: tests/acme.sh\n    seen: { on: 2026-08-22, at: ab6d76d9 }',
    '- ⟪kind: ci\n    repository: acme/cloud\n    seen: { on: 2026-08-22, at: ab6d76d9 }⟫',
  ),
  entry(
    'evidence with two places',
    'evidence-place',
    '- kind: report\n    issue: acme/linux#77\n    by: "@octocat"\n    seen: { on: 2026-05-01, release: 4593.2.5 }',
    '- ⟪kind: report\n    url: https://acme.example.org/\n    issue: acme/linux#77\n    seen: { on: 2026-05-01, release: 4593.2.5 }⟫',
  ),
  entry(
    'a path without a repository',
    'evidence-place',
    '    repository: acme/cloud\n    path: tests/acme.sh',
    '    path: ⟪tests/acme.sh⟫',
  ),
  entry('a claim above the evidence', 'claim-above-evidence', '- kind: ci\n', '- kind: documentation\n', [7, 25]),
  entry(
    'history that does not end at the level',
    'history-level',
    '\n  - { on: 2026-03-01, level: tested, reason: "Tests: all pass." }',
    '',
    [6, 8],
  ),
  entry('history out of order', 'history-order', '2025-02-03', '2026-07-03', [30, 11]),
  entry('retired without a reason', 'lifecycle-reason', 'level: tested\n', 'lifecycle: ⟪retired⟫\nlevel: tested\n'),
  entry(
    'a reason for an active entry',
    'lifecycle-reason',
    'level: tested\n',
    'level: tested\nreason: ⟪It is gone.⟫\n',
  ),
  entry(
    'a caveat that nothing tracks',
    'caveat-tracking',
    'summary: Disks cannot be resized.\n    issue: acme/linux#12\n    reviewBy: 2027-03-01',
    '⟪summary: Disks cannot be resized.\n    reviewBy: 2027-03-01⟫',
  ),
  entry('a date in the future', 'future-date', '2026-08-22', '⟪2062-08-22⟫'),

  // Entries among each other
  entry('a name that another entry has, but for capitals', 'duplicate-name', 'name: Acme Cloud', 'name: OTHER', [2, 7]),
  entry('an alias that is the id of another entry', 'duplicate-name', '[acmecloud]', '[other]', [5, 11]),
  entry('an alias that is its own name', 'duplicate-name', '[acmecloud]', '[⟪acme cloud⟫]'),
  entry(
    'a replacement that is not there',
    'dangling-reference',
    'level: tested\n',
    'lifecycle: deprecated\nsince: 2026-03-01\nreason: It closes.\nreplacedBy: ⟪othr⟫\nlevel: tested\n',
  ),
  provider('an environment that nobody has', 'dangling-reference', '[acme]', '[acme, ⟪acne⟫]'),
  provider('an id that is no id', 'id', '[acme]', '[⟪Acme Cloud⟫]'),
  provider('a stage left out', 'stage-missing', 'stages:\n  image: { status: none }\n', '⟪stages⟫:\n'),
  provider(
    'a stage that is not on the list',
    'unknown-stage',
    '  image: { status: none }',
    '  ⟪images⟫: { status: none }',
  ),
  provider('a stage without evidence', 'stage-evidence', '{ status: none }', '{ status: ⟪available⟫ }'),
];

test('the entry is valid', () => {
  expect(judge(VALID)).toEqual([]);
});

describe('one mistake gives one finding, at its place', () => {
  test.each(MISTAKES.map((mistake) => [mistake.what, mistake] as const))('%s', (_, { rule, path, place, files }) => {
    const found = judge(files).filter(({ severity }) => severity !== 'note');
    expect(found.map(({ ruleId, file }) => `${file} ${ruleId}`)).toEqual([`${ROOT}/${path} ${rule}`]);
    const { start, end } = placeOf(found[0]!);
    expect({ start, ...(place?.end !== undefined && { end }) }).toEqual(place ?? { start: { line: 1, column: 1 } });
  });
});

test('what to write instead, where that can be known', () => {
  const fixes = MISTAKES.flatMap(({ what, files }) => {
    const { fix } = judge(files).find(({ severity }) => severity !== 'note')!;
    return fix === undefined ? [] : [`${what}\n${fix.replace(/^/gm, '    ')}`];
  });
  expect(fixes.join('\n')).toMatchInlineSnapshot(`
    "a top-level key too deep
        name: Acme Cloud
        vendor: Acme
    a top-level key one blank too deep
        vendor: Acme
        homepage: https://acme.example.org/cloud
    a nested key too deep
        repository: acme/cloud
        path: tests/acme.sh
    keys of a mapping in the column of its parent
        architectures:
          amd64: tested
          arm64: works
    no blank after the hyphen
        - kind: report
    no blank after the colon
        vendor: Acme
    no blank after a colon in braces
        on: 2026-08-22
    no colon in braces
        amd64: tested
    an equals sign
        vendor: Acme
    a handle without quotes
        maintainers: ["@octocat"]
    handles without quotes or brackets
        maintainers: ["@octocat", "@hubot"]
    a handle without quotes in a list of lines
        - "@octocat"
    a colon in a sentence
        - summary: "Disks: cannot be resized."
    a colon in the first sentence of an item
        - { on: 2025-02-03, level: works, reason: "First: listed." }
    an issue that YAML takes as a comment
        - summary: "Disks cannot be resized, see #12 of Acme Linux."
    code at the beginning
        - summary: "\`disk\` cannot be resized."
    a bracket at the beginning
        - summary: "[Beta] Disks cannot be resized."
    a greater-than sign at the beginning
        - summary: "> 5 GB disks cannot be resized."
    a hyphen at the beginning
        - summary: "- Disks cannot be resized."
    an apostrophe in single quotes
        vendor: "Acme's"
    quotes around a part of the value
        vendor: "\\"Acme\\" Inc"
    the wrong closing bracket
        aliases: [acmecloud]
    a comma missing in braces
        seen: { on: 2026-08-22, at: ab6d76d9 }
    smart quotes
        vendor: Acme
    a near miss of a key
        maintainers: ["@octocat"]
    a key with capitals
        level: tested
    a near miss of a key of evidence
        path: tests/acme.sh
    a near miss of the repository
        repository: acme/cloud
    a near miss of a reason
        reason: It closes.
    a required key left out
        maintainers: []
    a key of evidence left out
        seen: { on: YYYY-MM-DD }
    a word where a list belongs
        maintainers: ["@octocat"]
    a list where a word belongs
        level: tested
    a list of mappings without its hyphens
        caveats:
          - summary: Disks cannot be resized.
            issue: acme/linux#12
            reviewBy: 2027-03-01
    yes where true belongs
        explained: true
    a release that YAML reads as a number
        release: "4593.2"
    a commit that YAML reads as a number
        at: "1234567"
    a commit that YAML reads as a number with an exponent
        at: "12e45678"
    a level with a capital
        level: tested
    a level misspelled
        level: tested
    a near miss of an architecture
        amd64: tested
    a level misspelled in the history
        level: works
    a date of another country
        on: 2026-08-22
    a plain http address
        homepage: https://acme.example.org/cloud
    an address without a scheme
        homepage: https://acme.example.org/cloud
    the address of an issue
        issue: acme/linux#12
    the address of a repository
        repository: acme/cloud
    a handle without @
        "@octocat"
    the address of a profile as maintainer
        "@octocat"
    evidence without a place
        repository: owner/name
        path: path/to/the/file
    a path without a repository
        repository: owner/name
        path: tests/acme.sh
    a claim above the evidence
        amd64: works
    history that does not end at the level
        - { on: YYYY-MM-DD, level: tested, reason: Why it changed. }
    retired without a reason
        lifecycle: retired
        since: YYYY-MM-DD
        reason: Why, in one sentence.
    a caveat that nothing tracks
        issue: owner/name#123
    a replacement that is not there
        replacedBy: other
    an environment that nobody has
        acme
    an id that is no id
        acme-cloud
    a stage left out
        image: { status: unknown }
    a stage that is not on the list
        image: { status: none }
    a stage without evidence
        evidence:
          - kind: documentation
            repository: owner/name
            path: path/to/the/file
            seen: { on: YYYY-MM-DD }"
  `);
});
