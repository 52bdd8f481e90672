import { createRequire } from 'node:module';
import type * as graphql from 'graphql';

/** The `graphql` that its tools load: left to itself, Vitest takes another build of it, which does not know their schemas. */
export const {
  buildClientSchema,
  execute,
  getNamedType,
  GraphQLError,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} = createRequire(import.meta.url)('graphql') as typeof graphql;
