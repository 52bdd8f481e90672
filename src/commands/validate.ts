import type { ParsedDataset } from '../dataset/parse-dataset.ts';
import { formatGithub } from '../diagnostics/format-github.ts';
import { formatJson } from '../diagnostics/format-json.ts';
import { formatSarif } from '../diagnostics/format-sarif.ts';
import { formatText, type Paint, PLAIN } from '../diagnostics/format-text.ts';
import { ruleUrl } from '../diagnostics/rule-url.ts';
import { formatCount, formatCounts } from '../diagnostics/summary.ts';
import { RULES } from '../rules/registry.ts';
import { runRules } from '../rules/run-rules.ts';
import type { CommandResult } from './command.ts';

/** The forms in which diagnostics can be printed. */
export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export interface ValidateOptions {
  /** The data folder as diagnostics show it. */
  readonly root: string;
  readonly format: Format;
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly paint?: Paint;
}

/** Judges what a data folder of so many files says. Exits with 1 where there is an error; warnings and notes fail nothing. */
export function validate(parsed: ParsedDataset, fileCount: number, options: ValidateOptions): CommandResult {
  const diagnostics = runRules(parsed, { asOf: options.asOf });
  const site = parsed.dataset?.matrix.value.links.site;
  const exitCode = diagnostics.some((each) => each.severity === 'error') ? 1 : 0;
  const message = `${formatCounts(diagnostics)} in ${formatCount(fileCount, 'file')}`;
  switch (options.format) {
    case 'text':
      return { output: formatText(diagnostics, parsed.texts, options.paint ?? PLAIN), message, exitCode };
    case 'json':
      return { output: formatJson(diagnostics), message, exitCode };
    case 'github':
      return { output: formatGithub(diagnostics), message, exitCode };
    case 'sarif': {
      const rules = Object.values(RULES).map(({ id, summary, why }) => ({
        id,
        summary,
        why,
        ...(site !== undefined && { url: ruleUrl(site, id) }),
      }));
      return { output: formatSarif(diagnostics, rules), message, exitCode };
    }
  }
}
