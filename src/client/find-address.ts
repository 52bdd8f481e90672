/** How long the address waits for the end of typing, in milliseconds: browsers allow few changes in a short time. */
const PAUSE = 250;

/** Keeps the address of the page up with what is shown. */
export interface FindAddress {
  /** A new entry in the history: the way back leads to what was before. */
  readonly push: (search: string) => void;
  /** The same entry with another address, soon. */
  readonly replace: (search: string) => void;
}

/** Takes over the part of the address that follows the `?`; `onMoved` is told where somebody goes back or forward to. */
export function takeAddress(onMoved: (search: string) => void): FindAddress {
  let waiting: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    waiting?.();
    waiting = undefined;
  };
  const urlOf = (search: string): string => `${location.pathname}${search}`;
  addEventListener('popstate', () => {
    waiting = undefined;
    onMoved(location.search);
  });
  addEventListener('pagehide', settle);
  return {
    push: (search) => {
      settle();
      if (search !== location.search) history.pushState(null, '', urlOf(search));
    },
    replace: (search) => {
      clearTimeout(timer);
      waiting = () => history.replaceState(null, '', urlOf(search));
      timer = setTimeout(settle, PAUSE);
    },
  };
}
