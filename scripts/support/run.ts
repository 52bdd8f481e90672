import { parseArgs } from 'node:util';
import type { CommandResult } from '../../src/commands/command.ts';
import { ANSI, type Paint, PLAIN } from '../../src/diagnostics/format-text.ts';
import { UsageError } from '../../src/commands/usage-error.ts';

type Values = Readonly<Record<string, string | undefined>>;

interface Usage {
  readonly help: string;
  /** The names of the options, each with a value. */
  readonly options: readonly string[];
  /** The names of the options without one. */
  readonly flags?: readonly string[];
  /** Whether it takes words besides the options. */
  readonly takesWords?: boolean;
}

/**
 * Runs a command as a process: arguments in, output and exit code out. A mistake in the call ends with 2 and one
 * sentence, and so does what the system refuses; anything else that is thrown is a bug, which ends with 2 as well, and
 * shows where.
 */
export async function run(
  usage: Usage,
  command: (
    values: Values,
    flags: ReadonlySet<string>,
    words: readonly string[],
  ) => CommandResult | Promise<CommandResult>,
): Promise<void> {
  // Whoever reads the output may have seen enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    const parsed = parse(usage);
    if (parsed === undefined) {
      process.stdout.write(`${usage.help}\n`);
      return;
    }
    const { output, message, exitCode } = await command(parsed.values, parsed.flags, parsed.words);
    if (output !== '') process.stdout.write(output.endsWith('\n') ? output : `${output}\n`);
    if (message !== undefined) process.stderr.write(`${message}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return error.message;
  // Names the call and the path that the disk, or the network, refused.
  if ('syscall' in error) return `The system refused it: ${error.message}`;
  return error.stack ?? error.message;
}

interface Call {
  readonly values: Values;
  readonly flags: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** What a command was called with, or undefined where help was asked for. */
function parse({ help, options, flags = [], takesWords = false }: Usage): Call | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: takesWords,
      options: {
        ...Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return undefined;
    const given: Readonly<Record<string, unknown>> = values;
    return {
      values: values as Values,
      flags: new Set(flags.filter((name) => given[name] === true)),
      words: positionals,
    };
  } catch (error) {
    // What Node adds is about words that begin with a hyphen, which no command takes.
    const [reason = ''] = (error as Error).message.split(/\n|(?<=\.) To specify/, 1);
    throw new UsageError(`${reason}\n\n${help}`);
  }
}

/** The value of an option that takes one word of a list. */
export function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === value);
  if (word === undefined) throw new UsageError(`--${option} takes one of ${words.join(', ')}, not “${value}”.`);
  return word;
}

/** The data folder: as the call says, else as the environment says, else `data`. */
export function dataFolder(value: string | undefined): string {
  const { MATRIX_DATA: set = '' } = process.env;
  return givenPath('data', value, set === '' ? 'data' : set);
}

/** The file or folder that an option names, else the usual one. Throws a UsageError where the name is empty. */
export function givenPath<Usual extends string | undefined>(
  option: string,
  value: string | undefined,
  usual: Usual,
): string | Usual {
  // It would be the working directory; it is what a script passes whose own variable is not set.
  if (value === '') throw new UsageError(`--${option} takes a path, not an empty one.`);
  return value ?? usual;
}

/** The day in the time zone of Greenwich, `YYYY-MM-DD`. The one place where commands read a clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Colours where the output is a terminal that has them, and nowhere else. */
export function paint(): Paint {
  // Node’s types say that every output has `hasColors`; only terminals do.
  return process.stdout.isTTY && process.stdout.hasColors() ? ANSI : PLAIN;
}
