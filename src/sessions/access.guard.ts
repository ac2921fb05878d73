import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { GrantsQueries, mayEnter } from '../accounts/grants.queries.ts';
import { addressRequired } from '../accounts/accounts.problems.ts';
import { refuseSanctioned, StandingsQueries } from '../accounts/standings.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { notAllowed, notFound, sessionRequired } from '../kernel/common.problems.ts';
import {
  ACCESS,
  ADDRESS,
  FRESH,
  ScopeRegistry,
  STANDING,
  type Access,
  type Caller,
  type ActorInSession,
  type RequestWithActor,
  type Scope,
  type StandingRule,
} from '../platform/http/access.ts';
import type { AccessDeclaration } from '../platform/http/declared-access.ts';
import { Actors } from './actors.ts';
import { FRESH_MINUTES, isFresh } from './session.policy.ts';
import { signInStale } from './sessions.problems.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Callers that need a grant. */
const POWERS: readonly Caller[] = ['talk-moderator', 'moderator', 'organizer'];

/** The one guard, which enforces each route's `@For`. A route without it is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  // The one guard checks session, grant, sanction and freshness in this order, and nothing else does.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: Actors,
    private readonly grantsQueries: GrantsQueries,
    private readonly standingsQueries: StandingsQueries,
    private readonly scopeRegistry: ScopeRegistry,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, places);
    if (!access) throw notAllowed();
    const needsFresh = this.reflector.getAllAndOverride<boolean | undefined>(FRESH, places) ?? false;
    const needsAddress = this.reflector.getAllAndOverride<boolean | undefined>(ADDRESS, places) ?? false;
    const standing = this.reflector.getAllAndOverride<StandingRule | undefined>(STANDING, places);
    await this.admit(context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>(), {
      access,
      needsFresh,
      needsAddress,
      standing,
    });
    return true;
  }

  /**
   * Returns when the request satisfies its route's declaration, else throws why not. Reads no body, so that it can run
   * before the body arrives.
   */
  async admit(request: FastifyRequest & RequestWithActor, declared: AccessDeclaration): Promise<void> {
    const { access, needsFresh, needsAddress, standing } = declared;
    if (access.caller === 'reader') return this.actors.countReader(request);
    await this.actors.behind(request);
    if (request.actor && standing?.asked === 'here') await this.demandStanding(standing.scope, request, request.actor);
    if (access.caller === 'guest' && !needsFresh) return;
    if (!request.actor) throw sessionRequired();
    if (needsAddress && request.actor.isGuest) throw addressRequired();
    if (POWERS.includes(access.caller)) await this.demand(access, request, request.actor);
    // Last, so that a person without the right is not sent to sign in for nothing.
    // A guest has no other proof than the cookie, however old it is.
    if (needsFresh && !request.actor.isGuest && !isFresh(request.actor.begunAt, this.clock.now()))
      throw signInStale({ minutes: FRESH_MINUTES });
  }

  private async demand(
    { caller, scope }: Access,
    request: FastifyRequest,
    { accountId }: ActorInSession,
  ): Promise<void> {
    if (!scope || scope.kind === 'any') {
      if (!(await this.grantsQueries.isOrganizerEverywhere(accountId))) throw notAllowed();
      return;
    }
    const key = keyIn(request, scope);
    const conferenceId = await this.scopeRegistry.conferenceOf(scope, key);
    if (!conferenceId) throw notFound();
    const roles = await this.grantsQueries.heldIn(accountId, conferenceId);
    // The talk is looked up last, because few people moderate a single talk only.
    const enters =
      mayEnter(caller, roles, null) ||
      (roles.moderatorOf.size > 0 && mayEnter(caller, roles, await this.scopeRegistry.talkOf(scope, key)));
    if (!enters) throw (await this.scopeRegistry.isHidden(scope, key)) ? notFound() : notAllowed();
    await this.demandPower(accountId, conferenceId, READS.includes(request.method));
  }

  /**
   * A mute keeps people with a grant from deciding, because decisions are published; a suspension also from reading
   * what a grant shows.
   */
  private async demandPower(accountId: string, conferenceId: string, isRead: boolean): Promise<void> {
    const sanctions = await this.standingsQueries.sanctionsOf(accountId, conferenceId);
    refuseSanctioned(isRead ? sanctions.filter(({ kind }) => kind === 'suspended') : sanctions);
  }

  /** An absent thing is left to the verb, which refuses it. Throws `account-suspended`, `account-muted`. */
  private async demandStanding(scope: Scope, request: FastifyRequest, { accountId }: ActorInSession): Promise<void> {
    const conferenceId = await this.scopeRegistry.conferenceOf(scope, keyIn(request, scope));
    if (conferenceId) refuseSanctioned(await this.standingsQueries.sanctionsOf(accountId, conferenceId));
  }
}

const keyIn = (request: FastifyRequest, { param }: Scope): string =>
  (request.params as Record<string, string>)[param] ?? '';
