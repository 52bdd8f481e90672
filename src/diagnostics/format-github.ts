import { type Diagnostic, endOf, SEVERITIES, type Severity, startOf } from './diagnostic.ts';
import { formatCount } from './summary.ts';

/** GitHub shows this many annotations of each kind for one step and silently drops the rest. */
const SHOWN_PER_SEVERITY = 10;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Formats diagnostics as GitHub Actions annotations, most severe first. What GitHub would drop is left out,
 * and a last annotation says how many.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(items: readonly Diagnostic[]): string {
  const lines = SEVERITIES.flatMap((severity) => {
    const all = items.filter((item) => item.severity === severity);
    if (all.length <= SHOWN_PER_SEVERITY) return all.map(formatAnnotation);
    const shown = all.slice(0, SHOWN_PER_SEVERITY - 1);
    const rest = `${formatCount(all.length - shown.length, severity)} more, not shown here: run \`npm run validate\` to see all.`;
    return [
      ...shown.map(formatAnnotation),
      `::${COMMANDS[severity]} title=${escapeProperty('More findings')}::${escapeData(rest)}`,
    ];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function formatAnnotation(item: Diagnostic): string {
  const [start, end] = [startOf(item.place), endOf(item.place)];
  const properties = {
    file: item.file,
    line: start.line,
    endLine: end.line,
    // GitHub refuses columns on an annotation that spans lines.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: item.ruleId,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const body = [item.reason, item.fix === undefined ? undefined : `Write:\n${item.fix}`, item.note, item.url].filter(
    (part) => part != null,
  );
  return `::${COMMANDS[item.severity]} ${list.join(',')}::${escapeData(body.join('\n'))}`;
}

/** Line ends would start a new command, a per cent sign an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
