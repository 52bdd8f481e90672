import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The alphabets that names may be written in; the first is asked first for a letter. */
const ALPHABETS = ['latin', 'latin-ext', 'cyrillic', 'greek'];

/** Reads what drawing pictures needs from the packages that bring it. Throws where one is not installed. */
export function readPictureAssets(): {
  readonly fonts: readonly { readonly name: string; readonly weight: 400 | 600; readonly data: Uint8Array }[];
  readonly renderer: Uint8Array;
} {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string): Uint8Array => readFileSync(resolve(name));
  return {
    fonts: ALPHABETS.flatMap((alphabet) =>
      ([400, 600] as const).map((weight) => ({
        name: alphabet,
        weight,
        data: read(`@fontsource/inter/files/inter-${alphabet}-${weight}-normal.woff`),
      })),
    ),
    renderer: read('@resvg/resvg-wasm/index_bg.wasm'),
  };
}
