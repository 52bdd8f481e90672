import { createRequire } from 'node:module';

/** A JSON schema, in the way of OpenAPI. */
export type Schema = Readonly<Record<string, unknown>>;

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
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationDescription>>>>;
  readonly components: Readonly<Record<'schemas' | 'responses', Readonly<Record<string, unknown>>>>;
}

/** An operation of GitHub’s REST interface. */
export interface Route {
  readonly method: string;
  /** The expression of its path, with a group for each parameter. */
  readonly pattern: RegExp;
  readonly parameters: readonly Parameter[];
  readonly requestBody: unknown;
  readonly responses: OperationDescription['responses'];
}

const require = createRequire(import.meta.url);

let loaded: { readonly description: Description; readonly routes: ReadonlyMap<string, Route> } | undefined;

/** GitHub’s own description, which is large: read where it is first needed. */
function load(): NonNullable<typeof loaded> {
  if (loaded === undefined) {
    const description = require('@octokit/openapi/generated/api.github.com.json') as Description;
    const routes = Object.entries(description.paths).flatMap(([template, operations]) =>
      Object.entries(operations).map(([method, { operationId, parameters: given = [], requestBody, responses }]) => {
        const parameters = given.map((each) => follow(each, description) as Parameter);
        const pattern = patternOf(template, parameters);
        return [operationId, { method, pattern, parameters, requestBody, responses }] as const;
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

/** All operations, by GitHub’s names of them, such as `repos/get`. */
export function allRoutes(): ReadonlyMap<string, Route> {
  return load().routes;
}

/** The schema of an answer to an operation; undefined where GitHub does not answer so. */
export function schemaOfAnswer(id: string, status: number): Schema | undefined {
  const { description, routes } = load();
  // The description names few of the failures that every operation may end with; they all have one form.
  const usual = status >= 300 ? description.components.responses.not_found : undefined;
  const response = routes.get(id)!.responses[status] ?? usual;
  return response === undefined ? undefined : contentOf(response).schema;
}

/** The schema of what is sent with an operation; undefined where nothing is. */
export function schemaOfBody(id: string): Schema | undefined {
  const { requestBody } = load().routes.get(id)!;
  return requestBody === undefined ? undefined : contentOf(requestBody).schema;
}

/** GitHub’s own example of a good answer to an operation, to be filled with what is true in the world. */
export function exampleOf(id: string, status = 200): unknown {
  const { description, routes } = load();
  const [example] = Object.values(contentOf(routes.get(id)!.responses[status]).examples);
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
export function withDefinitions(schema: Schema): Schema {
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
