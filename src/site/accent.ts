/** The style that carries the accent colour of the project; `astro.config.mjs` allows exactly this text in the content security policy. */
export function accentStyle(accent: string): string {
  return `:root{--accent:${accent}}`;
}
