import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { API_TOKEN_PREFIX } from '../accounts/api-token.policy.ts';
import { ApiTokensQueries } from '../accounts/api-tokens.queries.ts';
import { foreignOrigin } from '../kernel/common.problems.ts';
import type { ActorInSession, RequestWithActor } from '../platform/http/access.ts';
import type { LimitedRequest } from '../platform/http/rate-limit-fields.ts';
import { isForApi } from '../platform/http/request-path.ts';
import { Credentials } from './credentials.ts';
import { ENTRANCES } from './entrances.ts';
import { KnownBrowsers } from './known-browsers.ts';
import { tokenRefused } from './sessions.problems.ts';
import { SessionsQueries } from './sessions.queries.ts';
import { TokenScopes } from './token-scopes.ts';
import { WriteLimits } from './write-limits.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Sign-in time of an API token, which is never fresh. */
const NEVER_FRESH = new Date(0);

const isWrite = ({ method }: FastifyRequest): boolean => !READS.includes(method);

/** Finds the actor of a request and counts their writes. */
@Injectable()
export class Actors {
  // A request has a session, an API token or a known browser, and each is counted by its own limit.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly credentials: Credentials,
    private readonly sessionsQueries: SessionsQueries,
    private readonly knownBrowsers: KnownBrowsers,
    private readonly writeLimits: WriteLimits,
    private readonly apiTokensQueries: ApiTokensQueries,
    private readonly tokenScopes: TokenScopes,
  ) {}

  /**
   * Null without a session. Looked up and counted once a request, however often it is called. Throws `origin-foreign`
   * for a write of another site with our cookie, `too-many-requests`, and for an API token `token-refused`,
   * `token-for-people-only`, `token-scope-missing`, `token-elsewhere`.
   */
  async behind(request: FastifyRequest & RequestWithActor): Promise<ActorInSession | null> {
    if (request.actor !== undefined) return request.actor;
    const found = this.credentials.tokenIn(request.headers);
    // A form of ours always has an Origin; another site's form has that site's, with our cookie.
    const isForm = !isForApi(request);
    if (
      isWrite(request) &&
      ((found?.byCookie ?? false) || (isForm && request.headers.origin !== undefined)) &&
      !this.credentials.isOwnOrigin(request.headers)
    )
      throw foreignOrigin();
    const actor = found ? await this.actorOf(found.token, request) : null;
    if (isWrite(request)) await this.count(actor, request);
    request.actor = actor;
    return actor;
  }

  private async actorOf(token: string, request: FastifyRequest): Promise<ActorInSession | null> {
    if (!token.startsWith(API_TOKEN_PREFIX)) return this.sessionsQueries.actorBehind(token);
    // Pages are for people; a program that reads them reads what everybody may.
    if (!isForApi(request)) return null;
    const holder = await this.apiTokensQueries.holderOf(token);
    if (!holder) throw tokenRefused();
    await this.tokenScopes.demand(holder, request);
    return { accountId: holder.accountId, sessionId: holder.id, begunAt: NEVER_FRESH, isGuest: false };
  }

  /** For routes that do not read the session. Throws `too-many-requests`. */
  async countReader(request: FastifyRequest): Promise<void> {
    if (isWrite(request)) await this.count(null, request);
  }

  /** Counts a sign-in from a known browser by that browser, so that strangers never use up its limit. */
  private count(actor: ActorInSession | null, request: FastifyRequest & LimitedRequest): Promise<void> {
    const { headers, ip, routeOptions } = request;
    if (actor?.isGuest) return this.writeLimits.countForGuest(actor.accountId, ip, request);
    if (actor) return this.writeLimits.countForAccount(actor.accountId, request);
    const browser = ENTRANCES.has(routeOptions.url ?? '') ? this.knownBrowsers.nameIn(headers.cookie) : null;
    return browser === null
      ? this.writeLimits.countForNetwork(ip, request)
      : this.writeLimits.countForBrowser(browser, ip, request);
  }
}
