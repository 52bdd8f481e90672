import { z } from 'zod';
import { date } from './date.ts';
import { commit, issue, repository } from './reference.ts';
import { release } from './release.ts';
import { handle } from './handle.ts';
import { addFailure, failing } from './rule-check.ts';
import { name, sentence } from './text.ts';
import { url } from './url.ts';
import { definedWord, type Vocabulary, wordOf } from './vocabulary.ts';

/** What evidence can be: our tests, somebody else's tests, a published image, a page of documentation, somebody's word. */
export const EVIDENCE_KINDS = ['ci', 'upstream-ci', 'image', 'documentation', 'report'] as const;

/** What each kind of evidence is. */
export const EVIDENCE_MEANINGS: Readonly<Record<EvidenceKind, string>> = {
  ci: 'The product’s own automated tests run there.',
  'upstream-ci': 'The tests of the environment, or of a project that builds on the product, run there.',
  image: 'An image for it is built or published.',
  documentation: 'A page tells how to run there.',
  report: 'Somebody reports that it works, where everybody can read it.',
};

/** What a piece of evidence is, with what each kind vouches for. */
export const evidenceKind = definedWord(
  EVIDENCE_KINDS,
  'What the evidence is; the levels say which kinds back them.',
  EVIDENCE_MEANINGS,
);

const seen = z
  .strictObject({
    on: date.meta({ description: 'The day somebody, or sync, last saw it.' }),
    at: commit.optional().meta({ description: 'The commit at which it was seen.' }),
    release: release.optional().meta({ description: 'The release it was seen with.' }),
  })
  .meta({ description: 'When, and at which commit or release, the evidence was last seen.' });

const disputed = z
  .strictObject({
    on: date.meta({ description: 'The day the doubt was raised.' }),
    reason: sentence.meta({ description: 'Why the evidence may not mean what it seems to.' }),
    url: url.meta({ description: 'Where the doubt was written down.' }),
  })
  .meta({ description: 'A doubt about the evidence. Disputed evidence backs nothing.' });

/** The keys of which each piece of evidence names one: where to look. */
const PLACES = ['path', 'workflow', 'asset', 'issue', 'url'] as const;

/** The places that are inside a repository. */
const INSIDE: readonly string[] = ['path', 'workflow', 'asset'] satisfies readonly (typeof PLACES)[number][];

/** A path inside a repository: relative, none of its parts empty, `.` or `..`. */
const PATH_PATTERN = /^(?!(?:.*\/)?\.{0,2}(?:\/|$))[^\s\\]+$/;

/** The file name of a workflow. */
const WORKFLOW_PATTERN = /^[\w.-]{1,100}\.ya?ml$/;

/** The file name of an asset, with wildcards. */
const ASSET_PATTERN = /^[\w.*-]{1,200}$/;

const shape = {
  kind: evidenceKind,
  summary: sentence.optional().meta({ description: 'What it shows, where the place does not say it.' }),
  repository: repository
    .optional()
    .meta({ description: 'The repository to look in, `owner/name`, for a `path`, a `workflow` or an `asset`.' }),
  path: z
    .string()
    .refine((text) => PATH_PATTERN.test(text), failing('evidence-place', 'is not a path inside the repository'))
    .max(300)
    .meta({ pattern: PATH_PATTERN.source })
    .optional()
    .meta({ description: 'A file or folder on the default branch; needs the `repository` that it is in.' }),
  entry: name
    .optional()
    .meta({ description: 'The line of that file that counts, such as one image format in a list of them.' }),
  workflow: z
    .string()
    .refine((text) => WORKFLOW_PATTERN.test(text), failing('evidence-place', 'is not the file name of a workflow'))
    .meta({ pattern: WORKFLOW_PATTERN.source })
    .optional()
    .meta({ description: 'A GitHub Actions workflow, by file name; needs the `repository` that it is in.' }),
  asset: z
    .string()
    .refine((text) => ASSET_PATTERN.test(text), failing('evidence-place', 'is not the file name of an asset'))
    .meta({ pattern: ASSET_PATTERN.source })
    .optional()
    .meta({
      description: 'A file of the newest release of the `repository`; `*` stands for any characters.',
    }),
  issue: issue.optional().meta({ description: 'An issue or pull request, `owner/name#123`.' }),
  url: url.optional().meta({ description: 'A page, where no path, workflow, asset or issue fits.' }),
  by: handle.optional().meta({ description: 'Who reported it.' }),
};

/** Something outside the file that backs a claim, with a place to look and the day it was last seen. */
export function evidenceSchema(vocabulary: Vocabulary) {
  return z
    .strictObject({
      ...shape,
      architectures: z
        .array(wordOf(vocabulary.architectures))
        .min(1)
        .optional()
        .meta({ description: 'The architectures it covers; all of the entry’s where left out.' }),
      since: release.optional().meta({ description: 'The first release it is true for.' }),
      seen,
      disputed: disputed.optional(),
    })
    .superRefine(checkPlace)
    .meta({ description: 'Something outside the file that backs the claim.', ...PLACE_CONDITIONS });
}

export type Evidence = Readonly<z.output<ReturnType<typeof evidenceSchema>>>;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What `checkPlace` checks, as JSON Schema for editors. */
const PLACE_CONDITIONS = {
  anyOf: PLACES.map((place) => ({
    required: [place],
    properties: { [place]: true },
    errorMessage: `This evidence names no place to look: name one of ${PLACES.join(', ')}.`,
  })),
  dependencies: {
    ...Object.fromEntries(PLACES.map((place) => [place, placeCondition(place)])),
    entry: {
      required: ['path'],
      properties: { path: true },
      errorMessage: 'entry is a line of a file: path must name the file.',
    },
  },
};

function placeCondition(place: string): object {
  const others = PLACES.filter((other) => other !== place);
  const forbid = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, false]));
  return INSIDE.includes(place)
    ? {
        required: ['repository'],
        properties: { repository: true, ...forbid(others) },
        errorMessage: `${place} needs the repository that it is in, and no other place beside it.`,
      }
    : {
        properties: forbid([...others, 'repository']),
        errorMessage: `${place} says the whole place: no repository and no other place goes beside it.`,
      };
}

function checkPlace(evidence: z.output<z.ZodObject<typeof shape>>, context: z.RefinementCtx): void {
  const places = PLACES.filter((key) => evidence[key] !== undefined);
  if (places.length !== 1) {
    const quote = (keys: readonly string[], last: string): string =>
      `${keys
        .slice(0, -1)
        .map((key) => `\`${key}\``)
        .join(', ')} ${last} \`${keys.at(-1)!}\``;
    const found =
      places.length === 0
        ? `names no place to look: add ${quote(PLACES, 'or')}`
        : `names ${places.length} places, ${quote(places, 'and')}: keep one`;
    addFailure(context, [], found, {
      rule: 'evidence-place',
      expected: PLACES,
      ...(places.length === 0 && { fix: 'repository: owner/name\npath: path/to/the/file' }),
    });
    return;
  }
  const needsRepository = INSIDE.includes(places[0]!);
  if (needsRepository !== (evidence.repository !== undefined)) {
    addFailure(
      context,
      [needsRepository ? places[0]! : 'repository'],
      needsRepository
        ? 'needs the `repository` that it is in'
        : `stands beside \`${places[0]}\`, which says the whole place`,
      {
        rule: 'evidence-place',
        ...(needsRepository && { fix: `repository: owner/name\n${places[0]}: ${evidence[places[0]!]}` }),
      },
    );
  }
  if (evidence.entry !== undefined && evidence.path === undefined) {
    addFailure(context, ['entry'], 'is a line of a file, but no `path` names the file', { rule: 'evidence-place' });
  }
}
