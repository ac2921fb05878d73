import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import {
  ACCESS,
  FRESH,
  STANDING,
  TOKEN_SCOPE,
  type Access,
  type ApiTokenScope,
  type Caller,
  type StandingRule,
} from './access.ts';

const API = 'api/v1/';

/** Metadata keys of Nest's `@Controller` and `@Get`. */
const [PATH, METHOD] = ['path', 'method'] as const;

/** What a route declares about those who may call it. */
export interface Declared {
  readonly access: Access;
  readonly needsFresh: boolean;
  readonly standing: StandingRule | undefined;
  /** As declared by `@TokensWith`; undefined where the caller decides. */
  readonly tokenScope?: ApiTokenScope | null | undefined;
}

/** The declared access of each API route, read from the metadata that the guard enforces. */
@Injectable()
export class DeclaredAccess {
  private routes: ReadonlyMap<string, Declared> | undefined;

  constructor(
    private readonly modulesContainer: ModulesContainer,
    private readonly reflector: Reflector,
  ) {}

  /** Takes the method and the path below /api/v1, as `POST comments/:id/reports`. Throws for an unknown route. */
  readonly callerAt = (route: string): Caller => this.at(route).access.caller;

  /** The declaration of a route. Throws for an unknown route. */
  at(route: string): Declared {
    this.routes ??= new Map(
      [...this.modulesContainer.values()]
        .flatMap(({ controllers }) => [...controllers.values()])
        .flatMap(({ metatype }) => this.routesOf(metatype as Type)),
    );
    const declared = this.routes.get(route);
    if (!declared) throw new Error(`there is no door ${route}`);
    return declared;
  }

  /** The declaration of the route that a request was matched to. */
  behind({ method, routeOptions }: FastifyRequest): Declared {
    return this.at(`${method === 'HEAD' ? 'GET' : method} ${(routeOptions.url ?? '').slice(1 + API.length)}`);
  }

  private routesOf(controller: Type): [string, Declared][] {
    const base = String(Reflect.getMetadata(PATH, controller));
    const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object)).map(
      ({ value }) => value as () => unknown,
    );
    return methods
      .filter((method) => typeof method === 'function' && Reflect.hasMetadata(METHOD, method))
      .map((method) => {
        const path = `${base}/${String(Reflect.getMetadata(PATH, method))}`.slice(API.length).replace(/\/+$/, '');
        const access = this.reflector.getAllAndOverride<Access>(ACCESS, [method, controller]);
        const needsFresh = this.reflector.getAllAndOverride<boolean | undefined>(FRESH, [method, controller]) ?? false;
        const standing = this.reflector.getAllAndOverride<StandingRule | undefined>(STANDING, [method, controller]);
        const tokenScope = this.reflector.getAllAndOverride<ApiTokenScope | null | undefined>(TOKEN_SCOPE, [
          method,
          controller,
        ]);
        return [
          `${RequestMethod[Reflect.getMetadata(METHOD, method) as RequestMethod]} ${path}`,
          { access, needsFresh, standing, tokenScope },
        ];
      });
  }
}
