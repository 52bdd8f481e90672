import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { allRoutes, type Route, type Schema, schemaOfAnswer, schemaOfBody, withDefinitions } from './github-openapi.ts';

/** An operation of GitHub’s REST interface that fits a request. */
export interface Operation {
  /** GitHub’s name of it, such as `repos/get`. */
  readonly id: string;
  /** The parameters, as they were sent. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** What was sent with it; undefined where nothing was. */
  readonly body: unknown;
  /** What is wrong with the parameters, and with what was sent. */
  readonly wrong: readonly string[];
}

/** The operation that a request means; undefined where GitHub has none such. */
export function findOperation(method: string, url: URL, body?: unknown): Operation | undefined {
  for (const [id, route] of allRoutes()) {
    if (route.method !== method.toLowerCase()) continue;
    const match = route.pattern.exec(url.pathname);
    if (match === null) continue;
    const groups = Object.entries(match.groups ?? {});
    const path = Object.fromEntries(groups.map(([key, value]) => [key, decodeURIComponent(value)]));
    const query = Object.fromEntries(url.searchParams);
    const given = { path: { ...path }, query: { ...query } };
    const wrong = check(addresses, `${id} parameters`, () => parametersSchema(route), given);
    return { id, path, query, body, wrong: [...wrong, ...checkBody(id, body)] };
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
  const schemaOf = (place: 'path' | 'query'): Schema => {
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

function checkBody(id: string, body: unknown): readonly string[] {
  const schema = schemaOfBody(id);
  if (schema === undefined) return body === undefined ? [] : [`${id}: it takes no body`];
  return check(answers, `${id} body`, () => schema, body);
}

/** What is wrong with an answer to an operation, held against GitHub’s schema of it. */
export function checkAnswer(id: string, status: number, body: unknown): readonly string[] {
  const schema = schemaOfAnswer(id, status);
  if (schema === undefined) return [`${id}: no answer ${status}`];
  return check(answers, `${id} ${status}`, () => schema, body);
}
