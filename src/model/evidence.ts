import { z } from 'zod';
import { date } from './date.ts';
import { commit, issue, repository } from './reference.ts';
import { release } from './release.ts';
import { handle } from './handle.ts';
import { addFailure, failing } from './rule-check.ts';
import { name, sentence } from './text.ts';
import { url } from './url.ts';
import { type Vocabulary, wordOf } from './vocabulary.ts';

/** What evidence can be: our tests, somebody else's tests, a published image, a page of documentation, somebody's word. */
export const EVIDENCE_KINDS = ['ci', 'upstream-ci', 'image', 'documentation', 'report'] as const;

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

/** Whether a text is a path inside a repository: relative, without `..`. */
function isPath(text: string): boolean {
  return /^[^\s\\]+$/.test(text) && !text.split('/').some((part) => part === '' || part === '.' || part === '..');
}

const shape = {
  kind: z.enum(EVIDENCE_KINDS).meta({
    description:
      'ci: the product’s own tests; upstream-ci: tests of the environment or of a project that builds on it; image: a published image; documentation: a page that tells how; report: somebody’s word.',
  }),
  summary: sentence.optional().meta({ description: 'What it shows, where the place does not say it.' }),
  repository: repository.optional().meta({ description: 'The repository to look in, `owner/name`.' }),
  path: z
    .string()
    .refine(isPath, failing('evidence-place', 'is not a path inside the repository'))
    .max(300)
    .optional()
    .meta({ description: 'A file or folder on the default branch.' }),
  entry: name
    .optional()
    .meta({ description: 'The line of that file that counts, such as one image format in a list of them.' }),
  workflow: z
    .string()
    .refine(
      (text) => /^[\w.-]{1,100}\.ya?ml$/.test(text),
      failing('evidence-place', 'is not the file name of a workflow'),
    )
    .optional()
    .meta({ description: 'A GitHub Actions workflow, by file name.' }),
  asset: z
    .string()
    .refine((text) => /^[\w.*-]{1,200}$/.test(text), failing('evidence-place', 'is not the file name of an asset'))
    .optional()
    .meta({ description: 'A file of the newest release; `*` stands for any characters.' }),
  issue: issue.optional().meta({ description: 'An issue or pull request, `owner/name#123`.' }),
  url: url.optional().meta({ description: 'A page, where nothing above fits.' }),
  by: handle.optional().meta({ description: 'Who reported it.' }),
  since: release.optional().meta({ description: 'The first release it is true for.' }),
  seen,
  disputed: disputed.optional(),
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
    })
    .superRefine(checkPlace)
    .meta({ description: 'Something outside the file that backs the claim.' });
}

export type Evidence = Readonly<z.output<ReturnType<typeof evidenceSchema>>>;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

function checkPlace(evidence: z.output<z.ZodObject<typeof shape>>, context: z.RefinementCtx): void {
  const places = PLACES.filter((key) => evidence[key] !== undefined);
  if (places.length !== 1) {
    const found =
      places.length === 0 ? 'names no place to look' : `names ${places.length} places: ${places.join(', ')}`;
    addFailure(context, [], `${found}; name one of ${PLACES.join(', ')}`, {
      rule: 'evidence-place',
      expected: PLACES,
      ...(places.length === 0 && { fix: 'repository: owner/name\npath: path/to/the/file' }),
    });
    return;
  }
  const needsRepository = ['path', 'workflow', 'asset'].includes(places[0]!);
  if (needsRepository !== (evidence.repository !== undefined)) {
    addFailure(
      context,
      [needsRepository ? places[0]! : 'repository'],
      needsRepository
        ? `needs the \`repository\` that the ${places[0]} is in`
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
