import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What the search for a browser needs of the machine. */
export interface Machine {
  /** The executable that a path, or a name on PATH, leads to. */
  readonly which: (name: string) => string | undefined;
  /** Whether an executable is a browser, and not a script that only says where to get one. */
  readonly isBrowser: (path: string) => boolean;
  readonly isRoot: () => boolean;
  /** Runs a command to its end, without a shell, and tells whether it succeeded. What it prints goes to stderr. */
  readonly run: (command: string, args: readonly string[]) => boolean;
  /** Where Playwright keeps its own browser, whether or not it is there. */
  readonly playwrightPath: () => string;
  /** Tells people what is going on. */
  readonly say: (line: string) => void;
}

/** What a test browser is started with: containers have little shared memory, and no test needs another host. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-dev-shm-usage',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Finds the browser that tests run in, and installs one where there is none: `CHROME_PATH`, else what is installed,
 * else the package of a Debian-like system, else Playwright’s download. Throws a message that says what to do.
 */
export function findBrowser(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  machine: Machine = thisMachine,
): string {
  const { CHROME_PATH: named } = environment;
  if (named !== undefined && named !== '') {
    const path = machine.which(named);
    if (path === undefined) throw new Error(`CHROME_PATH names no executable: ${named}`);
    return path;
  }
  const found =
    installed(machine) ??
    machine.which(machine.playwrightPath()) ??
    fromSystemPackages(machine) ??
    fromPlaywright(machine);
  if (found !== undefined) return found;
  throw new Error(
    'The site is tested in a browser, and none was found or could be installed. ' +
      'Install Chromium or Google Chrome, or set CHROME_PATH to the executable of one.',
  );
}

/** Starts a browser for tests; `flags` are what it is started with besides. */
export function launchBrowser(executablePath: string, flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] });
}

function installed({ which, isBrowser }: Machine): string | undefined {
  return [...NAMES, ...PLACES].flatMap((name) => which(name) ?? []).find(isBrowser);
}

function fromSystemPackages(machine: Machine): string | undefined {
  const packages = machine.which('apt-get');
  if (packages === undefined || !machine.isRoot()) return undefined;
  machine.say('No browser for the tests: installing chromium from the packages of the system …');
  const done =
    machine.run(packages, ['update']) &&
    machine.run(packages, ['install', '-y', '--no-install-recommends', 'chromium']);
  return done ? installed(machine) : undefined;
}

function fromPlaywright(machine: Machine): string | undefined {
  machine.say('No browser for the tests: downloading the one of Playwright …');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  return machine.run(process.execPath, [cli, 'install', 'chromium'])
    ? machine.which(machine.playwrightPath())
    : undefined;
}

const thisMachine: Machine = {
  which: (name) =>
    (/[\\/]/.test(name) ? [name] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))).find(
      isExecutable,
    ),
  // On Windows there is no such script, and the question would open a window.
  isBrowser: (path) => path.endsWith('.exe') || spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0,
  isRoot: () => process.getuid?.() === 0,
  run: (command, args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0;
  },
  playwrightPath: () => chromium.executablePath(),
  say: (line) => process.stderr.write(`${line}\n`),
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
