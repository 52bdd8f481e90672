import type { Dataset } from '../dataset/dataset.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { RULES } from './registry.ts';
import type { RuleOptions } from './rule.ts';
import { runSome } from './run-rules.ts';

/** Where the world has moved away from what the data says: the findings of all rules that find drift, sorted for reading. */
export function findDrift(dataset: Dataset, options: RuleOptions): readonly Diagnostic[] {
  return runSome(
    Object.values(RULES).filter(({ isDrift }) => isDrift),
    dataset,
    options,
  );
}
