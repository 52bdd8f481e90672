import type { DataFile } from '../dataset/data-file.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { startOf } from '../diagnostics/diagnostic.ts';
import { type Paint, PLAIN, printable } from '../diagnostics/format-text.ts';
import { formatCount } from '../diagnostics/summary.ts';
import { formatWorkList, type WorkLinks } from '../markdown/format-work-list.ts';
import { RULES } from '../rules/registry.ts';
import { buildWorkList, groupByOwner, type WorkItem } from '../rules/work-list.ts';
import type { CommandResult } from './command.ts';
import { requireDataset } from './require-dataset.ts';

/** The forms in which the work list can be printed. */
export const DRIFT_FORMATS = ['text', 'json', 'markdown'] as const;

export interface DriftOptions {
  /** The data folder as messages show it. */
  readonly root: string;
  readonly format: (typeof DRIFT_FORMATS)[number];
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly paint?: Paint;
}

/**
 * Lists what there is to do because the world has moved or time has passed, by entry, the most important first.
 * Throws a UsageError where the data cannot be read; findings alone fail nothing.
 */
export function drift(files: readonly DataFile[], options: DriftOptions): CommandResult {
  const parsed = parseDataset(files, options.root);
  const dataset = requireDataset(parsed, options.root);
  const items = buildWorkList(dataset, options);
  const summary = summarize(items, dataset);
  const hasMistakes = parsed.findings.some(({ ruleId }) => RULES[ruleId].severity === 'error');
  const warning = hasMistakes ? '\nFiles with mistakes are left out: `npm run validate` names them.' : '';
  return { output: format(items, summary, dataset, options), message: `${summary}${warning}`, exitCode: 0 };
}

function format(items: readonly WorkItem[], summary: string, dataset: Dataset, options: DriftOptions): string {
  switch (options.format) {
    case 'text':
      return formatText(items, options.paint ?? PLAIN);
    case 'json':
      return formatJson(items, dataset, options.asOf);
    case 'markdown':
      return formatWorkList(summary, items, linksOf(dataset, options.root));
  }
}

/** Whether GitHub was asked, and how much there is to do. */
function summarize(items: readonly WorkItem[], { snapshot }: Dataset): string {
  const checked =
    snapshot === undefined ? 'Not yet checked against GitHub' : `Checked against GitHub on ${snapshot.collected}`;
  return `${checked}: ${items.length === 0 ? 'nothing' : formatCount(items.length, 'thing')} to do.`;
}

function formatText(items: readonly WorkItem[], paint: Paint): string {
  const groups = groupByOwner(items).map(({ owner, items: own }) =>
    [paint.bold(printable(owner.name)), ...own.map((item) => formatItem(item, paint))].join('\n'),
  );
  return groups.join('\n\n');
}

function formatItem({ concern, finding }: WorkItem, paint: Paint): string {
  const { file, place, reason, ruleId, note, fix } = finding;
  const { line, column } = startOf(place);
  return [
    `  ${concern.title}: ${printable(reason)} ${paint.dim(ruleId)}`,
    ...(fix === undefined ? [] : [`    Write: ${paint.bold(printable(fix))}`]),
    ...(note == null ? [] : [`    ${printable(note)}`]),
    paint.dim(`    ${file}:${line}:${column}`),
  ].join('\n');
}

function formatJson(items: readonly WorkItem[], { snapshot }: Dataset, asOf: string): string {
  const work = groupByOwner(items).map(({ owner, items: own }) => ({
    ...owner,
    items: own.map(({ concern, finding }) => ({ concern: concern.id, ...finding })),
  }));
  return `${JSON.stringify({ asOf, checked: snapshot?.collected ?? null, work }, undefined, 2)}\n`;
}

/** Where a list on GitHub leads to: the page of the entry on the site, and the line of its file. */
function linksOf({ matrix }: Dataset, root: string): WorkLinks {
  const { links, repository, branch } = matrix.value;
  const site = links.site.replace(/\/+$/, '');
  return {
    page: ({ kind, id }) => (kind === 'project' ? `${site}/` : `${site}/${kind}s/${id}/`),
    line: ({ file, place }) =>
      `https://github.com/${repository}/blob/${branch}/data/${file.slice(root.length + 1)}#L${startOf(place).line}`,
  };
}
