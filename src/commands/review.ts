import type { DataFile } from '../dataset/data-file.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { type Paint, PLAIN, printable } from '../diagnostics/format-text.ts';
import { formatCounts } from '../diagnostics/summary.ts';
import { formatReview, type ReviewLinks } from '../markdown/format-review.ts';
import type { Matrix } from '../model/matrix.ts';
import { review as reviewSchema } from '../model/review.ts';
import { buildReview } from '../review/build-review.ts';
import type { Event } from '../review/event.ts';
import { formatReviewText } from '../review/format-text.ts';
import { parseRevisions } from '../review/parse-revisions.ts';
import type { CommandResult } from './command.ts';
import { UsageError } from './usage-error.ts';

/** The forms in which a review can be printed. */
export const REVIEW_FORMATS = ['text', 'markdown', 'json'] as const;
type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** Two revisions of a data folder, and what differs. */
interface RevisionPair {
  /** The data folder, from the top of the repository. */
  readonly root: string;
  readonly base: { readonly commit: string; readonly files: readonly DataFile[] };
  readonly head: { readonly commit: string; readonly files: readonly DataFile[] };
  readonly touched: readonly string[];
  readonly outside: readonly string[];
}

interface ReviewOptions extends Event {
  readonly format: ReviewFormat;
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly paint?: Paint;
}

/** Says what a pull request means. Exits with 1 where it brings an error; those that were there before fail nothing. */
export function review(pair: RevisionPair, options: ReviewOptions): CommandResult {
  const { root, base, head, touched } = pair;
  const { format, author, paint = PLAIN } = options;
  const parsed = parseRevisions({ root, base: base.files, head: head.files, touched, author });
  const { review: built, fresh } = buildReview({
    ...pair,
    ...options,
    base: { commit: base.commit, parsed: parsed.base },
    head: { commit: head.commit, parsed: parsed.head },
    unread: parsed.unread,
  });
  // The base decides where links lead: a pull request could lead them elsewhere.
  const links = linksOf((parsed.base.dataset ?? parsed.head.dataset)?.matrix.value);
  const forms: Readonly<Record<ReviewFormat, () => string>> = {
    text: () => formatReviewText(built, fresh, parsed.head.texts, paint),
    markdown: () => formatReview(built, links),
    json: () => `${JSON.stringify(built, undefined, 2)}\n`,
  };
  return { output: forms[format](), message: formatCounts(fresh), exitCode: built.passes ? 0 : 1 };
}

/**
 * Formats a review that was made elsewhere, as the comment that it would have been: the text of its JSON is held against
 * the schema, and links lead where the files of the data folder at hand say. Throws a UsageError where it is no review.
 */
export function showReview(text: string, files: readonly DataFile[], root: string): CommandResult {
  const { data, error } = reviewSchema.safeParse(parseJson(text));
  if (error !== undefined) {
    const [issue] = error.issues;
    refuse(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { dataset } = parseDataset(
    files.filter(({ path }) => path === 'matrix.yaml'),
    root,
  );
  return { output: formatReview(data, linksOf(dataset?.matrix.value)), exitCode: data.passes ? 0 : 1 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** The reason may hold pieces of the text, which must not look like lines of their own in a log. */
function refuse(reason: string): never {
  throw new UsageError(`This is not a review: ${printable(reason.slice(0, 300))}`);
}

function linksOf(project: Matrix | undefined): ReviewLinks | undefined {
  return project && { repository: project.repository, site: project.links.site };
}
