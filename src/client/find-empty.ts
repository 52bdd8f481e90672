import type { Widening } from '../matrix/find.ts';
import type { FindState } from '../matrix/find-state.ts';
import { button, element } from './element.ts';

/** Says that nothing is found, what to take away, and where to add what is missing. */
export function showEmpty(
  place: HTMLElement,
  widenings: readonly Widening[],
  add: string,
  go: (state: FindState) => void,
): void {
  const ways = widenings.map(({ label, count, state }) =>
    element(
      'li',
      {},
      button(label, () => go(state), { className: 'button' }),
      ` ${count === 1 ? 'shows one' : `shows ${count}`}`,
    ),
  );
  place.replaceChildren(
    element('p', {}, element('strong', {}, 'No environment fits all of this.')),
    element('ul', { className: 'buttons' }, ...ways),
    element('p', {}, 'Is one missing? ', element('a', { href: add }, 'Add the environment'), '.'),
  );
}
