import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, FRESH, type Access } from '../../src/platform/http/access.ts';
import { CREATED_AT } from '../../src/platform/http/created-at.ts';
import { declaredRoutes, isOfApi as isDeclaredOfApi } from '../support/declared-routes.ts';
import { World } from '../support/world.ts';

const FILE = 'docs/routes.md';
/** Under which Nest leaves the status that a handler declares; without one a POST answers 201. */
const HTTP_CODE = '__httpCode__';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

interface ListedRoute {
  method: string;
  path: string;
  caller: string;
  module: string;
}

/** `TranscriptModule` lies in `src/transcript`. */
const folderOf = (module: string): string =>
  module
    .replace(/Module$/, '')
    .replaceAll(/\B[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();

const CALLERS: Readonly<Record<Access['caller'], string>> = {
  reader: 'anyone',
  guest: 'anyone, with or without a session',
  participant: 'signed in',
  'talk-moderator': 'moderator, also of one talk',
  moderator: 'moderator',
  organizer: 'organizer',
};

function callerOf({ caller, scope }: Access, needsFresh: boolean): string {
  const who = scope?.kind === 'any' ? 'organizer of every conference' : CALLERS[caller];
  return needsFresh ? `${who}, lately` : who;
}

/** Every route that a controller declares; of a handler with several paths one each. */
function routes(): ListedRoute[] {
  return [...world.app.get(ModulesContainer).values()].flatMap(({ metatype, controllers }) =>
    [...controllers.values()].flatMap((controller) => routesOf(controller.metatype as Type, folderOf(metatype.name))),
  );
}

function routesOf(controller: Type, module: string): ListedRoute[] {
  const handlers = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object))
    .map(({ value }) => value as unknown)
    .filter((value) => typeof value === 'function' && Reflect.hasMetadata('method', value)) as (() => unknown)[];
  return handlers.flatMap((handler) => {
    const own = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    const caller = callerOf(own(ACCESS) as Access, own(FRESH) === true);
    const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
    const base = String(Reflect.getMetadata('path', controller));
    return [Reflect.getMetadata('path', handler) as string | string[]].flat().map((path) => {
      const whole = `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
      return { method, path: whole, caller, module };
    });
  });
}

/** By path, then in the order in which somebody reads and writes. */
function inOrder(a: ListedRoute, b: ListedRoute): number {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  return a.path.localeCompare(b.path) || methods.indexOf(a.method) - methods.indexOf(b.method);
}

const rowOf = ({ method, path, caller, module }: ListedRoute): string =>
  `| ${method} | \`${path}\` | ${caller} | ${module} |`;

function tableOf(list: readonly ListedRoute[]): string {
  return ['| | route | who | module |', '|---|---|---|---|', ...list.toSorted(inOrder).map(rowOf)].join('\n');
}

const isOfApi = ({ path }: ListedRoute): boolean => path.startsWith('/api/');

const documentOf = (list: readonly ListedRoute[]): string => `# All routes

What the running server answers, by path. *Who* is what the route declares and the guard enforces: \`anyone\` is the
same answer for everybody, since the session is not looked at; *lately* is a sign-in within the last 15 minutes. A
verb may ask for more than its route does: the desk asks for a speaker of the talk, a moderator or an organizer.
*Module* is the folder in \`src/\`.

Beside these: \`/api\` (the API's documentation), \`/api/v1/openapi.json\` and \`.yaml\`, \`/assets/…\` (the built
client), \`/socket.io\` (sockets, described at \`/api/v1/asyncapi.json\`).

This list is written by \`WRITE_DOCS=1 npm run jest -- test/architecture/routes\`.

## The API

${tableOf(list.filter(isOfApi))}

## Pages, files and health

${tableOf(list.filter((route) => !isOfApi(route)))}
`;

describe('the routes of the server', () => {
  it('are in one list, which the documents print', async () => {
    const document = documentOf(routes());
    if (process.env['WRITE_DOCS']) await writeFile(FILE, document);
    expect(await readFile(FILE, 'utf8')).toBe(document);
  });

  it('are named with the module that holds them', () => {
    const modules = new Set(routes().map(({ module }) => module));
    expect([...modules].filter((name) => !existsSync(`src/${name}`))).toEqual([]);
  });

  it('declare where that is found which they make', () => {
    const made = declaredRoutes(world).filter(
      (route) => isDeclaredOfApi(route) && route.method === 'POST' && !Reflect.hasMetadata(HTTP_CODE, route.handler),
    );
    const silent = made.filter(({ handler }) => !Reflect.hasMetadata(CREATED_AT, handler));
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
