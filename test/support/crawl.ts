import { ModulesContainer } from '@nestjs/core';
import type { Json, World } from './world.ts';

/** Every route of the server: those of the API by its OpenAPI document, pages and feeds by their controllers. */
export interface OpenRoute {
  method: string;
  path: string;
  query: { name: string; values: string[] }[];
}

/** Values of a path parameter, by the word before it. */
export type Ids = Readonly<Record<string, readonly string[]>>;

const VERBS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

export async function routesOf(world: World): Promise<OpenRoute[]> {
  const { paths } = (await (await fetch(`${world.base}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Json>>;
  };
  const api = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => VERBS.includes(method.toUpperCase()))
      .map(([method, { parameters = [] }]) => ({
        method: method.toUpperCase(),
        path,
        query: (parameters as Json[])
          .filter(({ in: place }) => place === 'query')
          .map(({ name, schema }) => ({
            name: name as string,
            values: ((schema as Json | undefined)?.['enum'] as string[] | undefined) ?? [],
          })),
      })),
  );
  return [
    ...api,
    ...pagesOf(world).filter(({ path }) => !path.startsWith('/api/')),
    ...['/api', '/api/v1/openapi.json', '/api/v1/asyncapi.json', '/nowhere'].map((path) => ({
      method: 'GET',
      path,
      query: [],
    })),
  ];
}

/** Routes outside of the API. */
function pagesOf(world: World): OpenRoute[] {
  const controllers = [...world.app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .map(({ metatype }) => metatype as unknown as { prototype: Json });
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      const handler = controller.prototype[name] as object;
      const paths = Reflect.getMetadata('path', handler) as string | string[] | undefined;
      if (name === 'constructor' || paths === undefined) return [];
      const method = VERBS[Reflect.getMetadata('method', handler) as number]!;
      return [paths].flat().map((path) => ({ method, query: [], path: templateOf(controller, path) }));
    }),
  );
}

/** A path as the API's document writes it, with its parameters in braces. */
const templateOf = (controller: object, path: string): string =>
  `/${Reflect.getMetadata('path', controller) as string}/${path}`
    .replaceAll(/\/+/g, '/')
    .replace(/(.)\/$/, '$1')
    .replaceAll(/:(\w+)/g, '{$1}');

/** All addresses of a route: each parameter with every id listed for it, or with every id where none is listed. */
export function addressesOf(
  { path, query }: OpenRoute,
  ids: Ids,
  samples: Readonly<Record<string, readonly string[]>>,
): string[] {
  let addresses = [''];
  let before = '';
  for (const part of path.split('/').slice(1)) {
    const fitting = part.startsWith('{') ? (ids[before] ?? Object.values(ids).flat()) : [part];
    addresses = addresses.flatMap((address) => fitting.map((each) => `${address}/${each}`));
    before = part;
  }
  const asked = query.flatMap(({ name, values }) =>
    [...values, ...(samples[name] ?? [])].map((value) => `${name}=${encodeURIComponent(value)}`),
  );
  const needed = query
    .filter(({ name }) => name === 'q' || name === 'kind')
    .map(({ name, values }) => `${name}=${encodeURIComponent(values[0] ?? samples[name]?.[0] ?? 'x')}`);
  return addresses.flatMap((address) => [
    address,
    ...asked.map((one) => `${address}?${one}`),
    ...(needed.length === 0 ? [] : [`${address}?${needed.join('&')}`]),
  ]);
}
