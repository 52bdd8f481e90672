/** The icon of the browser tab, in the accent colour of a project. */
export function formatIcon(accent: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M2 2h4v4H2zm6 0h4v4H8zm6 0h4v4h-4zM2 8h4v4H2zm6 0h4v4H8zM2 14h4v4H2z" fill="${accent}"/><path d="M14.6 8.6h2.8v2.8h-2.8zm-6 6h2.8v2.8H8.6zm6 0h2.8v2.8h-2.8z" fill="none" stroke="${accent}" stroke-width="1.2"/></svg>\n`;
}
