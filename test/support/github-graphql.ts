import { addMocksToSchema } from '@graphql-tools/mock';
import { schema as published } from '@octokit/graphql-schema';
import type { DocumentNode, GraphQLError as Mistake, GraphQLSchema, IntrospectionQuery } from 'graphql';
import { checkLimits } from './github-graphql-limits.ts';
import { buildClientSchema, execute, GraphQLError, parse, validate } from './load-graphql.ts';

/** What GitHub answers to a GraphQL document: errors carry a type beside the fields of the standard. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly object[];
}

let schema: GraphQLSchema | undefined;

/** GitHub’s published schema. What the world does not say is made up, the same each time. */
function loadSchema(): GraphQLSchema {
  schema ??= addMocksToSchema({
    schema: buildClientSchema(published.json as unknown as IntrospectionQuery, { assumeValid: true }),
    mocks: {
      Int: () => 1,
      Float: () => 1,
      Boolean: () => false,
      ID: () => 'made-up',
      String: () => 'made up',
      DateTime: () => '2020-01-01T00:00:00Z',
      GitObjectID: () => '0'.repeat(40),
      URI: () => 'https://example.org/',
    },
  });
  return schema;
}

/** A document, held against GitHub’s schema; `wrong` is what GitHub would not accept. */
interface Checked {
  readonly document?: DocumentNode;
  readonly wrong: readonly string[];
}

/** Clients send the same few documents again and again. */
const known = new Map<string, Checked>();

function checkDocument(query: string): Checked {
  const checked = known.get(query) ?? parseDocument(query);
  known.set(query, checked);
  return checked;
}

function parseDocument(query: string): Checked {
  try {
    const document = parse(query);
    return { document, wrong: validate(loadSchema(), document).map(({ message }) => message) };
  } catch (error) {
    if (error instanceof GraphQLError) return { wrong: [error.message] };
    throw error;
  }
}

/** Runs a document over `root`, after holding it against GitHub’s schema. `wrong` is what GitHub would not accept. */
export async function answerGraphql(
  root: object,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly answer: GraphqlAnswer; readonly wrong: readonly string[] }> {
  const { document, wrong: mistakes } = checkDocument(query);
  const wrong = document && mistakes.length === 0 ? checkLimits(loadSchema(), document, variables) : mistakes;
  if (document === undefined || wrong.length > 0)
    return { answer: { errors: wrong.map((message) => ({ message })) }, wrong };
  const { data, errors = [] } = await execute({
    schema: loadSchema(),
    document,
    rootValue: root,
    variableValues: variables,
  });
  return {
    answer: { data, ...(errors.length > 0 && { errors: errors.map(toGithubError) }) },
    // What the world does not have is an error with a type; any other tells of a variable that does not fit.
    wrong: errors.filter(({ extensions }) => extensions.type === undefined).map(({ message }) => message),
  };
}

function toGithubError({ message, path, locations, extensions, cause }: Mistake): object {
  // A resolver that throws anything else is a mistake of the tests.
  if (cause !== undefined && !(cause instanceof GraphQLError)) throw cause as Error;
  return { type: extensions.type, path, locations, message };
}
