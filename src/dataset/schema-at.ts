import type { z } from 'zod';

type AnySchema = z.core.$ZodType;

/** The keys that a mapping may have at a path of the data; empty where the schema says nothing about keys. */
export function keysAt(schema: AnySchema, path: readonly PropertyKey[]): readonly string[] {
  const found = schemasAt(schema, path);
  return found.flatMap((each) => (isObject(each) ? Object.keys(each._zod.def.shape) : []));
}

/** The kinds of value that a schema takes at a path: a word for each, as an author would say it. */
export function kindsAt(schema: AnySchema, path: readonly PropertyKey[]): readonly string[] {
  return schemasAt(schema, path).map((each) => each._zod.def.type);
}

function schemasAt(schema: AnySchema, path: readonly PropertyKey[]): readonly AnySchema[] {
  return path
    .reduce<readonly AnySchema[]>(
      (schemas, part) => schemas.flatMap((each) => unwrap(each).flatMap((inner) => child(inner, part))),
      [schema],
    )
    .flatMap(unwrap);
}

/** Looks through what a schema is wrapped in: optional, default, and the branches of a union. */
function unwrap(schema: AnySchema): readonly AnySchema[] {
  const definition = schema._zod.def as { type: string; innerType?: AnySchema; options?: readonly AnySchema[] };
  if (definition.innerType !== undefined) return unwrap(definition.innerType);
  if (definition.type === 'union') return (definition.options ?? []).flatMap(unwrap);
  return [schema];
}

function child(schema: AnySchema, part: PropertyKey): readonly AnySchema[] {
  if (isObject(schema)) {
    const inner = schema._zod.def.shape[String(part)];
    return inner === undefined ? [] : [inner];
  }
  const definition = schema._zod.def as { type: string; element?: AnySchema; valueType?: AnySchema };
  if (definition.element !== undefined) return [definition.element];
  return definition.valueType === undefined ? [] : [definition.valueType];
}

function isObject(schema: AnySchema): schema is z.core.$ZodObject {
  return schema._zod.def.type === 'object';
}
