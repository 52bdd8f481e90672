/** How many pieces come into the page at a time while it loads: a slow processor lays out no more without a pause. */
const AT_ONCE = 16;

/**
 * Lets pieces of a page come in from top to bottom in several steps, so that none of them keeps the browser busy for
 * long. The last piece is the last of the page, so that nothing is moved by those that come before it.
 */
export function letArrive(pieces: readonly HTMLElement[]): void {
  const waiting = [...pieces];
  const bringIn = (count: number): void => {
    for (const piece of waiting.splice(0, count)) piece.hidden = false;
  };
  const step = (): void => {
    bringIn(AT_ONCE);
    // Laid out now, they cost the next step and the picture nothing.
    document.body.getBoundingClientRect();
    if (waiting.length > 0) setTimeout(step);
  };
  for (const piece of pieces) piece.hidden = true;
  addEventListener('beforeprint', () => bringIn(Infinity), { once: true });
  setTimeout(step);
}
