// Functions that run in a page, before anything of the page itself does.

/** Keeps the longest task of the page, in milliseconds, and how far its parts jumped, as `loaded`. */
export function watchLoad(): void {
  const loaded = { task: 0, shift: 0 };
  Object.assign(globalThis, { loaded });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) loaded.task = Math.max(loaded.task, duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) loaded.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Offers `settle`, which waits until the page does not change any more, and gives the milliseconds from the last key or
 * click to the picture that shows its last consequence.
 */
export function watchPaint(): void {
  /** How long nothing must change, in milliseconds. */
  const QUIET = 150;
  let start = 0;
  let end = 0;
  let waiting = 0;
  const notePicture = (): void => {
    waiting += 1;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // A message that is sent while a picture is made arrives when it is made.
      port1.onmessage = () => {
        waiting -= 1;
        end = performance.now();
      };
      port2.postMessage(undefined);
    });
  };
  for (const type of ['keydown', 'click'])
    addEventListener(
      type,
      ({ timeStamp }) => {
        start = timeStamp;
        notePicture();
      },
      { capture: true },
    );
  new MutationObserver(notePicture).observe(document, { subtree: true, childList: true });
  const settle = (): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (waiting === 0 && performance.now() - Math.max(start, end) > QUIET) resolve(end - start);
        else setTimeout(look, 20);
      };
      look();
    });
  Object.assign(globalThis, { settle });
}
