import { type DataFile, SNAPSHOT_PATH } from '../dataset/data-file.ts';
import { parseDataset, type Reading } from '../dataset/parse-dataset.ts';
import { formatCount } from '../diagnostics/summary.ts';
import type { CommandResult, WrittenFile } from './command.ts';

export interface FormatOptions {
  /** The data folder as messages show it. */
  readonly root: string;
  /** Whether to change nothing, and fail where something would change. */
  readonly isCheck: boolean;
}

export interface FormatResult extends CommandResult {
  /** The files to write; paths are relative to the data folder. */
  readonly files: readonly WrittenFile[];
}

/**
 * Brings the files of a data folder into house style, and lists those that change. A file with mistakes stays as it is.
 * Exits with 1 where such a file is left, or, in a check, where a file is not in house style.
 */
export function format(files: readonly DataFile[], { root, isCheck }: FormatOptions): FormatResult {
  const readings = [...parseDataset(files, root).readings].filter(([path]) => path !== SNAPSHOT_PATH);
  const changed = readings.flatMap(([path, reading]) => {
    const text = styledText(reading);
    return text === undefined ? [] : [{ path, text }];
  });
  const broken = readings.filter(([, { value }]) => value === undefined);
  const did = isCheck ? 'to format' : 'formatted';
  const left =
    broken.length === 0
      ? ''
      : `; ${formatCount(broken.length, 'file')} with mistakes left as ${broken.length === 1 ? 'it is' : 'they are'}: \`npm run validate\` says what is wrong`;
  return {
    files: isCheck ? [] : changed,
    output: changed.map(({ path }) => `${root}/${path}`).join('\n'),
    message: `${changed.length === 0 ? `nothing ${did}` : `${formatCount(changed.length, 'file')} ${did}`}${left}`,
    exitCode: broken.length > 0 || (isCheck && changed.length > 0) ? 1 : 0,
  };
}

/** What a file would be in house style; undefined where it is so, or has mistakes. */
function styledText({ value, content, text, styled }: Reading): string | undefined {
  // The text was read without the carriage returns, or the byte-order mark, that its bytes may have.
  const isAsRead = typeof content !== 'string' || content === text;
  return value === undefined || isAsRead ? styled : (styled ?? text);
}
