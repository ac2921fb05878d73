import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { GrantsQueries, mayEnter } from '../accounts/grants.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { notAllowed, notFound, sessionRequired } from '../kernel/common.problems.ts';
import { ACCESS, FRESH, ScopeRegistry, type Access, type Caller, type ActorInSession, type RequestWithActor } from '../platform/http/access.ts';
import { Actors } from './actors.ts';
import { FRESH_MINUTES, isFresh } from './session.policy.ts';
import { signInStale } from './sessions.problems.ts';

/** Callers who need a grant. */
const POWERS: readonly Caller[] = ['talk-moderator', 'moderator', 'organizer'];

/** The one guard: what a door's `@For` says is enforced here and nowhere else. A door without it stays shut. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly actors: Actors, private readonly grants: GrantsQueries, private readonly scopes: ScopeRegistry, private readonly clock: Clock) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) throw notAllowed();
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    if (access.caller === 'reader') {
      await this.actors.countReader(request);
      return true;
    }
    await this.actors.behind(request);
    const needsFresh = this.reflector.getAllAndOverride<boolean | undefined>(FRESH, [context.getHandler(), context.getClass()]) ?? false;
    if (access.caller === 'guest' && !needsFresh) return true;
    if (!request.actor) throw sessionRequired();
    if (POWERS.includes(access.caller)) await this.demand(access, request, request.actor);
    // Last, so that somebody who may not do it at all is not sent to sign in for nothing.
    if (needsFresh && !isFresh(request.actor.begunAt, this.clock.now())) throw signInStale({ minutes: FRESH_MINUTES });
    return true;
  }

  private async demand({ caller, scope }: Access, request: FastifyRequest, { accountId }: ActorInSession): Promise<void> {
    if (!scope || scope.kind === 'any') {
      if (!(await this.grants.isOrganizerEverywhere(accountId))) throw notAllowed();
      return;
    }
    const key = (request.params as Record<string, string>)[scope.param] ?? '';
    const conferenceId = await this.scopes.conferenceOf(scope, key);
    if (!conferenceId) throw notFound();
    const roles = await this.grants.rolesIn(accountId, conferenceId);
    if (mayEnter(caller, roles, null)) return;
    // Asked last: few moderate one talk alone.
    if (roles.moderatorOf.size > 0 && mayEnter(caller, roles, await this.scopes.talkOf(scope, key))) return;
    throw (await this.scopes.isHidden(scope, key)) ? notFound() : notAllowed();
  }
}
