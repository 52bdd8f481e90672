import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseDataset } from '../../src/dataset/parse-dataset.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { readPictureAssets } from '../../src/io/read-picture-assets.ts';
import { createPainter } from '../../src/outlets/picture.ts';
import { environmentPicture, listPictures, PROJECT_PICTURE, providerPicture } from '../../src/outlets/pictures.ts';
import { ACME, ENVIRONMENT, ROOT } from '../support/acme-data.ts';

/** The dataset of the invented project, with its environment under several names. */
function datasetOf(names: readonly string[]): Dataset {
  const environments = names.map((name, index) => ({
    path: `environments/cloud/acme-${index}.yaml`,
    content: ENVIRONMENT.replace('Acme Cloud', JSON.stringify(name)),
  }));
  const rest = ACME.filter(({ path }) => !path.startsWith('environments/'));
  return parseDataset([...rest, ...environments], ROOT).dataset!;
}

const paint = await createPainter(readPictureAssets());

describe('drawing', () => {
  const [project] = listPictures(datasetOf(['Acme']));

  test('gives a PNG of the size that pages state, the same bytes each time', async () => {
    const [first, second] = [await paint(project!.picture), await paint(project!.picture)];
    const png = Buffer.from(first);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(Buffer.compare(png, Buffer.from(second))).toBe(0);
  });

  test('shows the words: another title is another picture, and no title is an emptier one', async () => {
    const ink = async (title: string): Promise<number> => {
      const png = Buffer.from(await paint({ ...project!.picture, title }));
      const data: Buffer[] = [];
      for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
        if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
          data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
      return inflateSync(Buffer.concat(data)).filter((byte) => byte !== 0).length;
    };
    const [none, few, many] = [await ink(''), await ink('Il'), await ink('Łódź Ñandú Ελλάς Якутск')];
    expect(few).toBeGreaterThan(none);
    expect(many).toBeGreaterThan(few * 1.02);
  });
});

describe('which pictures there are', () => {
  test('every environment and provider has its own, and the project one', () => {
    const dataset = datasetOf(['One', 'Two']);
    const expected = [
      PROJECT_PICTURE,
      ...dataset.environments.map((entry) => environmentPicture(entry, dataset)),
      ...dataset.providers.map((entry) => providerPicture(entry, dataset)),
    ];
    expect(listPictures(dataset).map(({ path }) => path)).toEqual(expected);
    expect(new Set(expected).size).toBe(4);
  });

  test('a name that the letters at hand cannot write is replaced by the id', () => {
    const titles = listPictures(datasetOf(['阿里云', 'Łódź · Ελλάς (1 + 2)', 'Cloud 🚀'])).map(
      ({ picture }) => picture.title,
    );
    expect(titles.slice(1, 4)).toEqual(['acme-0', 'Łódź · Ελλάς (1 + 2)', 'acme-2']);
  });

  test('in a large matrix the entries at one level share one', () => {
    const dataset = datasetOf(Array.from({ length: 301 }, (_, index) => `Acme ${index}`));
    const paths = new Set(listPictures(dataset).map(({ path }) => path));
    expect(paths.size).toBe(1 + dataset.matrix.value.levels.length);
    expect(environmentPicture(dataset.environments[7]!, dataset)).toBe('pictures/levels/tested.png');
    expect(paths).toContain('pictures/levels/tested.png');
    expect(paths).toContain(providerPicture(dataset.providers[0]!, dataset));
  });
});
