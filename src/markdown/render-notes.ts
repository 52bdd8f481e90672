import MarkdownIt from 'markdown-it';
import { urlProblem } from '../model/url.ts';

/** Ten times as fast as remark and rehype, which thousands of pages feel. It writes HTML of notes as the text it is. */
const renderer = new MarkdownIt('commonmark', { html: false, xhtmlOut: false }).disable([
  'image',
  'heading',
  'lheading',
  'hr',
]);

// Refused by the validator already; once more, because a page must be safe whatever was judged.
renderer.validateLink = (url) => urlProblem(url) === undefined;

/** Renders a little Markdown as HTML that holds nothing but text, lists, quotations, emphasis, code and https links. */
export function renderNotes(markdown: string): string {
  return renderer.render(markdown);
}
