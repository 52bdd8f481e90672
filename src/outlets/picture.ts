import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type Font } from 'satori';
import { type Mark, MARK_COLOURS } from '../matrix/mark.ts';
import { formatShape } from '../matrix/mark-shapes.ts';
import { PICTURE_SIZE } from './picture-size.ts';

/** What a preview of a page says: whose matrix it is, what the page is about, and the answer. */
export interface Picture {
  readonly project: string;
  /** The accent colour, `#rrggbb`. */
  readonly accent: string;
  readonly title: string;
  /** What stands in front of the answer, such as the product. */
  readonly lead: string;
  readonly answer?: { readonly mark: Mark; readonly label: string } | undefined;
  /** Small facts below: architectures with the mark of each, or plain words. */
  readonly facts: readonly { readonly label: string; readonly mark?: Mark | undefined }[];
}

/** What drawing needs from packages: the letters, each a WOFF file, and the program that turns SVG into pixels. */
export interface PictureAssets {
  readonly fonts: readonly { readonly name: string; readonly weight: 400 | 600; readonly data: Uint8Array }[];
  readonly renderer: Uint8Array;
}

/** Draws a picture as PNG; the same picture gives the same bytes. */
export type Painter = (picture: Picture) => Promise<Uint8Array>;

interface Box {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
}

const INK = '#13201f';
const QUIET = '#415150';

/** Prepares drawing. The renderer is started once a process, whoever asks. */
export async function createPainter({ fonts, renderer }: PictureAssets): Promise<Painter> {
  await (started ??= initWasm(renderer));
  const letters: Font[] = fonts.map((font) => ({ ...font, style: 'normal', data: font.data as Buffer }));
  // A letter is looked for in one family after the other, but not in two files of one family.
  const fontFamily = [...new Set(fonts.map(({ name }) => name))].join(', ');
  return async (picture) => {
    const svg = await satori(layOut(picture, fontFamily) as Parameters<typeof satori>[0], {
      ...PICTURE_SIZE,
      fonts: letters,
    });
    const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
    try {
      return drawing.render().asPng();
    } finally {
      drawing.free();
    }
  };
}

let started: Promise<void> | undefined;

function layOut({ project, accent, title, lead, answer, facts }: Picture, fontFamily: string): Box {
  return box({ fontFamily, flexDirection: 'column', width: '100%', height: '100%', background: '#fff', color: INK }, [
    box({ height: 18, width: '100%', background: accent }),
    box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'space-between', padding: '60px 72px 64px' }, [
      text({ fontSize: 32, color: QUIET }, project),
      box({ flexDirection: 'column' }, [
        text({ fontSize: 36, color: QUIET, marginBottom: 12 }, lead),
        text({ fontSize: titleSize(title), fontWeight: 600, lineHeight: 1.12, letterSpacing: '-0.02em' }, title),
      ]),
      box({ alignItems: 'center', flexWrap: 'wrap', minHeight: 64 }, [
        ...(answer === undefined ? [] : [marked(answer.mark, 60, answer.label, 52, 600)]),
        ...facts.map(({ label, mark }) => marked(mark, 34, label, 36, 400)),
      ]),
    ]),
  ]);
}

/** Long names in smaller letters, so that they stay on two lines. */
function titleSize(title: string): number {
  return title.length <= 18 ? 104 : title.length <= 32 ? 80 : 60;
}

function marked(mark: Mark | undefined, size: number, label: string, fontSize: number, fontWeight: number): Box {
  return box({ alignItems: 'center', marginRight: 48 }, [
    ...(mark === undefined ? [] : [shape(mark, size)]),
    text({ fontSize, fontWeight }, label),
  ]);
}

function shape(mark: Mark, size: number): Box {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${size}" height="${size}">${formatShape(mark, MARK_COLOURS.light[mark])}</svg>`;
  const src = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  return { type: 'img', props: { src, width: size, height: size, style: { marginRight: size * 0.3 } } };
}

function box(style: Readonly<Record<string, unknown>>, children: readonly Box[] = []): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function text(style: Readonly<Record<string, unknown>>, words: string): Box {
  return { type: 'div', props: { style: { display: 'flex', flexShrink: 1, ...style }, children: words } };
}
