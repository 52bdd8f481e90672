import { type Diagnostic, endOf, type Related, startOf } from './diagnostic.ts';

/** What SARIF says of a rule. */
export interface RuleDescription {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly url?: string | undefined;
}

/**
 * Formats diagnostics as SARIF 2.1.0, for code scanning.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(items: readonly Diagnostic[], rules: readonly RuleDescription[]): string {
  const index = new Map(rules.map((rule, position) => [rule.id, position]));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'interop-matrix',
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.summary },
              fullDescription: { text: rule.why },
              ...(rule.url !== undefined && { helpUri: rule.url }),
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: items.map((item) => ({
          ruleId: item.ruleId,
          ruleIndex: index.get(item.ruleId) ?? -1,
          level: item.severity,
          message: {
            text: plain(
              [item.reason, item.fix === undefined ? undefined : `Write:\n${item.fix}`, item.note]
                .filter((part) => part != null)
                .join('\n'),
            ),
          },
          locations: [{ physicalLocation: locate(item) }],
          ...(item.related !== undefined && {
            relatedLocations: item.related.map((related, id) => ({
              id,
              message: { text: plain(related.reason) },
              physicalLocation: locate(related),
            })),
          }),
        })),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** In a message `[words](address)` is a link; what somebody wrote into the data must not become one. */
function plain(text: string): string {
  return text.replaceAll('](', '] (');
}

function locate({ file, place }: Pick<Related, 'file' | 'place'>): object {
  const [start, end] = [startOf(place), endOf(place)];
  return {
    artifactLocation: { uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/') },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: Math.max(end.column, end.line === start.line ? start.column : 1),
    },
  };
}
