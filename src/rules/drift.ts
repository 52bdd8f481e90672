import type { Dataset } from '../dataset/dataset.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { RULES } from './registry.ts';
import type { RuleOptions } from './rule.ts';
import { runRules } from './run-rules.ts';

/** Where the world has moved away from what the data says: the findings of all rules that find drift, sorted for reading. */
export function findDrift(dataset: Dataset, options: RuleOptions): readonly Diagnostic[] {
  return runRules(
    { dataset, findings: [] },
    options,
    Object.values(RULES).filter(({ isDrift }) => isDrift),
  );
}
