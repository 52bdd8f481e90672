import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SnapshotState } from '../../src/model/snapshot.ts';
import { REFERRING, WORLD } from '../support/github-data.ts';
import { type Fault, FAULTS, HTTP_FAULTS } from '../support/github-faults.ts';
import { runSync, type SyncRun } from '../support/github-run.ts';
import { type GithubServer, type LoggedRequest, startGithub } from '../support/github-server.ts';

const [FIRST_DAY, NEXT_DAY] = ['2026-11-20', '2026-11-21'];

/** Those whose requests carry nothing else: they go last, in this order. */
const [TEAM, WORKFLOW] = ['@acme/cloud-team', 'acme/capx workflow e2e.yml'];

/** What a fault does. */
interface Effect {
  /** The label of a value that could not be asked for. */
  readonly state: SnapshotState;
  readonly reason: string;
  /** Whose old answers stay where it is met at the question about the team: empty where nothing is written at all. */
  readonly kept: readonly string[];
  /** Whether it leaves no trace where it comes once: the request is sent again, or its questions in two others. */
  readonly isMended: boolean;
  /** Whether nothing is written where every request meets it. */
  readonly endsRun: boolean;
}

const failure = (state: SnapshotState, reason: string, isMended: boolean): Effect => ({
  state,
  reason,
  kept: [TEAM],
  isMended,
  endsRun: true,
});
const passing = (reason: string): Effect => failure('stale', reason, true);
/** Asking on would make a limit worse; a short one is sat out once. */
const limit = (reason: string, isShort: boolean): Effect => ({
  ...failure('limited', reason, isShort),
  kept: [TEAM, WORKFLOW],
});
/** An answer to each request, but not to each question. */
const partly = (state: SnapshotState, reason: string, isMended: boolean): Effect => ({
  ...failure(state, reason, isMended),
  endsRun: false,
});

const UNREADABLE = 'GitHub’s answer could not be read.';
const ODD = 'GitHub’s answer has not the form that was expected.';

const EFFECTS: Readonly<Record<Fault, Effect>> = {
  unauthorized: { ...failure('stale', 'GitHub does not take the token (401).', false), kept: [] },
  forbidden: failure('forbidden', 'GitHub does not let this token ask (403).', false),
  'rate-limit': limit('GitHub’s limit of requests is reached (403).', false),
  'secondary-limit': limit('GitHub’s limit of requests is reached (403).', true),
  'not-found': passing('GitHub did not take the request (404).'),
  gone: passing('GitHub did not take the request (410).'),
  unprocessable: passing('GitHub did not take the request (422).'),
  'too-many-requests': limit('GitHub’s limit of requests is reached (429).', true),
  'server-error': passing('GitHub failed (500).'),
  'bad-gateway': passing('GitHub failed (502).'),
  unavailable: passing('GitHub failed (503).'),
  silence: passing('GitHub did not answer in time.'),
  reset: passing('GitHub cannot be reached (ECONNRESET).'),
  'cut-short': passing(UNREADABLE),
  html: passing(UNREADABLE),
  truncated: passing(UNREADABLE),
  empty: passing(UNREADABLE),
  'wrong-types': partly('stale', ODD, false),
  'wrong-shapes': passing(UNREADABLE),
  'no-data': passing(UNREADABLE),
  'graphql-rate-limit': limit('GitHub’s limit of points is reached.', false),
  'failed-parts': partly('stale', 'GitHub could not answer the query.', true),
  'forbidden-parts': partly('forbidden', 'GitHub does not show this to the token.', false),
  'missing-parts': partly('stale', ODD, false),
};

/** What is another label where it is the REST interface that fails: it says by a status what is not there. */
const REST_EFFECTS: Partial<Record<Fault, Pick<Effect, 'state' | 'reason'>>> = {
  'not-found': { state: 'gone', reason: 'GitHub has no such workflow.' },
  gone: { state: 'gone', reason: 'GitHub has no such workflow.' },
  ...Object.fromEntries(
    ['cut-short', 'html', 'truncated', 'empty', 'wrong-shapes'].map((fault) => [
      fault,
      { state: 'stale', reason: ODD },
    ]),
  ),
};

let github: GithubServer;
let before: SyncRun;

beforeAll(async () => {
  github = await startGithub(WORLD);
  before = await runSync(REFERRING, github, { asOf: FIRST_DAY });
});
afterEach(() => expect(github.wrong).toEqual([]));
afterAll(() => github.close());

/** Which requests meet a fault. */
type IsMet = (request: LoggedRequest, index: number) => boolean;

const always: IsMet = () => true;

/** Runs `sync` on the next day, with the snapshot of the first and a fault at some requests. */
async function syncWith(fault: Fault, isMet: IsMet): Promise<SyncRun> {
  github.restart(WORLD);
  github.fault = (request, index) => (isMet(request, index) ? fault : undefined);
  // Where somebody answers, a busy machine has the time to do so.
  const patience = isMet === always ? 50 : 600;
  return await runSync(before.files, github, { asOf: NEXT_DAY }, fault === 'silence' ? patience : undefined);
}

/** The snapshot of the next day, where some keys keep the answer of the first. */
function expectedText(kept: readonly string[], { state, reason }: Pick<Effect, 'state' | 'reason'>): string {
  const lines = before.written!.replace(FIRST_DAY, NEXT_DAY).split('\n');
  const label =
    state === 'gone'
      ? `"reason": "${reason}", "seen": "${FIRST_DAY}", "state": "gone"`
      : `"fetched": "${FIRST_DAY}", "reason": "${reason}", "state": "${state}"`;
  const isKept = (line: string): boolean => kept.some((key) => line.startsWith(`    "${key}": {`));
  return lines.map((line) => (isKept(line) ? line.replace('"state": "fresh"', label) : line)).join('\n');
}

test('nothing goes wrong: every value is there, and on the next day one line is another', async () => {
  expect(before).toMatchObject({ exitCode: 0, output: '' });
  expect(before.message).toMatch(/^Asked GitHub about 18 values\.\n {2}18 fresh: 0 unchanged, 18 new or changed\n/);
  const next = await syncWith('reset', () => false);
  expect(next.message).toMatch(/ {2}18 fresh: 18 unchanged, 0 new or changed\n/);
  expect(next.written).toBe(expectedText([], EFFECTS.reset));
});

describe.each(FAULTS)('%s', (fault) => {
  const effect = EFFECTS[fault];
  const { reason, kept, isMended, endsRun } = effect;

  test('at one question: its answer stays, with its day and the reason', async () => {
    const run = await syncWith(fault, ({ graphql }) => graphql?.query.includes('organization(') ?? false);
    expect(run.written).toBe(kept.length === 0 ? undefined : expectedText(kept, effect));
    expect(run).toMatchObject({ exitCode: kept.length === 0 ? 2 : 0, output: '' });
    expect(run.message).toContain(
      kept.length === 0 ? reason : `${kept.length} failed:\n    ${kept.length} ${reason}\n`,
    );
  });

  test('at every question', async () => {
    const run = await syncWith(fault, always);
    expect(run.message).toContain(reason);
    expect({ exitCode: run.exitCode, hasWritten: run.written !== undefined }).toEqual(
      endsRun ? { exitCode: 2, hasWritten: false } : { exitCode: 0, hasWritten: true },
    );
  });

  test('once, at the first request', async () => {
    const run = await syncWith(fault, (_, index) => index === 0);
    expect(run.written === expectedText([], effect)).toBe(isMended);
  });
});

test.each(HTTP_FAULTS)('%s at a REST request', async (fault) => {
  const run = await syncWith(fault, ({ graphql }) => graphql === undefined);
  const expected = expectedText([WORKFLOW], REST_EFFECTS[fault] ?? EFFECTS[fault]);
  expect(run.written).toBe(fault === 'unauthorized' ? undefined : expected);
});
