import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { urlProblem } from '../model/url.ts';

/** Reads what pages show of notes, but takes for a link, a picture or HTML what pages only show as text. */
const parser = new MarkdownIt('commonmark');
parser.validateLink = () => true;
parser.normalizeLink = (url) => url;

/** Deepest nesting of Markdown, words and paragraphs counted: two or three lists in each other, far from what would end a build. */
const MAX_DEPTH = 12;

/** Why a piece of Markdown may not be published, as a sentence; undefined where it may. */
export function markdownProblem(text: string): string | undefined {
  const found: Env = {};
  for (const block of parser.parse(text, found)) {
    for (const token of [block, ...(block.children ?? [])]) {
      const depth = 1 + (token === block ? 0 : block.level) + token.level;
      const problem = depth > MAX_DEPTH ? 'Lists or quotations are nested too deep.' : tokenProblem(token);
      if (problem !== undefined) return problem;
    }
  }
  // Those that no text refers to, too.
  return Object.values(found.references ?? {}).flatMap(({ href }) => linkProblem(href) ?? [])[0];
}

function tokenProblem(token: Token): string | undefined {
  if (token.type === 'html_block' || token.type === 'html_inline')
    return `\`${token.content.trimEnd().slice(0, 40)}\` is HTML, which notes do not use.`;
  if (token.type === 'image') return 'A picture is included, which notes do not use.';
  return token.type === 'link_open' ? linkProblem(String(token.attrGet('href'))) : undefined;
}

function linkProblem(url: string): string | undefined {
  const wrong = urlProblem(url);
  return wrong === undefined ? undefined : `The link to \`${url.slice(0, 60)}\` ${wrong}.`;
}
