import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { ApiTokenScope } from '../../kernel/api-token-scope.ts';
import {
  ACCESS,
  ADDRESS,
  FRESH,
  STANDING,
  TOKEN_SCOPE,
  type Access,
  type Caller,
  type StandingRule,
} from './access.ts';

const API = '/api/v1/';

/** Metadata keys of Nest's `@Controller` and `@Get`. */
const [PATH, METHOD] = ['path', 'method'] as const;

/** A route's declarations about its callers. */
export interface AccessDeclaration {
  readonly access: Access;
  readonly needsFresh: boolean;
  readonly needsAddress: boolean;
  readonly standing: StandingRule | undefined;
  /** As declared by `@TokensWith`; undefined where the caller decides. */
  readonly tokenScope?: ApiTokenScope | null | undefined;
}

/** The declared access of each route, read from the metadata that the guard enforces. */
@Injectable()
export class DeclaredAccess {
  private routes: ReadonlyMap<string, AccessDeclaration> | undefined;

  constructor(
    private readonly modulesContainer: ModulesContainer,
    private readonly reflector: Reflector,
  ) {}

  /** Takes the method and the path below /api/v1, as `POST comments/:id/reports`. Throws for an unknown route. */
  readonly callerAt = (route: string): Caller => {
    const [method = '', path = ''] = route.split(' ');
    return this.at(method, API + path).access.caller;
  };

  /** The declaration of the route that a request was matched to. Throws for a route of no controller. */
  behind({ method, routeOptions }: FastifyRequest): AccessDeclaration {
    return this.at(method === 'HEAD' ? 'GET' : method, routeOptions.url ?? '');
  }

  /** The declaration of a route by its path in the router; undefined for a route of no controller. */
  find(method: string, path: string): AccessDeclaration | undefined {
    this.routes ??= new Map(
      [...this.modulesContainer.values()]
        .flatMap(({ controllers }) => [...controllers.values()])
        .flatMap(({ metatype }) => this.routesOf(metatype as Type)),
    );
    return this.routes.get(`${method} ${path}`);
  }

  private at(method: string, path: string): AccessDeclaration {
    const declared = this.find(method, path);
    if (!declared) throw new Error(`there is no route ${method} ${path}`);
    return declared;
  }

  private routesOf(controller: Type): [string, AccessDeclaration][] {
    const handlers = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object)).map(
      ({ value }) => value as () => unknown,
    );
    return handlers
      .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(METHOD, handler))
      .flatMap((handler) => {
        const declared = this.declaredAt(handler, controller);
        const method = RequestMethod[Reflect.getMetadata(METHOD, handler) as RequestMethod];
        return pathsOf(controller, handler).map((path): [string, AccessDeclaration] => [`${method} ${path}`, declared]);
      });
  }

  private declaredAt(handler: () => unknown, controller: Type): AccessDeclaration {
    const places = [handler, controller];
    return {
      access: this.reflector.getAllAndOverride<Access>(ACCESS, places),
      needsFresh: this.reflector.getAllAndOverride<boolean | undefined>(FRESH, places) ?? false,
      needsAddress: this.reflector.getAllAndOverride<boolean | undefined>(ADDRESS, places) ?? false,
      standing: this.reflector.getAllAndOverride<StandingRule | undefined>(STANDING, places),
      tokenScope: this.reflector.getAllAndOverride<ApiTokenScope | null | undefined>(TOKEN_SCOPE, places),
    };
  }
}

/** The paths of a handler, as the router has them. */
function pathsOf(controller: Type, handler: () => unknown): string[] {
  const base = Reflect.getMetadata(PATH, controller) as string;
  return [Reflect.getMetadata(PATH, handler) as string | string[]]
    .flat()
    .map((path) => `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'));
}

/** The scope with which an API token may call a route; null for what is kept to people. */
export function tokenScopeOf({
  access: { caller },
  needsFresh,
  tokenScope,
}: Pick<AccessDeclaration, 'access' | 'needsFresh' | 'tokenScope'>): ApiTokenScope | null {
  if (needsFresh) return null;
  if (tokenScope !== undefined) return tokenScope;
  if (caller === 'organizer') return 'organize';
  return caller === 'moderator' || caller === 'talk-moderator' ? 'moderate' : null;
}
