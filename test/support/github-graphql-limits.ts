import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql';
import { getNamedType, TypeInfo, visit, visitWithTypeInfo } from './load-graphql.ts';

/** As GitHub’s documentation says: a page holds up to 100 nodes, and one request may ask for up to 500,000. */
const MAX_PAGE = 100;
const MAX_NODES = 500_000;

/**
 * What GitHub would refuse although its schema allows it: a list without a size, a page that is too large, too many
 * nodes in all.
 */
export function checkLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): readonly string[] {
  const wrong: string[] = [];
  const types = new TypeInfo(schema);
  const sizes = [1];
  let nodes = 0;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(field) {
          const type = types.getType();
          const isList = type != null && getNamedType(type).name.endsWith('Connection');
          const size = isList ? pageSize(field, variables) : 1;
          if (!(size >= 1 && size <= MAX_PAGE))
            wrong.push(`\`${field.name.value}\` asks for ${size} nodes: \`first\` or \`last\` takes 1 to ${MAX_PAGE}`);
          sizes.push(sizes.at(-1)! * size);
          if (isList) nodes += sizes.at(-1)!;
        },
        leave() {
          sizes.pop();
        },
      },
    }),
  );
  if (nodes > MAX_NODES) wrong.push(`it asks for ${nodes} nodes, and ${MAX_NODES} is the most`);
  return wrong;
}

/** How many nodes a list is asked for; NaN where it does not say. */
function pageSize({ arguments: given = [] }: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const size = given.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
  if (size?.kind === 'Variable') return Number(variables[size.name.value]);
  return size?.kind === 'IntValue' ? Number(size.value) : NaN;
}
