import { location } from 'vfile-location';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { RuleId } from '../diagnostics/rule-id.ts';

/** Control characters except tab and line ends, and the characters that turn the direction of text around. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;

/** A text that could be decoded, with what is wrong with its characters; or only the findings. */
export interface Decoded {
  readonly text?: string;
  readonly findings: readonly Finding[];
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes the bytes of a file as UTF-8 and refuses what a reader could not see or would see differently. */
export function decode(file: string, content: Uint8Array | string): Decoded {
  let text: string;
  try {
    text = typeof content === 'string' ? content : decoder.decode(content);
  } catch {
    return {
      findings: [
        {
          ruleId: 'encoding',
          file,
          reason: 'The file is not UTF-8.',
          note: 'Save it as UTF-8 without a byte-order mark.',
        },
      ],
    };
  }
  if (text.startsWith('\ufeff')) {
    return {
      text: text.slice(1),
      findings: [
        finding(
          'encoding',
          file,
          text,
          0,
          'The file begins with a byte-order mark.',
          'Save it as UTF-8 without a byte-order mark.',
        ),
      ],
    };
  }
  const carriage = text.indexOf('\r');
  if (carriage >= 0) {
    const normal = text.replace(/\r\n?/g, '\n');
    return {
      text: normal,
      findings: [
        finding(
          'line-ending',
          file,
          normal,
          carriage,
          'A line ends in a carriage return.',
          'Save the file with line feeds alone, as Unix editors do.',
        ),
      ],
    };
  }
  const unseen = UNSEEN.exec(text);
  if (unseen !== null) {
    const code = unseen[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return {
      findings: [
        finding(
          'control-character',
          file,
          text,
          unseen.index,
          `The invisible character U+${code} stands here.`,
          'Delete it: a reader cannot see what it does.',
        ),
      ],
    };
  }
  return { text, findings: [] };
}

function finding(ruleId: RuleId, file: string, text: string, offset: number, reason: string, note: string): Finding {
  return { ruleId, file, place: location(text).toPoint(offset), reason, note };
}
