import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACCESS, FRESH, STANDING, type Access, type Caller, type StandingRule } from './access.ts';

const API = 'api/v1/';

/** Under which Nest's `@Controller` and `@Get` leave what they were told. */
const [PATH, METHOD] = ['path', 'method'] as const;

/** What a route declares about those who may call it. */
export interface Declared {
  readonly access: Access;
  readonly needsFresh: boolean;
  readonly standing: StandingRule | undefined;
}

/** Whom each door of the API is declared for, read from the declarations the guard enforces. */
@Injectable()
export class DeclaredAccess {
  private doors: ReadonlyMap<string, Declared> | undefined;

  constructor(
    private readonly modulesContainer: ModulesContainer,
    private readonly reflector: Reflector,
  ) {}

  /** `door`: the method and the path below /api/v1, as `POST comments/:id/reports`. Throws when there is none. */
  readonly callerAt = (door: string): Caller => this.at(door).access.caller;

  /** What is declared at a door. Throws when there is none. */
  at(door: string): Declared {
    this.doors ??= new Map(
      [...this.modulesContainer.values()]
        .flatMap(({ controllers }) => [...controllers.values()])
        .flatMap(({ metatype }) => this.doorsOf(metatype as Type)),
    );
    const declared = this.doors.get(door);
    if (!declared) throw new Error(`there is no door ${door}`);
    return declared;
  }

  /** The same for the route a request was matched to. */
  behind({ method, routeOptions }: FastifyRequest): Declared {
    return this.at(`${method} ${(routeOptions.url ?? '').slice(1 + API.length)}`);
  }

  private doorsOf(controller: Type): [string, Declared][] {
    const base = String(Reflect.getMetadata(PATH, controller));
    const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object)).map(
      ({ value }) => value as () => unknown,
    );
    return methods
      .filter((method) => typeof method === 'function' && Reflect.hasMetadata(METHOD, method))
      .map((method) => {
        const path = `${base}/${String(Reflect.getMetadata(PATH, method))}`.slice(API.length);
        const access = this.reflector.getAllAndOverride<Access>(ACCESS, [method, controller]);
        const needsFresh = this.reflector.getAllAndOverride<boolean | undefined>(FRESH, [method, controller]) ?? false;
        const standing = this.reflector.getAllAndOverride<StandingRule | undefined>(STANDING, [method, controller]);
        return [
          `${RequestMethod[Reflect.getMetadata(METHOD, method) as RequestMethod]} ${path}`,
          { access, needsFresh, standing },
        ];
      });
  }
}
