import MarkdownParser, { type MarkdownIt } from 'markdown-it';
import { urlProblem } from '../model/url.ts';

/**
 * A parser of the little Markdown that notes are written in: lists, quotations, emphasis, code and https links. All else
 * is the text it is. Ten times as fast as remark, which thousands of pages feel.
 */
export function createNotesParser(): MarkdownIt {
  const parser = new MarkdownParser('commonmark', { html: false, xhtmlOut: false }).disable([
    'image',
    'heading',
    'lheading',
    'hr',
  ]);
  // Refused by the validator already; once more, because what is published must be safe whatever was judged.
  parser.validateLink = (url) => urlProblem(url) === undefined;
  return parser;
}
