import type { DraftValues } from './draft-messages.ts';

/** What is kept for the next visit. */
export interface KeptDraft {
  readonly fields: DraftValues;
  readonly text: string;
  /** What the form wrote last: where the text is another, somebody went on by hand. */
  readonly written: string;
  /** Whether the fields say what the form has not written yet. */
  readonly isBehind: boolean;
}

/** Keeps a draft at a place of the browser. One that keeps nothing loses nothing but the next visit’s head start. */
export function keepDraft(place: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // It is full, or the reader allows nothing to be kept.
  }
}

/** The draft that was kept at a place; an empty one where there is none. */
export function loadDraft(place: string): KeptDraft {
  return parseKept(read(place));
}

function read(place: string): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

/** What was kept, whoever wrote there in the meantime. */
function parseKept(text: string): KeptDraft {
  try {
    const { fields, text: draft, written, isBehind } = JSON.parse(text) as Record<string, unknown>;
    const entries = Object.entries(Object(fields) as object).filter(
      (each): each is [string, string] => typeof each[1] === 'string',
    );
    return {
      fields: Object.fromEntries(entries),
      text: typeof draft === 'string' ? draft : '',
      written: typeof written === 'string' ? written : '',
      isBehind: isBehind === true,
    };
  } catch {
    return { fields: {}, text: '', written: '', isBehind: false };
  }
}
