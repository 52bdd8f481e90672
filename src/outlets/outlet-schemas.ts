import { z } from 'zod';
import type { Matrix } from '../model/matrix.ts';
import { review } from '../model/review.ts';
import type { EditorSchema } from './editor-schemas.ts';
import { environmentOutlet, matrixOutlet } from './outlet-shape.ts';

/** The JSON Schemas of the JSON outlets and of a review: what a program that reads them may rely on. */
export function buildOutletSchemas({ links }: Matrix): readonly EditorSchema[] {
  return Object.entries({ 'matrix-outlet': matrixOutlet, 'environment-outlet': environmentOutlet, review }).map(
    ([name, schema]) => {
      // As for input: a key that a later version adds breaks no reader of this one.
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-07', io: 'input' });
      return {
        name,
        text: `${JSON.stringify({ $schema, $id: `${links.site}/schema/${name}.json`, ...rest }, null, 2)}\n`,
      };
    },
  );
}
