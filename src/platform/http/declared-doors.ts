import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS, type Access, type Caller } from './access.ts';

const API = 'api/v1/';

/** Under which Nest's `@Controller` and `@Get` leave what they were told. */
const [PATH, METHOD] = ['path', 'method'] as const;

/** Whom each door of the API is declared for, read from the declarations the guard enforces. */
@Injectable()
export class DeclaredDoors {
  private doors: ReadonlyMap<string, Caller> | undefined;

  constructor(private readonly modules: ModulesContainer, private readonly reflector: Reflector) {}

  /** `door`: the method and the path below /api/v1, as `POST comments/:id/reports`. Throws when there is none. */
  readonly callerAt = (door: string): Caller => {
    this.doors ??= new Map([...this.modules.values()].flatMap(({ controllers }) => [...controllers.values()]).flatMap(({ metatype }) => this.doorsOf(metatype as Type)));
    const caller = this.doors.get(door);
    if (!caller) throw new Error(`there is no door ${door}`);
    return caller;
  };

  private doorsOf(controller: Type): [string, Caller][] {
    const base = String(Reflect.getMetadata(PATH, controller));
    const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object)).map(({ value }) => value as () => unknown);
    return methods.filter((method) => typeof method === 'function' && Reflect.hasMetadata(METHOD, method)).map((method) => {
      const path = `${base}/${String(Reflect.getMetadata(PATH, method))}`.slice(API.length);
      const { caller } = this.reflector.getAllAndOverride<Access>(ACCESS, [method, controller]);
      return [`${RequestMethod[Reflect.getMetadata(METHOD, method) as RequestMethod]} ${path}`, caller];
    });
  }
}
