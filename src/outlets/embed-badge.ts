/** A badge where somebody else shows it: the picture leads to the page. */
export interface Embedding {
  readonly image: string;
  readonly page: string;
  /** What the picture is about, for those who do not see it. The level is left to the picture: it changes. */
  readonly label: string;
}

/** A badge to put into a Markdown document. */
export function embedInMarkdown({ image, page, label }: Embedding): string {
  return `[![${label.replace(/[\\[\]]/g, '\\$&')}](${image})](${page})`;
}

/** A badge to put into a page. */
export function embedInHtml({ image, page, label }: Embedding): string {
  const alt = label.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<a href="${page}"><img src="${image}" alt="${alt}"></a>`;
}
