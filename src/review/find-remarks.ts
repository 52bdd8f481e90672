import { printable } from '../diagnostics/format-text.ts';
import { formatCount } from '../diagnostics/summary.ts';
import { newMaintainers } from '../rules/pull-request.ts';
import type { PullRequest } from '../rules/rule.ts';
import type { ReviewInput } from './review-input.ts';

/** How many paths a remark lists. */
const LISTED = 10;

/** What to know about a review itself: what it could not tell, and what is in no table of it. */
export function findRemarks(
  input: ReviewInput,
  pull: PullRequest | undefined,
  files: ReadonlySet<string>,
): readonly string[] {
  if (pull === undefined) {
    const side = input.head.parsed.dataset === undefined ? 'The project file' : 'The project file that it starts from';
    return [`${side} cannot be read: nothing could be compared.`, ...unread(input)];
  }
  return [
    ...(pull.base === undefined ? ['There was no data before.'] : []),
    ...consent(pull),
    ...otherFiles(pull, files),
    ...unread(input),
  ];
}

function consent(pull: PullRequest): readonly string[] {
  if (pull.author !== undefined || newMaintainers(pull).length === 0) return [];
  return ['Who opened it is not known here, which `--author` tells: whether new maintainers agree was not looked at.'];
}

/** Changed files of the data folder that no change speaks of, such as those that could be read neither before nor after. */
function otherFiles({ changes, head, snapshot }: PullRequest, files: ReadonlySet<string>): readonly string[] {
  const told = new Set(
    changes.flatMap(({ subject }) =>
      'before' in subject ? [subject.before?.source.path, subject.after?.source.path] : [],
    ),
  );
  const hasSnapshot = changes.some(({ subject }) => subject.kind === 'snapshot');
  const known = new Set([head.matrix.source.path, head.watch?.source.path, hasSnapshot ? snapshot : undefined]);
  const rest = [...files].filter((file) => !told.has(file) && !known.has(file)).map((file) => `\`${printable(file)}\``);
  if (rest.length === 0) return [];
  const more = rest.length > LISTED ? ` and ${rest.length - LISTED} more` : '';
  return [`Files change of which nothing else is said: ${rest.slice(0, LISTED).join(', ')}${more}.`];
}

function unread({ unread: count }: ReviewInput): readonly string[] {
  if (count === 0) return [];
  return [`${formatCount(count, 'file')} that it does not touch were not judged: \`npm run validate\` judges all.`];
}
