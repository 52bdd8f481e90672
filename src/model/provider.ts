import { z } from 'zod';
import { caveatSchema } from './caveat.ts';
import { date } from './date.ts';
import { evidenceSchema } from './evidence.ts';
import { checkOrder } from './history.ts';
import { id } from './id.ts';
import { checkLifecycle, LIFECYCLE_CONDITIONS, lifecycleShape } from './lifecycle.ts';
import { maintainers } from './maintainer.ts';
import { repository } from './reference.ts';
import { release } from './release.ts';
import { stageStatus } from './stage.ts';
import { markdown, name, sentence } from './text.ts';
import { url } from './url.ts';
import { definedWord, mapOf, type Vocabulary, wordOf } from './vocabulary.ts';

/** What a provider does in Cluster API. */
export const PROVIDER_ROLES = ['infrastructure', 'bootstrap', 'control-plane'] as const;

const selection = z
  .strictObject({
    field: name.meta({ description: 'The field that names the image, as it is spelled in the manifest.' }),
    example: z
      .string()
      .min(1)
      .max(600)
      .optional()
      .meta({ description: 'A piece of manifest that chooses the product.' }),
    note: sentence.optional().meta({ description: 'What to know about it.' }),
  })
  .meta({
    description: 'How the operating system of a node is chosen with this provider; there is no common standard.',
  });

const latest = z
  .strictObject({
    release: release.meta({ description: 'The newest release.' }),
    on: date.meta({ description: 'The day it was released.' }),
  })
  .meta({ description: 'The newest release of the provider, as last seen.' });

/** A Cluster API provider and how far it is at each stage of the pipeline. */
export function providerSchema(vocabulary: Vocabulary) {
  const stageOf = z
    .strictObject({
      status: stageStatus,
      summary: sentence.optional().meta({ description: 'What there is, or what is missing.' }),
      since: release.optional().meta({ description: 'The first release of the provider that has it.' }),
      evidence: z.array(evidenceSchema(vocabulary)).default([]).meta({ description: 'What backs the status.' }),
    })
    .meta({ description: 'How far the provider is at this stage, and how we know.' });
  const change = z.strictObject({
    on: date.meta({ description: 'The day of the change.' }),
    stage: wordOf(vocabulary.stages).optional().meta({ description: 'The stage it concerns, where it concerns one.' }),
    reason: sentence.meta({ description: 'What changed, and why.' }),
    source: url.optional().meta({ description: 'The commit, pull request or page that shows it.' }),
  });
  return z
    .strictObject({
      name: name.meta({ description: 'The full name, as the project writes it.' }),
      acronym: name.meta({ description: 'The short name people use.' }),
      aliases: z.array(name).default([]).meta({ description: 'Other names, and ids that this file had before.' }),
      role: definedWord(PROVIDER_ROLES, 'What it does in Cluster API.', {
        infrastructure: 'It makes the machines and networks of a cluster.',
        bootstrap: 'It writes what turns a machine into a node.',
        'control-plane': 'It runs the control plane of a cluster.',
      }),
      repository: repository.meta({ description: 'Where it is developed, `owner/name`.' }),
      documentation: url.optional().meta({ description: 'Its page about the product, or its own documentation.' }),
      ...lifecycleShape,
      maintainers: maintainers.optional(),
      environments: z
        .array(id)
        .default([])
        .meta({ description: 'The ids of the environments it makes clusters in: their file names without `.yaml`.' }),
      latest: latest.optional(),
      apiVersions: z
        .array(name)
        .default([])
        .meta({ description: 'The versions of its own API that are served, as in `v1beta2`.' }),
      contract: name
        .optional()
        .meta({ description: 'The version of the Cluster API contract it follows, as in `v1beta2`.' }),
      selection: selection.optional(),
      stages: mapOf(vocabulary.stages, stageOf).meta({
        description: 'How far it is at each stage that concerns its role.',
      }),
      caveats: z.array(caveatSchema(vocabulary)).default([]).meta({ description: 'The known limits.' }),
      notes: markdown.optional().meta({ description: 'What else an operator should know, in a little Markdown.' }),
      history: z.array(change).default([]).meta({ description: 'The dated changes, oldest first.' }),
    })
    .superRefine(checkLifecycle)
    .superRefine((provider, context) => checkOrder(provider.history, context))
    .meta({ title: 'Provider', description: 'A Cluster API provider.', ...LIFECYCLE_CONDITIONS });
}

export type Provider = Readonly<z.output<ReturnType<typeof providerSchema>>>;
export type StageState = NonNullable<Provider['stages'][string]>;
export type ProviderRole = (typeof PROVIDER_ROLES)[number];
