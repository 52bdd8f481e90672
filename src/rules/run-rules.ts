import type { Dataset } from '../dataset/dataset.ts';
import type { ParsedDataset } from '../dataset/parse-dataset.ts';
import { locate } from '../dataset/source-file.ts';
import { type Diagnostic, type Finding, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { ruleUrl } from '../diagnostics/rule-url.ts';
import { RULES } from './registry.ts';
import type { Rule, RuleOptions } from './rule.ts';

/**
 * Runs every rule over what was parsed and stamps all findings with id, severity and page, sorted for reading.
 * A rule supplies only what it alone knows.
 */
export function runRules({ dataset, findings }: ParsedDataset, options: RuleOptions): readonly Diagnostic[] {
  const found = dataset === undefined ? [] : Object.values(RULES).flatMap((rule) => runRule(rule, dataset, options));
  const site = dataset?.matrix.value.links.site;
  return sortDiagnostics([...findings, ...found]).map((finding) => ({
    ...finding,
    source: 'interop-matrix',
    severity: RULES[finding.ruleId].severity,
    ...(site !== undefined && { url: ruleUrl(site, finding.ruleId) }),
  }));
}

function runRule(rule: Rule, dataset: Dataset, options: RuleOptions): readonly Finding[] {
  const findings: Finding[] = [];
  rule.check?.(
    dataset,
    ({ source }, path, reason, { target, ...more } = {}) => {
      findings.push({ ruleId: rule.id, file: source.path, place: locate(source, path, target), reason, ...more });
    },
    options,
  );
  return findings;
}
