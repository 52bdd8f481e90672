import { location } from 'vfile-location';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { RuleId } from '../diagnostics/rule-id.ts';

/** Characters that nobody sees: control characters except tab and line feed, and those that turn or join the text around them. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\t\n\u200c\u200d]]/v;

/** A text without the characters that nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replace(new RegExp(UNSEEN, 'gv'), '');
}

/** The text of a file, with what is wrong with its characters. */
export interface Decoded {
  /** As far as it can be shown; the same as what is parsed. */
  readonly text: string;
  /** Whether it may be parsed. */
  readonly isReadable: boolean;
  readonly findings: readonly Finding[];
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes the bytes of a file as UTF-8 and refuses what a reader could not see or would see differently. */
export function decode(file: string, content: Uint8Array | string): Decoded {
  const findings: Finding[] = [];
  const report = (ruleId: RuleId, shown: string, from: number, to: number, reason: string, note: string): void => {
    const places = location(shown);
    const [start, end] = [places.toPoint(from), places.toPoint(to)];
    findings.push({ ruleId, file, place: start && end && { start, end }, reason, note });
  };
  const read = typeof content === 'string' ? { text: content } : decodeBytes(content);
  let { text } = read;
  if (read.bad !== undefined) {
    report('encoding', text, read.bad, read.bad + 1, 'The file is not UTF-8.', SAVE);
    return { text, isReadable: false, findings };
  }
  if (text.startsWith('\ufeff')) {
    text = text.slice(1);
    report('encoding', text, 0, 0, 'The file begins with a byte-order mark.', SAVE);
  }
  const carriage = text.indexOf('\r');
  if (carriage >= 0) {
    text = text.replace(/\r\n?/g, '\n');
    report('line-ending', text, carriage, carriage, 'The line ends in a carriage return.', UNIX);
  }
  const unseen = UNSEEN.exec(text);
  if (unseen !== null) {
    const code = unseen[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const end = unseen.index + unseen[0].length;
    report('control-character', text, unseen.index, end, `The invisible character U+${code} stands here.`, DELETE);
  }
  return { text, isReadable: unseen === null, findings };
}

const SAVE = 'Save it as UTF-8 without a byte-order mark.';
const UNIX = 'Save the file with line feeds alone, as Unix editors do.';
const DELETE = 'Delete it: a reader cannot see what it does.';

/** The text of some bytes, and the offset in it of the first byte that is not UTF-8. */
function decodeBytes(bytes: Uint8Array): { readonly text: string; readonly bad?: number } {
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const text = lenient.decode(bytes);
    const again = new TextEncoder().encode(text);
    const differs = bytes.findIndex((byte, index) => byte !== again[index]);
    // A stream keeps back the character that has only begun, so what it gives is what stands before the bad byte.
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, differs), { stream: true });
    return { text, bad: before.length };
  }
}
