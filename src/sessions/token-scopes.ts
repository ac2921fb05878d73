import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TokenHolder } from '../accounts/api-tokens.queries.ts';
import { ScopeRegistry, type Scope } from '../platform/http/access.ts';
import { DeclaredAccess, tokenScopeOf, type AccessDeclaration } from '../platform/http/declared-access.ts';
import { tokenElsewhere, tokenForPeopleOnly, tokenScopeMissing } from './sessions.problems.ts';

/** The thing that the parameter behind a part of a path names, for routes that declare no scope of their own. */
const NAMED: Readonly<Record<string, Scope['kind']>> = {
  conferences: 'conference',
  threads: 'thread',
  comments: 'comment',
  questions: 'comment',
  talks: 'talk',
  personas: 'persona',
};

/** Decides what an API token may do: its holder's rights are asked as ever, and its scopes only narrow them. */
@Injectable()
export class TokenScopes {
  constructor(
    private readonly declaredAccess: DeclaredAccess,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  /** Throws `token-for-people-only`, `token-scope-missing`, `token-elsewhere`. */
  async demand({ scopes, conferenceId }: TokenHolder, request: FastifyRequest): Promise<void> {
    const declared = this.declaredAccess.behind(request);
    const scope = tokenScopeOf(declared);
    if (scope === null) throw tokenForPeopleOnly();
    if (!scopes.includes(scope)) throw tokenScopeMissing({ scope });
    if (conferenceId !== null) await this.demandConference(conferenceId, declared, request);
  }

  /** An absent thing is left to the route, which refuses it. */
  private async demandConference(
    conferenceId: string,
    declared: AccessDeclaration,
    request: FastifyRequest,
  ): Promise<void> {
    const place = placeOf(declared, request);
    if (!place || place.kind === 'any') throw tokenElsewhere();
    const key = (request.params as Record<string, string>)[place.param] ?? '';
    const asked = await this.scopeRegistry.conferenceOf(place, key);
    if (asked !== null && asked !== conferenceId) throw tokenElsewhere();
  }
}

function placeOf({ access, standing }: AccessDeclaration, { routeOptions }: FastifyRequest): Scope | null {
  if (access.scope) return access.scope;
  if (standing?.asked === 'here') return standing.scope;
  const [, part, param] = /\/([a-z]+)\/:([a-zA-Z]+)/.exec(routeOptions.url ?? '') ?? [];
  const kind = part === undefined ? undefined : NAMED[part];
  return kind && param !== undefined ? { kind, param } : null;
}
