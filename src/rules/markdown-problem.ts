import { fromMarkdown } from 'mdast-util-from-markdown';
import { urlProblem } from '../model/url.ts';

type Tree = ReturnType<typeof fromMarkdown>;
type AnyNode = Tree | Tree['children'][number];

/** What a text that might hold Markdown must contain before it is worth parsing for something forbidden. */
const SUSPICIOUS = /[<[\]!\\&]|:\/\/|[>*+-][ \t]*[>*+-]|\d[.)][ \t]+[>*+\d-]|(?:[*_][^*_]*){24}/;

/** Deepest nesting of Markdown, words and paragraphs counted: two or three lists in each other, far from what would end a build. */
const MAX_DEPTH = 12;

/** Why a piece of Markdown may not be published, as a sentence; undefined where it may. */
export function markdownProblem(text: string): string | undefined {
  if (!SUSPICIOUS.test(text)) return undefined;
  const waiting: { readonly node: AnyNode; readonly depth: number }[] = [{ node: fromMarkdown(text), depth: 0 }];
  // Without recursion, because the text decides how deep it goes.
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { node, depth } = visit;
    const problem = depth > MAX_DEPTH ? 'Lists or quotations are nested too deep.' : nodeProblem(node);
    if (problem !== undefined) return problem;
    if ('children' in node)
      waiting.push(...node.children.toReversed().map((child) => ({ node: child, depth: depth + 1 })));
  }
  return undefined;
}

function nodeProblem(node: AnyNode): string | undefined {
  if (node.type === 'html') return `\`${node.value.slice(0, 40)}\` is HTML, which notes do not use.`;
  if (node.type === 'image' || node.type === 'imageReference') return 'A picture is included, which notes do not use.';
  if (node.type !== 'link' && node.type !== 'definition') return undefined;
  const wrong = urlProblem(node.url);
  return wrong === undefined ? undefined : `The link to \`${node.url.slice(0, 60)}\` ${wrong}.`;
}
