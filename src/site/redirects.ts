/**
 * The page at an address that an entry no longer has: it leads on by itself and by its link. It is as small as it can
 * be, because entries have more old addresses than new ones. `to` is a path of the site, made of ids.
 */
export function renderRedirect(to: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Moved</title><meta name="robots" content="noindex"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="content-security-policy" content="default-src 'none'"><meta http-equiv="refresh" content="0; url=${to}"></head><body><main><h1>Moved</h1><p>It is at <a href="${to}">${to}</a> now.</p></main></body></html>\n`;
}
