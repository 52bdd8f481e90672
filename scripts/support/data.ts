import { relative, resolve } from 'node:path';
import { UsageError } from '../../src/commands/usage-error.ts';
import type { DataFile } from '../../src/dataset/data-file.ts';
import { listData, readFiles } from '../../src/io/read-data.ts';
import { isDate } from '../../src/model/day.ts';
import { dataFolder, today } from './run.ts';

/** The data folder that a call means. */
export interface GivenData {
  readonly folder: string;
  /** The folder as messages show it: from the working directory, with forward slashes. */
  readonly root: string;
  readonly files: readonly DataFile[];
}

/** Reads the data folder that a call means. Throws a UsageError where it cannot be read. */
export function readGivenData(value: string | undefined): GivenData {
  const folder = dataFolder(value);
  const root = relative(process.cwd(), resolve(folder)).replaceAll('\\', '/') || '.';
  const paths = listGivenData(folder);
  return { folder, root, files: readFiles(resolve(folder), paths) };
}

/** The paths of all files below a data folder. Throws a UsageError where it cannot be read. */
export function listGivenData(folder: string): readonly string[] {
  try {
    return listData(resolve(folder));
  } catch (error) {
    throw new UsageError(`The data folder ${folder} cannot be read: ${(error as Error).message}`);
  }
}

/** The day that a call means, `YYYY-MM-DD`: the one it names, else today. Throws a UsageError where it names none. */
export function givenDay(value: string | undefined): string {
  const day = value ?? today();
  if (!isDate(day)) throw new UsageError(`--as-of takes a day, YYYY-MM-DD, not “${day}”.`);
  return day;
}
