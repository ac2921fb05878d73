import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '../../src/platform/http/access.ts';
import type { World } from './world.ts';

/** A route as its controller declares it. */
export interface DeclaredRoute {
  method: string;
  /** As the router has it: `/api/v1/threads/:id`. */
  path: string;
  caller: Access['caller'];
  controller: Type;
  handler: (...args: unknown[]) => unknown;
}

/** Every route that a controller declares; of a handler with several paths one each. */
export function declaredRoutes({ app }: World): DeclaredRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => routesOf(metatype as Type));
}

export const isOfApi = ({ path }: DeclaredRoute): boolean => path.startsWith('/api/');

function routesOf(controller: Type): DeclaredRoute[] {
  const handlers = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object))
    .map(({ value }) => value as unknown)
    .filter((value) => typeof value === 'function' && Reflect.hasMetadata('method', value));
  return (handlers as DeclaredRoute['handler'][]).flatMap((handler) => {
    const { caller } = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as Access;
    const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod]!;
    const base = String(Reflect.getMetadata('path', controller));
    return [Reflect.getMetadata('path', handler) as string | string[]].flat().map((path) => ({
      method,
      path: `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
      caller,
      controller,
      handler,
    }));
  });
}

/** The path with what is there in the place of each parameter: by its name, else by the word before it. */
export function filled(path: string, things: Readonly<Record<string, string>>): string {
  const parts = path.split('/');
  return parts
    .map((part, i) => {
      const [, name, ending = ''] = /^:(\w+)(.*)$/.exec(part) ?? [];
      if (name === undefined) return part;
      return encodeURIComponent(things[name] ?? things[parts[i - 1]!] ?? things['*']!) + ending;
    })
    .join('/');
}
