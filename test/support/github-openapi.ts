import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** An operation of GitHub’s REST interface that fits a request. */
export interface Operation {
  /** GitHub’s name of it, such as `repos/get`. */
  readonly id: string;
  /** The parameters, as they were sent. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** What is wrong with the parameters. */
  readonly wrong: readonly string[];
}

type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
  /** Whether slashes are part of it. */
  readonly 'x-multi-segment'?: boolean;
}

interface OperationDescription {
  readonly operationId: string;
  readonly parameters?: readonly unknown[];
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationDescription>>>>;
  readonly components: Readonly<Record<'schemas' | 'responses', Readonly<Record<string, unknown>>>>;
}

/** An operation, with the expression of its path: a group for each parameter. */
interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly parameters: readonly Parameter[];
  readonly responses: OperationDescription['responses'];
}

let loaded: { readonly description: Description; readonly routes: ReadonlyMap<string, Route> } | undefined;

/** GitHub’s own description, which is large: read where it is first needed. */
function load(): NonNullable<typeof loaded> {
  if (loaded === undefined) {
    const description = createRequire(import.meta.url)('@octokit/openapi/generated/api.github.com.json') as Description;
    const routes = Object.entries(description.paths).flatMap(([template, operations]) =>
      Object.entries(operations).map(([method, { operationId, parameters: given = [], responses }]) => {
        const parameters = given.map((each) => follow(each, description) as Parameter);
        return [operationId, { method, pattern: patternOf(template, parameters), parameters, responses }] as const;
      }),
    );
    loaded = { description, routes: new Map(routes) };
  }
  return loaded;
}

/** What a reference inside the description stands for. */
function follow(value: unknown, description: Description): unknown {
  const { $ref: reference } = value as { readonly $ref?: string };
  if (reference === undefined) return value;
  const keys = reference.slice('#/'.length).split('/');
  return keys.reduce<unknown>((at, key) => (at as Schema)[key], description);
}

function patternOf(template: string, parameters: readonly Parameter[]): RegExp {
  const source = template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, (_, name: string) => {
    const isLong = parameters.find((each) => each.name === name)?.['x-multi-segment'] === true;
    return `(?<${name}>${isLong ? '.+' : '[^/]+'})`;
  });
  return new RegExp(`^${source}$`);
}

/** The operation that a request means; undefined where GitHub has none such. */
export function findOperation(method: string, url: URL): Operation | undefined {
  for (const [id, route] of load().routes) {
    if (route.method !== method.toLowerCase()) continue;
    const match = route.pattern.exec(url.pathname);
    if (match === null) continue;
    const groups = Object.entries(match.groups ?? {});
    const path = Object.fromEntries(groups.map(([key, value]) => [key, decodeURIComponent(value)]));
    const query = Object.fromEntries(url.searchParams);
    const given = { path: { ...path }, query: { ...query } };
    const wrong = check(addresses, `${id} parameters`, () => parametersSchema(route), given);
    return { id, path, query, wrong };
  }
  return undefined;
}

/** A number in an address is a text that has to be read as one; in an answer it is a number. */
const addresses = new Ajv({ strict: false, coerceTypes: true });
const answers = new Ajv({ strict: false });
formats(addresses);
formats(answers);

const validators = new Map<string, ValidateFunction>();

/** Holds a value against a schema, which is looked up once for each key. */
function check(ajv: Ajv, key: string, schema: () => Schema, value: unknown): readonly string[] {
  const validate = validators.get(key) ?? ajv.compile(withDefinitions(schema()));
  validators.set(key, validate);
  return validate(value) ? [] : [`${key}: ${ajv.errorsText(validate.errors)}`];
}

function parametersSchema({ parameters }: Route): Schema {
  const schemaOf = (place: Parameter['in']): Schema => {
    const here = parameters.filter((each) => each.in === place);
    return {
      type: 'object',
      properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
      required: here.filter(({ required = false }) => required).map(({ name }) => name),
      additionalProperties: false,
    };
  };
  return { type: 'object', properties: { path: schemaOf('path'), query: schemaOf('query') } };
}

/** What is wrong with an answer to an operation, held against GitHub’s schema of it. */
export function checkAnswer(id: string, status: number, body: unknown): readonly string[] {
  const { description, routes } = load();
  // The description names few of the failures that every operation may end with; they all have one form.
  const response = routes.get(id)!.responses[status] ?? (status >= 300 && description.components.responses.not_found);
  if (response === false) return [`${id}: no answer ${status}`];
  return check(answers, `${id} ${status}`, () => contentOf(response).schema, body);
}

/** GitHub’s own example of a good answer to an operation, to be filled with what is true in the world. */
export function exampleOf(id: string): unknown {
  const { description, routes } = load();
  const [example] = Object.values(contentOf(routes.get(id)!.responses[200]).examples);
  return structuredClone((follow(example, description) as { readonly value: unknown }).value);
}

interface Content {
  readonly schema: Schema;
  readonly examples: Readonly<Record<string, unknown>>;
}

function contentOf(response: unknown): Content {
  const { content } = follow(response, load().description) as {
    readonly content: { readonly 'application/json': Content };
  };
  return content['application/json'];
}

/** A schema that carries the definitions it refers to, and none of the thousands it does not. */
function withDefinitions(schema: Schema): Schema {
  const schemas: Record<string, unknown> = {};
  const collect = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      if (name in schemas) continue;
      schemas[name] = load().description.components.schemas[name];
      collect(schemas[name]);
    }
  };
  collect(schema);
  return { ...schema, components: { schemas } };
}
