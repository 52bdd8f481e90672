/**
 * Whether a name fits a form in which `*` stands for any characters. Each part takes the first place where it is found,
 * so the time does not grow with the number of stars.
 */
export function fitsWildcard(name: string, form: string): boolean {
  const [first = '', ...parts] = form.split('*');
  const last = parts.pop();
  if (last === undefined) return name === form;
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
  const middle = name.slice(first.length, name.length - last.length);
  let from = 0;
  for (const part of parts) {
    const found = middle.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return true;
}
