import { DAY_TO_WRITE } from '../matrix/need-lines.ts';
import { button, element } from './element.ts';

/** How long the button says that it has done its work, in milliseconds. */
const SAID = 2000;

/** Adds to a piece of code a button that copies it, with the day of the reader where a day is to be written. */
class CopyCode extends HTMLElement {
  connectedCallback(): void {
    const code = this.querySelector('code');
    // A page that came without encryption has no clipboard.
    if (code === null || this.querySelector('button') !== null || !('clipboard' in navigator)) return;
    const status = element('span', { className: 'sr', role: 'status' });
    const copy = button('Copy', () => void write(), { className: 'copy' });
    const say = (label: string): void => {
      copy.textContent = status.textContent = label;
      setTimeout(() => {
        copy.textContent = 'Copy';
        status.textContent = '';
      }, SAID);
    };
    const write = async (): Promise<void> => {
      // By Greenwich, as the checks of a pull request count: further east the day may still be to come.
      const today = new Date().toISOString().slice(0, 10);
      try {
        await navigator.clipboard.writeText(code.textContent.replaceAll(DAY_TO_WRITE, today));
        say('Copied');
      } catch {
        // The browser refused: the lines are marked, so that one key copies them.
        getSelection()?.selectAllChildren(code);
        say('Marked to copy');
      }
    };
    this.append(copy, status);
  }
}

customElements.define('copy-code', CopyCode);
