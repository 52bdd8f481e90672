import { isScalar, type Node } from 'yaml';

/** Whether nothing stands where a value belongs. */
export function isBlank(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '');
}

/** A mapping key as text: the way it is written, so that `1` and `on` keep their form. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
