import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector, type ModulesContainer } from '@nestjs/core';
import type { ApiTokenScope } from '../../../kernel/api-token-scope.ts';
import { ACCESS, ADDRESS, FRESH, STANDING, TOKEN_SCOPE, type Access, type StandingRule } from '../access.ts';
import { tokenScopeOf } from '../declared-access.ts';
import { readIfMatch, VERSIONED } from '../edit-tags.ts';
import { OWN_KEY } from '../idempotency-key.ts';

/** A method of a controller, with what it declares about itself. */
export interface RouteHandler {
  /** `CommentsController.create`. */
  readonly name: string;
  readonly access: Access;
  readonly needsFresh: boolean;
  readonly needsAddress: boolean;
  readonly standing: StandingRule | undefined;
  /** The scope with which an API token may call it; null where only people may. */
  readonly tokenScope: ApiTokenScope | null;
  readonly hasOwnKey: boolean;
  /** Whether its answer has an ETag, because it can be edited. */
  readonly isVersioned: boolean;
  readonly takesIfMatch: boolean;
  /** The request classes of its body and its query; a body without a class is a file. */
  readonly body: Type | undefined;
  readonly query: Type | undefined;
}

const reflector = new Reflector();

export const handlerName = (controller: string, method: string): string => `${controller}.${method}`;

/** All handlers of the application by their names. */
export function handlersOf(modules: ModulesContainer): ReadonlyMap<string, RouteHandler> {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  const handlers = controllers.flatMap(({ metatype }) => ofController(metatype as Type));
  return new Map(handlers.map((handler) => [handler.name, handler]));
}

function ofController(controller: Type): RouteHandler[] {
  const prototype = controller.prototype as Record<string, () => unknown>;
  const names = Object.getOwnPropertyNames(prototype).filter(
    (name) => name !== 'constructor' && Reflect.hasMetadata('path', prototype[name]!),
  );
  return names.map((name) => {
    const places = [prototype[name]!, controller];
    const read = <T>(key: string): T | undefined => reflector.getAllAndOverride<T | undefined>(key, places);
    const [access, needsFresh] = [read<Access>(ACCESS)!, read<boolean>(FRESH) ?? false];
    return {
      name: handlerName(controller.name, name),
      access,
      needsFresh,
      needsAddress: read<boolean>(ADDRESS) ?? false,
      tokenScope: tokenScopeOf({ access, needsFresh, tokenScope: read<ApiTokenScope | null>(TOKEN_SCOPE) }),
      standing: read<StandingRule>(STANDING),
      hasOwnKey: read<boolean>(OWN_KEY) ?? false,
      isVersioned: read(VERSIONED) !== undefined,
      takesIfMatch: argumentsOf(controller, name).some(({ factory }) => factory === readIfMatch),
      body: classOf(controller, name, RouteParamtypes.BODY),
      query: classOf(controller, name, RouteParamtypes.QUERY),
    };
  });
}

/** The class of a handler's argument of one kind, as its type annotation names it. */
function classOf(controller: Type, name: string, kind: RouteParamtypes): Type | undefined {
  const read = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, HandlerArgument>;
  const found = Object.entries(read).find(([key]) => key.startsWith(`${kind}:`));
  if (!found) return undefined;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as Type[];
  const type = types[found[1].index];
  return type === Object ? undefined : type;
}

/** An argument of a handler, as Nest keeps it; `factory` reads the value of a decorator of ours. */
interface HandlerArgument {
  index: number;
  factory?: unknown;
}

const argumentsOf = (controller: Type, name: string): HandlerArgument[] =>
  Object.values((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, HandlerArgument>);
