import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { urlProblem } from '../model/url.ts';

/** What a text that might hold Markdown must contain before it is worth parsing for something forbidden. */
const SUSPICIOUS = /[<[\]!\\&]|:\/\//;

/** Why a piece of Markdown may not be published, as a sentence; undefined where it may. */
export function markdownProblem(text: string): string | undefined {
  if (!SUSPICIOUS.test(text)) return undefined;
  let problem: string | undefined;
  visit(fromMarkdown(text), (node) => {
    if (node.type === 'html') problem = `\`${node.value.slice(0, 40)}\` is HTML, which notes do not use.`;
    if (node.type === 'image' || node.type === 'imageReference')
      problem = 'A picture is included, which notes do not use.';
    if (node.type === 'link' || node.type === 'definition') {
      const wrong = urlProblem(node.url);
      if (wrong !== undefined) problem = `The link to \`${node.url.slice(0, 60)}\` ${wrong}.`;
    }
    return problem === undefined;
  });
  return problem;
}
