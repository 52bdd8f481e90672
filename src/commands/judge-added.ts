import type { DataFile } from '../dataset/data-file.ts';
import { type ParsedDataset, parseDataset } from '../dataset/parse-dataset.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatText, type Paint } from '../diagnostics/format-text.ts';
import { runRules } from '../rules/run-rules.ts';
import type { WrittenFile } from './command.ts';

/** What a file brings that is not there yet. */
export interface Judged {
  /** The diagnostics that were not there before. */
  readonly added: readonly Diagnostic[];
  /** The same for people. */
  readonly output: string;
}

/** Judges a data folder, which was parsed before, with one file more. */
export function judgeAdded(
  files: readonly DataFile[],
  before: ParsedDataset,
  { path, text }: WrittenFile,
  { root, asOf, paint }: { readonly root: string; readonly asOf: string; readonly paint: Paint },
): Judged {
  const after = parseDataset([...files, { path, content: text }], root, { earlier: before });
  const known = new Set(runRules(before, { asOf }).map(summarize));
  const added = runRules(after, { asOf }).filter((each) => !known.has(summarize(each)));
  return { added, output: formatText(added, after.texts, paint) };
}

function summarize({ file, ruleId, reason }: Diagnostic): string {
  return JSON.stringify([file, ruleId, reason]);
}
