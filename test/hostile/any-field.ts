import * as fc from 'fast-check';
import type { Json } from '../support/world.ts';

/** One request that is as it should be, but for one place. */
export interface FieldAttempt {
  method: string;
  path: string;
  body: unknown;
  about: string;
}

/** Values no field was made for: characters, numbers, days, shapes, lengths. */
const TEXTS = [
  '',
  '\0',
  'a\0b',
  '\ud800',
  'a\udc00b',
  '\u202e\u200b',
  `q${'\u0301'.repeat(40)}`,
  '%00',
  "' or 1=1 --",
  '{}',
  '[]',
  'null',
  'NaN',
  '-1',
  '1e400',
  '9'.repeat(40),
  '2026-W48',
  '2026-02-31',
  '2026-02-31T10:00:00Z',
  '2026-335',
  '9999-12-31T23:59:59-14:00',
  '+275760-09-13T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '2026-05-02T24:00:00Z',
  'x'.repeat(10_000),
  '\uFDFA'.repeat(500),
];
const ODD: unknown[] = [
  null,
  true,
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  1e308,
  [],
  [[]],
  {},
  ['x', 'y'],
  [null],
  { toString: 1 },
  [{ a: { b: ['\0'] } }],
  { a: '\ud800' },
];
const INTO_PATHS = [
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%ff',
  '%E2%80%AE',
  '..%2F',
  '%5C',
  "'%20or%201=1",
  '-1',
  '9'.repeat(40),
  'x'.repeat(250),
  '2026-W48',
  '%F0%9F%98%80',
  'constructor',
  '00000000-0000-0000-0000-000000000000',
];

/** So many of the values, the same for the same seed. */
const some = <T>(values: readonly T[], count: number, seed: number): T[] =>
  fc.sample(fc.shuffledSubarray([...values], { minLength: count, maxLength: count }), { seed, numRuns: 1 })[0]!;

interface Operation {
  parameters?: { in: string; name: string }[];
  requestBody?: Json;
}

/** One operation of the document, with a path and a body that are as they should be. */
interface Good {
  method: string;
  template: string;
  path: string;
  body: unknown;
  parameters: { in: string; name: string }[];
}

type Choose = <T>(values: readonly T[], nth: number) => T[];

/** For each field of each operation of the API document, some requests in which it holds what it was not made for. */
export function attemptsAt(document: Json, ids: Record<string, string>, seed: number, perField = 3): FieldAttempt[] {
  return operationsOf(document, ids).flatMap((good, i) => {
    const choose: Choose = (values, nth) => some(values, perField, seed + i * 1_000 + nth);
    return [...inPath(good, ids, choose), ...inQuery(good, choose), ...inBody(good, choose)];
  });
}

function operationsOf(document: Json, ids: Record<string, string>): Good[] {
  const schemas = (document['components'] as Json)['schemas'] as Record<string, Json>;
  const paths = Object.entries(document['paths'] as Record<string, Record<string, Operation>>);
  return paths.flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const schema = operation.requestBody?.['content']?.['application/json']?.['schema'] as Json | undefined;
      return {
        method: method.toUpperCase(),
        template,
        path: fill(template, ids),
        parameters: operation.parameters ?? [],
        body: schema ? exampleOf(schema, schemas) : undefined,
      };
    }),
  );
}

function inPath(
  { method, template, body, parameters }: Good,
  ids: Record<string, string>,
  choose: Choose,
): FieldAttempt[] {
  return parameters
    .filter((one) => one.in === 'path')
    .flatMap(({ name }, n) =>
      choose(INTO_PATHS, n).map((value) => ({
        method,
        path: fill(template, { ...ids, [name]: value }),
        body,
        about: `{${name}} = ${value.slice(0, 40)}`,
      })),
    );
}

function inQuery({ method, path, body, parameters }: Good, choose: Choose): FieldAttempt[] {
  return parameters
    .filter((one) => one.in === 'query')
    .flatMap(({ name }, n) => {
      const single = choose(TEXTS, 100 + n).map((value) => `${name}=${escaped(value)}`);
      const queries = [...single, `${name}=1&${name}=2`, `${name}[]=1`];
      return queries.map((query) => ({ method, path: `${path}?${query}`, body, about: `?${query.slice(0, 40)}` }));
    });
}

function inBody({ method, path, body }: Good, choose: Choose): FieldAttempt[] {
  return placesIn(body).flatMap((place, n) =>
    [...choose(TEXTS, 200 + n), ...choose(ODD, 300 + n)].map((value) => ({
      method,
      path,
      body: withValue(body, place, value),
      about: `${place.join('.')} = ${short(value)}`,
    })),
  );
}

const short = (value: unknown): string => String(JSON.stringify(value)).slice(0, 40);

const escaped = (value: string): string => encodeURIComponent(value.toWellFormed());

const fill = (path: string, ids: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '00000000-0000-4000-8000-000000000000');

/** A sample of a field, by its schema. */
function exampleOf(schema: Json, schemas: Record<string, Json>, depth = 0): unknown {
  const reference = (schema['$ref'] ?? schema['allOf']?.[0]?.['$ref']) as string | undefined;
  if (reference) return depth > 4 ? {} : exampleOf(schemas[reference.split('/').at(-1)!] ?? {}, schemas, depth + 1);
  if (schema['enum']) return (schema['enum'] as unknown[])[0];
  if (schema['example'] !== undefined) return schema['example'];
  const type = [schema['type']].flat()[0] as string | undefined;
  if (type === 'array') return [exampleOf((schema['items'] ?? {}) as Json, schemas, depth + 1)];
  if (type === 'integer' || type === 'number') return schema['minimum'] ?? 1;
  if (type === 'boolean') return true;
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
  if (properties.length > 0) {
    return Object.fromEntries(properties.map(([name, one]) => [name, exampleOf(one, schemas, depth + 1)]));
  }
  if (type === 'object') return {};
  return schema['format'] === 'date-time' ? '2026-05-02T14:00:00.000Z' : 'some-text';
}

type FieldPath = (string | number)[];

function placesIn(value: unknown, above: FieldPath = []): FieldPath[] {
  if (typeof value !== 'object' || value === null) return above.length > 0 ? [above] : [];
  const inside = Object.entries(value).flatMap(([name, part]) =>
    placesIn(part, [...above, Array.isArray(value) ? Number(name) : name]),
  );
  return [...(above.length > 0 ? [above] : []), ...inside];
}

function withValue(body: unknown, [name, ...rest]: FieldPath, value: unknown): unknown {
  if (name === undefined) return value;
  const copy = Array.isArray(body) ? [...(body as unknown[])] : { ...(body as object) };
  (copy as Json)[name] = withValue((copy as Json)[name], rest, value);
  return copy;
}
