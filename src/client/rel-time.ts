/** Days that still read well as days; beyond, months and years say more. */
const DAYS_SHOWN = 120;

/** How long ago a day was, for a reader: “today”, “92 days ago”, “3 years ago”. `now` is a time in milliseconds. */
function formatAgo(day: string, now: number): string {
  const then = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(then)) return '';
  const days = Math.floor((now - then) / 86_400_000);
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(days) <= DAYS_SHOWN) return format.format(-days, 'day');
  return Math.abs(days) < 730
    ? format.format(-Math.round(days / 30.44), 'month')
    : format.format(-Math.round(days / 365.25), 'year');
}

/** Adds to a `<time>` how long ago it was: only the reader’s clock knows. */
class RelTime extends HTMLElement {
  connectedCallback(): void {
    const day = this.querySelector('time')?.dateTime ?? '';
    const ago = formatAgo(day, Date.now());
    if (ago === '' || this.querySelector('small') !== null) return;
    const note = document.createElement('small');
    note.textContent = `(${ago})`;
    this.append(' ', note);
  }
}

customElements.define('rel-time', RelTime);
