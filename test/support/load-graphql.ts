import { createRequire } from 'node:module';
import type * as graphql from 'graphql';

const require = createRequire(import.meta.url);

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
} = require('graphql') as typeof graphql;
