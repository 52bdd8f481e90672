import type { Mark } from '../matrix/mark.ts';
import { element } from './element.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The drawing and the word of a level, as pages have them. */
export function levelMark({ label, mark }: { readonly label: string; readonly mark: Mark }): HTMLElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('class', 'm');
  drawing.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#m-${mark}`);
  drawing.append(use);
  return element('span', { className: `lv m-${mark}` }, drawing, element('span', { className: 'word' }, label));
}
