import { z } from 'zod';
import { caveatSchema } from './caveat.ts';
import { evidenceSchema } from './evidence.ts';
import { checkOrder, historySchema } from './history.ts';
import { checkLifecycle, LIFECYCLE_CONDITIONS, lifecycleShape } from './lifecycle.ts';
import { maintainers } from './maintainer.ts';
import { addFailure } from './rule-check.ts';
import { markdown, name } from './text.ts';
import { url } from './url.ts';
import { definedWord, mapOf, type Vocabulary, wordOf } from './vocabulary.ts';

/** What an entry may be looking for besides what it has. */
const SEEKING = ['maintainer', 'co-maintainer', 'help'] as const;

/** A place the product runs: one file, one row. Its id is the file name, its category the folder. */
export function environmentSchema(vocabulary: Vocabulary) {
  const level = wordOf(vocabulary.levels);
  return z
    .strictObject({
      name: name.meta({ description: 'The name, spelled as its owner spells it.' }),
      vendor: name.optional().meta({ description: 'The organisation behind it.' }),
      homepage: url.optional().meta({ description: 'Its own page.' }),
      aliases: z.array(name).default([]).meta({
        description: 'What people may search for, and ids that this file had before: their addresses keep working.',
      }),
      level: level.meta({
        description:
          'The claim: how well the product runs here. With several architectures, the level of the best one.',
      }),
      architectures: mapOf(vocabulary.architectures, level.meta({ description: 'The claim for this architecture.' }))
        .default({})
        .meta({ description: 'The claim per architecture, where it is known.' }),
      ...lifecycleShape,
      maintainers,
      seeking: definedWord(SEEKING, 'What the entry looks for.', {
        maintainer: 'Somebody who answers for it; `maintainers: []` says so already.',
        'co-maintainer': 'Somebody who joins the maintainers it has.',
        help: 'Somebody who tries it, tests it or writes about it.',
      }).optional(),
      documentation: url.optional().meta({ description: 'The page that tells how to run there.' }),
      images: z
        .array(name)
        .default([])
        .meta({ description: 'The image formats that are made for it, as the product’s build names them.' }),
      evidence: z
        .array(evidenceSchema(vocabulary))
        .default([])
        .meta({ description: 'What backs the claim, strongest first.' }),
      caveats: z.array(caveatSchema(vocabulary)).default([]).meta({ description: 'The known limits.' }),
      notes: markdown.optional().meta({ description: 'What else an operator should know, in a little Markdown.' }),
      history: historySchema(vocabulary),
    })
    .superRefine(checkLifecycle)
    .superRefine((environment, context) => checkOrder(environment.history, context))
    .superRefine((environment, context) => checkArchitectures(environment, vocabulary.levels, context))
    .meta({ title: 'Environment', description: 'A place the product runs.', ...LIFECYCLE_CONDITIONS });
}

export type Environment = Readonly<z.output<ReturnType<typeof environmentSchema>>>;

/** The level of the whole is that of its best architecture. */
function checkArchitectures(
  environment: { level: string; architectures: Readonly<Record<string, string>> },
  levels: readonly string[],
  context: z.RefinementCtx,
): void {
  const claims = Object.entries(environment.architectures);
  if (claims.length === 0 || levels.length === 0) return;
  const [architecture, best] = claims.reduce((left, right) =>
    levels.indexOf(right[1]) < levels.indexOf(left[1]) ? right : left,
  );
  if (best === environment.level) return;
  addFailure(
    context,
    ['level'],
    `is \`${environment.level}\`, but the best architecture, ${architecture}, is \`${best}\``,
    {
      rule: 'architecture-level',
      expected: [best],
      fix: `level: ${best}`,
    },
  );
}
