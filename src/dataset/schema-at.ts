import { z } from 'zod';

type AnySchema = z.core.$ZodType;
type Path = readonly PropertyKey[];

/** The keys that a mapping may have at a path of the data; empty where the schema says nothing about keys. */
export function keysAt(schema: AnySchema, path: Path): readonly string[] {
  const found = schemasAt(schema, path).flatMap(unwrap);
  return found.flatMap((each) => (isObject(each) ? Object.keys(each._zod.def.shape) : []));
}

/** The kinds of value that a schema takes at a path: the words of zod, and `date`. */
export function kindsAt(schema: AnySchema, path: Path): readonly string[] {
  return schemasAt(schema, path)
    .flatMap(unwrap)
    .map((each) => (isDate(each) ? 'date' : each._zod.def.type));
}

/** The words of a closed list that a schema takes at a path; empty where any text will do. */
export function wordsAt(schema: AnySchema, path: Path): readonly string[] {
  return schemasAt(schema, path)
    .flatMap(unwrap)
    .flatMap((each) => Object.values((each._zod.def as { entries?: Readonly<Record<string, string>> }).entries ?? {}));
}

/** What a value at a path is for, in a sentence; undefined where the schema does not say it. */
export function descriptionAt(schema: AnySchema, path: Path): string | undefined {
  return schemasAt(schema, path)
    .flatMap((each) => [each, ...unwrap(each)])
    .map((each) => z.globalRegistry.get(each)?.description)
    .find((each) => each !== undefined);
}

/** Whether a value fits at a path of the data, looked at alone. */
export function accepts(schema: AnySchema, path: Path, value: unknown): boolean {
  return schemasAt(schema, path).some((each) => z.safeParse(each, value).success);
}

/** A piece of YAML that shows the form of a value, to be filled in. */
export function sampleAt(schema: AnySchema, path: Path): string {
  const [first] = schemasAt(schema, path).flatMap(unwrap);
  return first === undefined ? '…' : sampleOf(first);
}

function sampleOf(schema: AnySchema): string {
  if (isObject(schema)) {
    const required = Object.entries(schema._zod.def.shape).filter(([, each]) => !z.safeParse(each, undefined).success);
    return `{ ${required.map(([key, each]) => `${key}: ${sampleOf(unwrap(each)[0]!)}`).join(', ')} }`;
  }
  const { type, element } = schema._zod.def as { type: string; element?: AnySchema };
  if (type === 'boolean') return 'false';
  if (type === 'number') return '0';
  if (type === 'record') return '{}';
  if (element !== undefined) return z.safeParse(schema, []).success ? '[]' : `\n  - ${sampleOf(unwrap(element)[0]!)}`;
  return isDate(schema) ? 'YYYY-MM-DD' : '…';
}

function isDate(schema: AnySchema): boolean {
  return z.globalRegistry.get(schema)?.format === 'date';
}

function schemasAt(schema: AnySchema, path: Path): readonly AnySchema[] {
  return path.reduce<readonly AnySchema[]>(
    (schemas, part) => schemas.flatMap((each) => unwrap(each).flatMap((inner) => child(inner, part))),
    [schema],
  );
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
    const { shape } = schema._zod.def;
    const inner = Object.hasOwn(shape, part) ? shape[String(part)] : undefined;
    return inner === undefined ? [] : [inner];
  }
  const definition = schema._zod.def as { type: string; element?: AnySchema; valueType?: AnySchema };
  if (definition.element !== undefined) return [definition.element];
  return definition.valueType === undefined ? [] : [definition.valueType];
}

function isObject(schema: AnySchema): schema is z.core.$ZodObject {
  return schema._zod.def.type === 'object';
}
