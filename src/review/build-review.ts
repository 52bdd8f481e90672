import { assess } from '../dataset/assess.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { SNAPSHOT_PATH } from '../dataset/data-file.ts';
import { type Diagnostic, SEVERITIES, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { printable } from '../diagnostics/format-text.ts';
import type { Change } from '../diff/change.ts';
import { diffDatasets } from '../diff/diff-datasets.ts';
import type { Review } from '../model/review.ts';
import { RULES } from '../rules/registry.ts';
import type { PullRequest } from '../rules/rule.ts';
import { runChangeRules, runRules } from '../rules/run-rules.ts';
import { buildTables } from './build-tables.ts';
import { buildProblem, clip } from './build-problem.ts';
import { describeChange } from './describe-change.ts';
import { environmentOf } from './describe-level.ts';
import { findConsequences } from './find-consequences.ts';
import { buildHeadline } from './headline.ts';
import { matchProblems } from './match-problems.ts';
import { findRemarks } from './find-remarks.ts';
import type { ReviewInput } from './review-input.ts';
import { describeSubject } from './subject.ts';

/** The review of a pull request, and the diagnostics that it brings, with all that a terminal can show of them. */
export interface BuiltReview {
  readonly review: Review;
  readonly fresh: readonly Diagnostic[];
}

/** Says what a pull request means: what changes, what follows, what is wrong, and what would be next. */
export function buildReview(input: ReviewInput): BuiltReview {
  const { base, head, asOf, outside, root } = input;
  const pull = readPull(input);
  const files = new Set(input.touched.map((path) => printable(`${root}/${path}`)));
  const judged = [base, head].map(({ parsed }) => ({ diagnostics: runRules(parsed, { asOf }), texts: parsed.texts }));
  const found = matchProblems(judged[0]!, judged[1]!, renames(pull?.changes ?? []));
  const entries = new Set(
    [...(pull?.head.environments ?? []), ...(pull?.head.providers ?? [])].map(({ source }) => source.path),
  );
  const isOwed = ({ ruleId, file }: Diagnostic): boolean =>
    RULES[ruleId].isDrift === true && files.has(file) && entries.has(file);
  const fresh = sortDiagnostics([
    ...found.fresh,
    // Whoever touches an entry mends what the world did to it.
    ...found.old.filter(isOwed),
    ...(pull === undefined ? [] : runChangeRules(pull)),
  ])
    .map((item) => (isOwed(item) ? { ...item, severity: 'error' as const } : item))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const shown = pull && withoutBroken(pull);
  const tables = shown === undefined ? [] : buildTables(shown);
  const review: Review = {
    version: 1,
    base: base.commit,
    head: head.commit,
    asOf,
    passes: fresh.every(({ severity }) => severity !== 'error'),
    headline: clip(buildHeadline(pull, fresh)),
    changes: pull === undefined ? [] : pull.changes.map((change) => buildChange(change, pull)),
    tables: [...tables],
    consequences: shown === undefined ? [] : findConsequences(shown, tables).map(clip),
    problems: {
      new: fresh.map(buildProblem),
      before: found.old.filter((item) => !isOwed(item)).map(buildProblem),
    },
    next: pull === undefined ? [] : findNext(pull),
    outside: outside.map((path) => clip(printable(path))),
    remarks: findRemarks(input, pull, files).map(clip),
  };
  return { review, fresh };
}

/** The pull request, where both revisions can be compared: without a project file there is nothing to compare by. */
function readPull(input: ReviewInput): PullRequest | undefined {
  const [base, head] = [input.base.parsed, input.head.parsed];
  if (head.dataset === undefined || (base.dataset === undefined && base.readings.size > 0)) return undefined;
  return {
    base: base.dataset,
    head: head.dataset,
    changes: diffDatasets(base.dataset, head.dataset),
    author: input.author,
    agreed: input.agreed,
    outside: input.outside.map(printable),
    snapshot: input.touched.includes(SNAPSHOT_PATH) ? printable(`${input.root}/${SNAPSHOT_PATH}`) : undefined,
  };
}

/**
 * A pull request without the entries that only one side can read: nobody will see a matrix without them, because no
 * site is built while a file is broken.
 */
function withoutBroken(pull: PullRequest): PullRequest {
  const broken = new Set(
    pull.changes.flatMap(({ kind, subject }) =>
      'before' in subject && (kind === 'unreadable' || kind === 'readable') ? [subject.after ?? subject.before] : [],
    ),
  );
  const without = (dataset: Dataset): Dataset => ({
    ...dataset,
    environments: dataset.environments.filter((entry) => !broken.has(entry)),
    providers: dataset.providers.filter((entry) => !broken.has(entry)),
  });
  const changes = pull.changes.filter(({ kind }) => kind !== 'unreadable' && kind !== 'readable');
  return { ...pull, base: pull.base && without(pull.base), head: without(pull.head), changes };
}

/** The path that a file has after a change, by the one that it had. */
function renames(changes: readonly Change[]): (path: string) => string {
  const paths = new Map(
    changes.flatMap(({ subject }) =>
      'before' in subject && subject.before && subject.after
        ? [[subject.before.source.path, subject.after.source.path] as const]
        : [],
    ),
  );
  return (path) => paths.get(path) ?? path;
}

function buildChange(change: Change, pull: PullRequest): Review['changes'][number] {
  return { kind: change.kind, subject: describeSubject(change.subject), text: clip(describeChange(change, pull)) };
}

/** What each touched environment lacks for the level above what its evidence supports. */
function findNext({ changes, head }: PullRequest): Review['next'] {
  const subjects = new Set(changes.flatMap(({ kind, subject }) => (kind === 'reformatted' ? [] : [subject])));
  return [...subjects].flatMap((subject) => {
    const environment = 'after' in subject ? environmentOf(subject.after) : undefined;
    const next = environment && nextOf(environment, head);
    return next === undefined ? [] : [{ subject: describeSubject(subject), ...next }];
  });
}

function nextOf(
  environment: NonNullable<ReturnType<typeof environmentOf>>,
  head: Dataset,
): Pick<Review['next'][number], 'level' | 'missing'> | undefined {
  const { next } = assess(environment, head);
  return next && { level: next.level.label, missing: next.missing.map(({ needs }) => needs) };
}
