import { expect, test } from 'vitest';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import { providersByEnvironment } from '../../src/matrix/matrix-view.ts';
import { formatCsv } from '../../src/outlets/format-csv.ts';
import { ACME, AS_OF, ENVIRONMENT, ENVIRONMENT_PATH, ROOT } from '../support/acme-data.ts';

/** The CSV of the valid project, with other text for its environment; without text it has none. */
function csvOf(environment: string | undefined): string {
  const files = ACME.flatMap((file) => {
    if (file.path !== ENVIRONMENT_PATH) return [file];
    return environment === undefined ? [] : [{ ...file, content: environment }];
  });
  const dataset = parseDataset(files, ROOT).dataset!;
  return formatCsv({
    dataset,
    asOf: AS_OF,
    site: 'https://acme.example',
    providersOf: providersByEnvironment(dataset),
  });
}

const HEAD =
  'id,name,category,vendor,level,claimed,supported,works,tested,full,amd64,arm64,lifecycle,maintainers,evidence,seen,age,caveats,providers,homepage,url\n';

test('an environment is one row below the headings', () => {
  expect(csvOf(ENVIRONMENT)).toBe(
    `${HEAD}acme,Acme Cloud,cloud,,tested,tested,full,yes,yes,no,tested,,active,'@octocat,ci,2026-08-22,92,0,,,https://acme.example/environments/acme/\n`,
  );
  expect(csvOf(undefined)).toBe(HEAD);
});

test.each(['=1+1', '+1', '-1', '@sum', '=HYPERLINK("https://evil.example","x")', '\uff1d1', '-x,"y"'])(
  'a cell that begins like a formula is text: %s',
  (text) => {
    const quoted = `'${text}`;
    const cell = /[",]/.test(quoted) ? `"${quoted.replaceAll('"', '""')}"` : quoted;
    const [, row] = csvOf(ENVIRONMENT.replace('name: Acme Cloud', `name: ${JSON.stringify(text)}`)).split('\n');
    expect(row).toContain(`acme,${cell},cloud,`);
  },
);

test('what would end a cell or a row stays inside', () => {
  const name = 'a, "b"; c | d';
  expect(csvOf(ENVIRONMENT.replace('name: Acme Cloud', `name: '${name}'`))).toContain('acme,"a, ""b""; c | d",cloud,');
});
