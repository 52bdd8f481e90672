import { QUERIES, type Query, type Variables } from './queries.ts';
import type { QueryStep } from './step.ts';

/** How many fields one request asks for: few enough to be answered in time, enough for a thousand in fifteen requests. */
const BATCH_SIZE = 80;

/** What the query takes of the budget. */
const RATE_LIMIT = 'rateLimit { cost }';

/** A GraphQL document, and what its variables stand for. */
export interface Batch {
  readonly document: string;
  readonly variables: Variables;
}

/** The name of a step’s field in the answer to its batch. */
export function aliasOf(index: number): string {
  return `q${index}`;
}

/** Puts steps into batches. A token that may not see teams fails the whole request that asks for one, so teams have their own. */
export function packSteps(steps: readonly QueryStep[], size: number = BATCH_SIZE): readonly (readonly QueryStep[])[] {
  const { teams = [], others = [] } = Object.groupBy(steps, ({ query }) => (query === 'team' ? 'teams' : 'others'));
  return [others, teams].flatMap((group) => deal(group, size));
}

/** Deals items out like cards: what takes long to answer, such as the history of a path, is not all in one batch. */
function deal<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, hand) => items.filter((_item, index) => index % count === hand));
}

/** Joins the fields of several steps into one document; each has its own name there, and its own variables. */
export function buildBatch(steps: readonly QueryStep[]): Batch {
  const fields = steps.map(({ query }, index) => fieldOf(query, aliasOf(index)));
  const declared = fields.map(({ variables }) => variables).join(', ');
  const asked = fields.map(({ field }) => field).join('\n');
  return {
    document: `query (${declared}) {\n${asked}\n${RATE_LIMIT}\n}`,
    variables: Object.fromEntries(
      steps.flatMap(({ variables }, index) =>
        Object.entries(variables).map(([name, value]) => [`${aliasOf(index)}_${name}`, value]),
      ),
    ),
  };
}

/** The one field of a query and the declarations of its variables, under names of their own. */
function fieldOf(query: Query, alias: string): { readonly variables: string; readonly field: string } {
  const [, variables = '', field = ''] = /^query \((.*?)\) \{(.*)\}$/s.exec(QUERIES[query]) ?? [];
  const rename = (text: string): string => text.replaceAll('$', `$${alias}_`);
  return { variables: rename(variables), field: `${alias}: ${rename(field).replace(/\s+/g, ' ').trim()}` };
}
