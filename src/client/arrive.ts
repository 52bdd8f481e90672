/**
 * Lets a page come in from top to bottom in several steps, each with some of its parts, so that none of them keeps a slow
 * processor busy for long. The last part is the last of the page: nothing is moved by what comes in above it.
 */
export function letArrive(steps: readonly (readonly HTMLElement[])[]): void {
  const waiting = [...steps];
  const show = (parts: readonly HTMLElement[], isShown: boolean): void => {
    for (const part of parts) part.hidden = !isShown;
  };
  const next = (): void => {
    show(waiting.shift() ?? [], true);
    // Laid out now, they cost the next step and the picture nothing.
    document.body.getBoundingClientRect();
    if (waiting.length > 0) setTimeout(next);
  };
  show(steps.flat(), false);
  addEventListener('beforeprint', () => show(waiting.splice(0).flat(), true), { once: true });
  setTimeout(next);
}
