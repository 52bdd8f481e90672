import type { z } from 'zod';
import { addMaintainer } from '../dataset/add-maintainer.ts';
import { correct } from '../dataset/correct.ts';
import type { DataFile } from '../dataset/data-file.ts';
import { type EntryKind, pathOf } from '../dataset/find-entry.ts';
import { parseDataset } from '../dataset/parse-dataset.ts';
import { type AnyEntry, handleKey, handlesAmong } from '../dataset/references.ts';
import { accepts, keysAt } from '../dataset/schema-at.ts';
import { environmentSchema } from '../model/environment.ts';
import { handle as handleSchema } from '../model/handle.ts';
import { OPEN_VOCABULARY } from '../model/matrix.ts';
import { providerSchema } from '../model/provider.ts';
import type { CommandResult, WrittenFile } from './command.ts';
import { requireDataset } from './require-dataset.ts';
import { requireEntry } from './require-entry.ts';
import { UsageError } from './usage-error.ts';

export interface AdoptOptions {
  /** The data folder as messages show it. */
  readonly root: string;
  /** The id, a name or a former id of the entry. */
  readonly entry: string;
  /** Which kind is meant, where an environment and a provider go by that name. */
  readonly kind?: EntryKind | undefined;
  /** Who shall answer for it, `@user` or `@organization/team`. */
  readonly handle: string;
}

export interface AdoptResult extends CommandResult {
  /** The file to write, relative to the data folder; none where nothing may change. */
  readonly files: readonly WrittenFile[];
}

/**
 * Adds a maintainer to an entry, and changes nothing else of its file. Exits with 1 where it cannot have them: it is
 * retired, or they answer for it already. Throws a UsageError where the handle or the entry does not exist.
 */
export function adopt(
  files: readonly DataFile[],
  options: AdoptOptions,
  parsed = parseDataset(files, options.root),
): AdoptResult {
  const { root, handle } = options;
  requireHandle(handle);
  const entry = requireEntry(requireDataset(parsed, root), options.entry, options.kind);
  const path = pathOf(entry);
  const refusal = explainRefusal(entry, handle);
  if (refusal !== undefined) return { files: [], output: '', message: refusal, exitCode: 1 };
  const text = addMaintainer(textOf(files, path), handle, keysAt(schemaOf(entry), []));
  return {
    files: [{ path, text }],
    output: `${root}/${path}`,
    message: `${handle} answers for ${entry.value.name} now.${explainSeeking(entry)} Next: a pull request with this one change.`,
    exitCode: 0,
  };
}

function requireHandle(text: string): void {
  const isHandle = (each: string): boolean => handleSchema.safeParse(each).success;
  if (isHandle(text)) return;
  const meant = correct('handle', text, isHandle);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageError(`“${text}” is not a GitHub handle: write @user or @organization/team.${hint}`);
}

/** Why an entry cannot have a maintainer; undefined where it can. */
function explainRefusal(entry: AnyEntry, handle: string): string | undefined {
  const { name, lifecycle, maintainers = [], replacedBy } = entry.value;
  if (lifecycle === 'retired') {
    const instead = replacedBy === undefined ? '' : ` Its replacement is \`${replacedBy}\`.`;
    return `${name} is retired: there is nothing left to answer for.${instead}`;
  }
  if (handlesAmong(maintainers).some((each) => handleKey(each) === handleKey(handle)))
    return `${handle} answers for ${name} already.`;
  if (!accepts(schemaOf(entry), ['maintainers'], [...maintainers, handle]))
    return `${name} has ${maintainers.length} maintainers, and no entry may have more.`;
  return undefined;
}

/** What an entry looks for may be found now; only its maintainers can tell. */
function explainSeeking({ value }: AnyEntry): string {
  if (!('seeking' in value) || value.seeking === undefined) return '';
  return ` It still says \`seeking: ${value.seeking}\`: take that out where it is no longer true.`;
}

function schemaOf(entry: AnyEntry): z.ZodType {
  return 'category' in entry ? environmentSchema(OPEN_VOCABULARY) : providerSchema(OPEN_VOCABULARY);
}

/** The text of a file as it is, with the line ends that it has. */
function textOf(files: readonly DataFile[], path: string): string {
  const { content } = files.find((file) => file.path === path)!;
  return typeof content === 'string'
    ? content
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content as Uint8Array);
}
