import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .use(remarkRehype)
  // Refused by the validator already; cleaned once more, because a page must be safe whatever was judged.
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames: ['p', 'ul', 'ol', 'li', 'em', 'strong', 'code', 'pre', 'a', 'blockquote', 'br'],
    protocols: { href: ['https'] },
  })
  .use(rehypeStringify);

/** Renders a little Markdown as HTML that holds nothing but text, lists, emphasis, code and https links. */
export function renderNotes(markdown: string): string {
  return String(processor.processSync(markdown));
}
