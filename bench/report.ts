import type { BuildRow } from './build.ts';
import type { PageWeight } from './page-weight.ts';
import type { ValidateRow } from './validate.ts';

/** Everything one run of the benchmark found; parts that were not asked for are left out. */
export interface Results {
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryBytes: number;
    readonly platform: string;
    /** How busy the machine was before the first run: the mean number of processes that wanted a core. */
    readonly load: number;
  };
  readonly versions: Readonly<Record<string, string>>;
  readonly validate?: readonly ValidateRow[];
  readonly build?: readonly BuildRow[];
  readonly page?: PageWeight;
}

/** One promise about speed or size, and whether this run kept it. */
export interface Target {
  readonly name: string;
  readonly limit: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Holds the results against what was promised; a promise about something that was not measured is left out. */
export function checkTargets(results: Results): readonly Target[] {
  const rows = new Map(results.validate?.map((row) => [row.data, row]));
  const [real, thousand, tenThousand] = [rows.get('real'), rows.get('1,000'), rows.get('10,000')];
  const build = results.build?.find(({ environments }) => environments === 10_000);
  const targets: Target[] = [];
  const add = (name: string, value: number, limit: number, show: (value: number) => string): void =>
    void targets.push({ name, limit: `≤ ${show(limit)}`, measured: show(value), met: value <= limit });
  if (tenThousand) add('validator at 10,000, against the floor', tenThousand.floor.ratio, 1.3, times);
  if (real) add('validator on the real data, as a process', real.validator.seconds, 0.5, seconds);
  if (thousand && tenThousand) {
    const growth = tenThousand.perEnvironment / thousand.perEnvironment;
    add('cost of an environment at 10,000, against 1,000', growth, 1.2, times);
  }
  if (build) {
    add('build of 10,000', build.seconds, 20, seconds);
    add('peak memory of that build', build.peakBytes, 1.5e9, megabytes);
  }
  if (results.page) add('matrix page with real data, brotli', results.page.brotli, 60_000, kilobytes);
  if (results.page) add('matrix page with real data, gzip', results.page.gzip, 60_000, kilobytes);
  return targets;
}

/** Formats results as Markdown tables. */
export function formatResults(results: Results, targets: readonly Target[]): string {
  const { machine, versions } = results;
  return [
    `${machine.processor}, ${machine.cores} cores, ${megabytes(machine.memoryBytes)}, ${machine.platform}; load before the run ${machine.load.toFixed(1)}.`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    ...(results.validate ? [formatValidate(results.validate)] : []),
    ...(results.build ? [formatBuild(results.build)] : []),
    ...(results.page ? [formatPage(results.page)] : []),
    `## Targets\n\n${formatTable(
      ['target', 'limit', 'measured', ''],
      targets.map(({ name, limit, measured, met }) => [name, limit, measured, met ? 'met' : '**not met**']),
    )}`,
    '',
  ].join('\n\n');
}

function formatValidate(rows: readonly ValidateRow[]): string {
  const table = formatTable(
    ['data', 'environments', 'files', 'size', 'process', 'median', 'validator / it', 'peak memory'],
    rows.flatMap((row) =>
      (
        [
          ['validator', row.validator],
          ['floor', row.floor],
          ['floor, environment copied', row.quickFloor],
          [`ajv-cli (${row.ajv.accepted} accepted)`, row.ajv],
        ] as const
      ).map(([name, contestant], index) => [
        ...(index === 0
          ? [row.data, String(row.environments), String(row.files), kilobytes(row.bytes)]
          : ['', '', '', '']),
        name,
        seconds(contestant.seconds),
        index === 0 ? '' : times(contestant.ratio),
        megabytes(contestant.peakBytes),
      ]),
    ),
  );
  return `## Validator\n\n${table}\n
The floor reads the same files and parses them with \`yaml\` alone, in one thread; from 3,000 files on the validator takes
several. The second floor spares the parser the same question to the operating system that the validator spares it. ajv-cli
reads the environments alone, their days put in quotes, with its own parser. Ratios are medians over runs of the same
round; all processes start with the same flags.`;
}

function formatBuild(rows: readonly BuildRow[]): string {
  const table = formatTable(
    ['environments', 'pages', 'median', 'peak memory', 'matrix page', 'gzip', 'brotli'],
    rows.map((row) => [
      String(row.environments),
      String(row.pages),
      seconds(row.seconds),
      megabytes(row.peakBytes),
      kilobytes(row.matrixPage.raw),
      kilobytes(row.matrixPage.gzip),
      kilobytes(row.matrixPage.brotli),
    ]),
  );
  return `## Build\n\n${table}\n\nPeak memory is that of the largest Node process of the build.`;
}

function formatPage({ files, ...sum }: PageWeight): string {
  const table = formatTable(
    ['file', 'size', 'gzip', 'brotli'],
    [...files, { path: 'together', ...sum }].map(({ path, raw, gzip, brotli }) => [
      path,
      kilobytes(raw),
      kilobytes(gzip),
      kilobytes(brotli),
    ]),
  );
  return `## Matrix page with the real data\n\n${table}`;
}

/** A table in Markdown. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A time, of seconds. */
export const seconds = (value: number): string => `${value.toFixed(2)} s`;
const times = (value: number): string => `${value.toFixed(2)} ×`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
/** A size, of bytes. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
