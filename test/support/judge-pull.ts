import type { DataFile } from '../../src/dataset/data-file.ts';
import { SNAPSHOT_PATH } from '../../src/dataset/data-file.ts';
import { handleKey } from '../../src/dataset/references.ts';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { diffDatasets } from '../../src/diff/diff-datasets.ts';
import type { Example } from '../../src/rules/rule.ts';
import { runChangeRules } from '../../src/rules/run-rules.ts';
import { ACME, judge, type Placed, placeExample, ROOT } from './acme-data.ts';

/** An example in its place, and what is found in it: in the data, and in the pull request where it is one. */
export function judgeExample(example: Example): Placed & { readonly found: readonly Diagnostic[] } {
  const placed = placeExample(example);
  return { ...placed, found: [...judge(placed.files), ...judgePull(example, placed)] };
}

function judgePull({ pull, beside = [] }: Example, { files, path }: Placed): readonly Diagnostic[] {
  if (pull === undefined) return [];
  const before: readonly DataFile[] =
    pull.before === undefined
      ? ACME.filter((file) => file.path !== path)
      : placeExample({ yaml: pull.before, path: pull.path ?? path, beside }).files;
  const [base, head] = [before, files].map((each) => parseDataset(each, ROOT).dataset!);
  return runChangeRules({
    base,
    head: head!,
    changes: diffDatasets(base, head!),
    author: pull.author,
    agreed: new Set(pull.agreed?.map(handleKey)),
    snapshot: path === SNAPSHOT_PATH ? `${ROOT}/${path}` : undefined,
    outside: pull.outside ?? [],
  });
}
