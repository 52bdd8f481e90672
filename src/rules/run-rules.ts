import type { Dataset } from '../dataset/dataset.ts';
import type { ParsedDataset } from '../dataset/parse-dataset.ts';
import { locate } from '../dataset/source-file.ts';
import { type Diagnostic, type Finding, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { ruleUrl } from '../diagnostics/rule-url.ts';
import { RULES } from './registry.ts';
import type { PullRequest, Rule, RuleOptions } from './rule.ts';

/**
 * Runs every rule over what was parsed, or those that are given, and stamps all findings with id, severity and page,
 * sorted for reading. A rule supplies only what it alone knows.
 */
export function runRules(
  { dataset, findings }: Pick<ParsedDataset, 'dataset' | 'findings'>,
  options: RuleOptions,
  rules: readonly Rule[] = Object.values(RULES),
): readonly Diagnostic[] {
  const found = dataset === undefined ? [] : rules.flatMap((rule) => runRule(rule, dataset, options));
  return stamp([...findings, ...found], dataset);
}

/** Judges a pull request by every rule on change. */
export function runChangeRules(pull: PullRequest): readonly Diagnostic[] {
  const findings: Finding[] = [];
  for (const { id, checkChange } of Object.values(RULES)) {
    checkChange?.(pull, (at, path, reason, { target, ...more } = {}) => {
      const where =
        typeof at === 'string' ? { file: at } : { file: at.source.path, place: locate(at.source, path, target) };
      findings.push({ ruleId: id, ...where, reason, ...more });
    });
  }
  return stamp(findings, pull.head);
}

function stamp(findings: readonly Finding[], dataset: Dataset | undefined): readonly Diagnostic[] {
  const site = dataset?.matrix.value.links.site;
  return sortDiagnostics(findings).map((finding) => ({
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
