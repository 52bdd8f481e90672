import type { FindState } from '../matrix/find-state.ts';
import type { Piece } from '../matrix/find-words.ts';
import { button } from './element.ts';

/** How long nothing must change before it is announced, in milliseconds: nobody wants to hear every letter. */
const QUIET = 500;

/** Says what is shown; pieces can be taken away, or all of them at once, which leads to `everything`. */
export type Say = (pieces: readonly Piece[], everything: FindState) => void;

/** Says what is shown in a paragraph of buttons, and aloud when it stays. `go` leads to the state without a piece. */
export function takeSentence(said: HTMLElement, status: HTMLElement, go: (state: FindState) => void): Say {
  let timer: ReturnType<typeof setTimeout> | undefined;
  said.tabIndex = -1;
  const remove = (index: number, state: FindState): void => {
    go(state);
    // The button that had the focus is gone.
    const left = [...said.querySelectorAll('button')];
    (left[index] ?? left.at(-1) ?? said).focus();
  };
  return (pieces, everything) => {
    const sentence = pieces.map(({ text }) => text).join('');
    let count = 0;
    const parts = pieces.map(({ text, without }) => {
      if (without === undefined) return text;
      const index = count++;
      return button(text, () => remove(index, without), { className: 'chip', ariaLabel: `Remove ${text}` });
    });
    const clear = count < 2 ? [] : [' ', button('Clear all', () => remove(0, everything), { className: 'plain' })];
    said.replaceChildren(...parts, ...clear);
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = sentence;
    }, QUIET);
  };
}
