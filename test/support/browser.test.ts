import { describe, expect, test } from 'vitest';
import { findBrowser, type Machine } from './browser.ts';

const DOWNLOADED = '/home/me/.cache/ms-playwright/chrome';

/** A machine with some executables by name; a command that succeeds may bring another one. */
function makeMachine({
  has = [],
  scripts = [],
  root = false,
  brings = {},
}: {
  readonly has?: readonly string[];
  /** Executables that bear the name of a browser and are none. */
  readonly scripts?: readonly string[];
  readonly root?: boolean;
  /** What a command, by its last words, puts on the machine; commands that are not named here fail. */
  readonly brings?: Readonly<Record<string, string>>;
}) {
  const there = new Set([...has, ...scripts]);
  const ran: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    which: (name) => (there.has(name) ? (name.includes('/') ? name : `/usr/bin/${name}`) : undefined),
    isBrowser: (path) => !scripts.includes(path.replace('/usr/bin/', '')),
    isRoot: () => root,
    run: (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      const brought = Object.entries(brings).find(([end]) => line.endsWith(end))?.[1];
      if (brought !== undefined) there.add(brought);
      return brought !== undefined;
    },
    playwrightPath: () => DOWNLOADED,
    say: (line) => said.push(line),
  };
  return { machine, ran, said };
}

const APT = { 'apt-get update': 'lists', '--no-install-recommends chromium': 'chromium' };
const DOWNLOAD = { 'cli.js install chromium': DOWNLOADED };

describe('findBrowser', () => {
  test.each([
    ['CHROME_PATH before all others', '/opt/chrome', { has: ['/opt/chrome', 'chromium'] }, '/opt/chrome'],
    ['chromium before Chrome', '', { has: ['google-chrome', 'chromium'] }, '/usr/bin/chromium'],
    ['any of the usual names', '', { has: ['google-chrome-stable'] }, '/usr/bin/google-chrome-stable'],
    [
      'a script that is no browser is passed over',
      '',
      { has: ['google-chrome'], scripts: ['chromium-browser'] },
      '/usr/bin/google-chrome',
    ],
    ['an earlier download', '', { has: [DOWNLOADED, 'apt-get'], root: true, brings: APT }, DOWNLOADED],
  ])('%s, and nothing is installed', (_, CHROME_PATH, state, expected) => {
    const { machine, ran, said } = makeMachine(state);
    expect(findBrowser({ CHROME_PATH }, machine)).toBe(expected);
    expect([ran, said]).toEqual([[], []]);
  });

  test('as root the packages of the system come before a download', () => {
    const { machine, ran, said } = makeMachine({ has: ['apt-get'], root: true, brings: { ...APT, ...DOWNLOAD } });
    expect(findBrowser({}, machine)).toBe('/usr/bin/chromium');
    expect(ran).toEqual(['/usr/bin/apt-get update', '/usr/bin/apt-get install -y --no-install-recommends chromium']);
    expect(said).toHaveLength(1);
  });

  test.each([
    ['not root', { has: ['apt-get'], brings: { ...APT, ...DOWNLOAD } }, 1],
    ['no such packages', { root: true, brings: DOWNLOAD }, 1],
    ['the packages fail', { has: ['apt-get'], root: true, brings: DOWNLOAD }, 2],
    [
      'the package is a script that is no browser',
      { has: ['apt-get'], scripts: ['chromium'], root: true, brings: { ...APT, ...DOWNLOAD } },
      3,
    ],
  ])('Playwright’s download is the last resort: %s', (_, state, commands) => {
    const { machine, ran } = makeMachine(state);
    expect(findBrowser({}, machine)).toBe(DOWNLOADED);
    expect(ran).toHaveLength(commands);
  });

  test('says what to do where nothing helps', () => {
    const { machine } = makeMachine({ has: ['apt-get'], root: true });
    expect(() => findBrowser({}, machine)).toThrow(/Install Chromium.*CHROME_PATH/);
  });

  test('does not take another browser than the one that CHROME_PATH names', () => {
    const { machine } = makeMachine({ has: ['chromium'] });
    expect(() => findBrowser({ CHROME_PATH: '/opt/gone' }, machine)).toThrow('/opt/gone');
  });
});
