import { ModulesContainer } from '@nestjs/core';
import { DeclaredFigures } from '../../src/figures/declared-figures.ts';
import { PAPERS } from '../../web/pages/posters-page.tsx';
import { isFullForm } from './form.ts';
import type { Json, World } from './world.ts';

/** Every route of the server: those of the API by its OpenAPI document, pages and feeds by their controllers. */
export interface OpenRoute {
  method: string;
  path: string;
  query: { name: string; values: string[] }[];
}

/** Values of a path parameter, by the word before it, or by that and the parameter. */
export type Ids = Readonly<Record<string, readonly string[]>>;

const NOWHERE = ['4d7c1a52-0c1e-4b8a-9a65-5a1c3f0e9b77'];

/** Values of parameters of which a story has none of its own: the same everywhere, or of what is not there. */
const EVERYWHERE: Ids = {
  transparency: [String(new Date().getFullYear()), '2026'],
  '{year}/{file}': ['4_notices'],
  figures: [...new DeclaredFigures().list().map(({ name }) => name), 'emails'],
  qr: PAPERS,
  moderation: ['hide', 'mute'],
  brand: ['logo', '346538.svg'],
  room: ['great-hall'],
  'q/{code}': ['abcd'],
  problems: ['not-found'],
  recaps: NOWHERE,
  reports: NOWHERE,
  decisions: NOWHERE,
  statements: NOWHERE,
  appeals: NOWHERE,
  sanctions: NOWHERE,
  sessions: NOWHERE,
  passkeys: NOWHERE,
  tokens: NOWHERE,
  grants: NOWHERE,
  invitations: NOWHERE,
  imports: NOWHERE,
  'import-questions': NOWHERE,
  replies: NOWHERE,
  follows: NOWHERE,
  authors: NOWHERE,
  by: NOWHERE,
  avatars: NOWHERE,
  personas: NOWHERE,
  questions: NOWHERE,
};

/** The short address of a thread, which no answer to a program has. */
export const codesOf = async (world: World, threadId: string): Promise<string[]> =>
  (await world.query<{ code: string }>('select code from threads where id = $1', [threadId])).map(({ code }) => code);

/** Parameters that name a thing by another word than its own routes do. */
const ALSO: Readonly<Record<string, string>> = { programme: 'talks', embed: 'threads', 'q/{id}': 'questions' };

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

/**
 * All addresses of a route: each parameter with every id listed for it, in the long form also with those of other
 * things where none is listed. Throws for a parameter of which nothing is known.
 */
export function addressesOf(
  { path, query }: OpenRoute,
  ids: Ids,
  samples: Readonly<Record<string, readonly string[]>>,
): string[] {
  let addresses = [''];
  let before = '';
  for (const part of path.split('/').slice(1)) {
    const fitting = valuesOf(part, before, ids);
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

/** The values in an address for one part of its route, where `before` is the part before it. */
function valuesOf(part: string, before: string, ids: Ids): string[] {
  const parameter = /\{\w+\}/.exec(part)?.[0];
  if (parameter === undefined) return [part];
  const names = [`${before}/${parameter}`, before];
  const listed = names.map((name) => ids[name] ?? ids[ALSO[name] ?? '']).find((values) => values !== undefined);
  const known = listed ?? names.map((name) => EVERYWHERE[name]).find((values) => values !== undefined);
  if (known === undefined)
    throw new Error(`test/support/crawl.ts knows nothing that stands for ${parameter} after ${before}`);
  const strays = listed === undefined && isFullForm ? Object.values(ids).flat() : [];
  return [...known, ...strays].map((value) => part.replace(parameter, () => value));
}
