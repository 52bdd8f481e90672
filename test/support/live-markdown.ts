import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** HTML that a comment may hold: what the program itself writes. */
const OWN_HTML =
  /^(?:<!-- interop-matrix-review -->|<details><summary>[\w ()]+<\/summary>|<\/details>|<\/?sub>|<\/?span>)$/;

/** Where links of a comment may lead. */
const OWN_LINK =
  /^https:\/\/(?:github\.com\/acme\/matrix\/blob\/[0-9a-f]{40}\/[\w./-]+(?:#L\d+)?|acme\.example\.org\/matrix\/rules\/[a-z-]+\/)$/;

/** What GitHub makes something of in plain words: mentions, issues, commits, emoji, addresses, formulas. */
const ACTIVE = [
  /(?:^|\W)@[a-z0-9]/i,
  /#\d/,
  /\bGH-\d/i,
  /\b[0-9a-f]{7,40}\b/i,
  /:[a-z0-9_+-]+:/i,
  /[a-z]:\/\//i,
  /www\./i,
];

/** Everything in a comment that does something, and that the program did not write itself; as a text for each. */
export function findLive(markdown: string): readonly string[] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const found: string[] = [];
  const visit = (node: Nodes, parents: readonly Nodes[]): void => {
    if (node.type === 'html') found.push(...node.value.split('\n').filter((each) => !OWN_HTML.test(each)));
    if (node.type === 'link' && !OWN_LINK.test(node.url)) found.push(`link to ${node.url}`);
    if (
      [
        'image',
        'imageReference',
        'linkReference',
        'definition',
        'footnoteReference',
        'footnoteDefinition',
        'blockquote',
        'thematicBreak',
      ].includes(node.type)
    )
      found.push(node.type);
    if (node.type === 'text') {
      found.push(...ACTIVE.filter((form) => form.test(node.value)).map((form) => `${form.source} in ${node.value}`));
      const isAlone = node.value === '$' && parents.length > 0;
      if (node.value.includes('$') && !isAlone) found.push(`formula in ${node.value}`);
    }
    if ('children' in node) for (const child of node.children) visit(child, [...parents, node]);
  };
  visit(tree, []);
  return found;
}
