import { z } from 'zod';
import { EVIDENCE_KINDS } from '../model/evidence.ts';
import { COLUMN_ANSWERS } from '../model/level.ts';
import { LIFECYCLES } from '../model/lifecycle.ts';
import { PROVIDER_ROLES } from '../model/provider.ts';
import { STAGE_STATUSES } from '../model/stage.ts';

/** A text with the sentence that the schema shows for it. */
export const text = (description: string) => z.string().meta({ description });

/** A day, `YYYY-MM-DD`. */
export const day = (description: string) => z.string().meta({ description, format: 'date' });

/** An absolute address. */
export const address = (description: string) => z.url().meta({ description });

const texts = (description: string) => z.array(z.string()).meta({ description });

const maintainers = (description: string) =>
  z
    .array(
      z.object({
        name: text('A handle, `@user` or `@organization/team`, or the name of a vendor or project.'),
        url: address('Where they are met.'),
      }),
    )
    .meta({ description });

const evidence = z
  .object({
    kind: z.enum(EVIDENCE_KINDS).meta({ description: 'What the evidence is.' }),
    label: text('Where to look, in a few words.'),
    url: address('Where to look.'),
    summary: text('What it shows.').optional(),
    seen: day('The day it was last seen, by somebody or by sync.'),
    commit: text('The commit at which it was seen.').optional(),
    release: text('The release it was seen with.').optional(),
    since: text('The first release it is true for.').optional(),
    architectures: texts('The architectures it covers; all where left out.').optional(),
    disputed: z
      .object({
        on: day('The day the doubt was raised.'),
        reason: text('The doubt.'),
        url: address('Where it was written down.'),
      })
      .meta({ description: 'A doubt; disputed evidence backs nothing.' })
      .optional(),
    gone: text('What of it is gone, as a sentence; what is gone backs nothing.').optional(),
  })
  .meta({ id: 'evidence', description: 'Something that backs a claim.' });

const caveats = z
  .array(
    z
      .object({
        summary: text('What does not work.'),
        url: address('The issue that tracks it, or the page that states it.').optional(),
        reviewBy: day('The day to look again.').optional(),
        architectures: texts('The architectures that have it; all where left out.').optional(),
        affects: z
          .object({
            from: text('The first release that has it.').optional(),
            before: text('The first release that no longer has it.').optional(),
          })
          .meta({ description: 'The releases that have it; all where left out.' })
          .optional(),
      })
      .meta({ id: 'caveat', description: 'A known limit.' }),
  )
  .meta({ description: 'The known limits.' });

/** What environments and providers have in common. */
const common = {
  id: text('The permanent id.'),
  name: text('The name.'),
  url: address('The page.'),
  aliases: texts('Other names.'),
  lifecycle: z.enum(LIFECYCLES).meta({ description: 'Whether it is still alive.' }),
  since: day('The day it was deprecated or retired.').optional(),
  reason: text('Why it was deprecated or retired.').optional(),
  replacedBy: text('The id of the entry to use instead.').optional(),
  documentation: address('The page that tells how.').optional(),
  maintainers: maintainers('Who answers for it; empty where nobody does.'),
  caveats,
  notes: text('What else an operator should know, in a little Markdown.').optional(),
};

const standing = {
  level: text('What the entry is worth today: the claim, or what the evidence supports where that is less.'),
  claimed: text('The level that the entry claims.'),
  supported: text('The best level whose policy the evidence meets.'),
};

const column = (description: string) => z.enum(COLUMN_ANSWERS).meta({ description });

/** One environment. */
export const outletEnvironment = z
  .object({
    ...common,
    category: text('The id of its category.'),
    vendor: text('The organisation behind it.').optional(),
    homepage: address('Its own page.').optional(),
    ...standing,
    columns: z
      .object({
        works: column('Whether the product works there.'),
        tested: column('Whether automated tests run there.'),
        full: column('Whether every feature works there.'),
      })
      .meta({ description: 'The three columns that readers know.' }),
    architectures: z
      .record(z.string(), z.object(standing))
      .meta({ description: 'The levels by architecture, where the entry tells them apart.' }),
    images: texts('The image formats that are made for it.'),
    evidence: z.array(evidence).meta({ description: 'What backs the claim.' }),
    seen: day('The day that evidence which counts was last seen.').optional(),
    age: z.int().meta({ description: 'The days from then to `asOf`.' }).optional(),
    history: z
      .array(
        z.object({
          on: day('The day of the change.'),
          level: text('The level from that day on.'),
          reason: text('Why it changed.'),
          source: address('What shows the change.').optional(),
        }),
      )
      .meta({ description: 'The level changes, oldest first.' }),
    providers: texts('The ids of the Cluster API providers that serve it.'),
  })
  .meta({ id: 'environment', description: 'A place the product runs.' });

/** One Cluster API provider. */
export const outletProvider = z
  .object({
    ...common,
    acronym: text('The short name people use.'),
    role: z.enum(PROVIDER_ROLES).meta({ description: 'What it does in Cluster API.' }),
    repository: text('Where it is developed, `owner/name`.'),
    environments: texts('The ids of the environments it makes clusters in.'),
    stages: z
      .record(
        z.string(),
        z.object({
          status: z.enum(STAGE_STATUSES).meta({ description: 'How far it is.' }),
          summary: text('What there is, or what is missing.').optional(),
          since: text('The first release of the provider that has it.').optional(),
          evidence: z.array(evidence).meta({ description: 'What backs the status.' }),
        }),
      )
      .meta({ description: 'How far it is at each stage that concerns its role.' }),
  })
  .meta({ id: 'provider', description: 'A Cluster API provider.' });

export type OutletEnvironment = z.output<typeof outletEnvironment>;
export type OutletProvider = z.output<typeof outletProvider>;
export type OutletEvidence = z.output<typeof evidence>;
export type OutletCaveat = z.output<typeof caveats>[number];
