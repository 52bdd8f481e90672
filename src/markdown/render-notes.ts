import { createNotesParser } from './parse-notes.ts';

const renderer = createNotesParser();

/** Renders a little Markdown as HTML that holds nothing but text, lists, quotations, emphasis, code and https links. */
export function renderNotes(markdown: string): string {
  return renderer.render(markdown);
}
