import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiTokenScope } from '../../kernel/api-token-scope.ts';

/**
 * The callers of a route. The decorators declare it; the one global guard in `sessions` enforces it.
 * - `reader`: anybody; the session is not read, so that the answer is the same for all.
 * - `guest`: anybody; a session is used when there is one.
 * - `participant`: a session.
 * - `moderator`, `organizer`: a session with that grant in the conference of the route; for what belongs to one talk, a
 * moderator of that talk counts too.
 * - `talk-moderator`: a moderator of the conference or of any talk in it; the route shows each caller their own part.
 */
export type Caller = 'reader' | 'guest' | 'participant' | 'talk-moderator' | 'moderator' | 'organizer';

/** The path parameter that leads to the conference of a route, and what it names. */
export interface Scope {
  kind:
    | 'conference'
    | 'thread'
    | 'comment'
    | 'recap'
    | 'talk'
    | 'persona'
    | 'report'
    | 'appeal'
    | 'sanction'
    | 'grant'
    | 'any';
  param: string;
}

export interface Access {
  caller: Caller;
  scope: Scope | null;
}

export const ACCESS = 'aftertalk:access';

export const For = (caller: Caller, scope: Scope | null = null): CustomDecorator =>
  SetMetadata(ACCESS, { caller, scope } satisfies Access);

export const FRESH = 'aftertalk:fresh';

/**
 * Beside `@For`, on routes whose effect cannot be undone: requires a sign-in (code, link or passkey) of the last
 * minutes.
 */
export const Fresh = (): CustomDecorator => SetMetadata(FRESH, true);

export const ADDRESS = 'aftertalk:address';

/** Beside `@For`, on routes that need an account with an address: refuses guests. */
export const WithAddress = (): CustomDecorator => SetMetadata(ADDRESS, true);

export const STANDING = 'aftertalk:standing';

/** The way a write asks for the present rights of the actor; see `AsksStanding`. */
export type StandingRule =
  | { asked: 'here'; scope: Scope }
  | { asked: 'by-the-verb' }
  | { asked: 'never'; because: string };

/**
 * Beside `@For`, at routes that write into a conference: the guard refuses an actor who is muted or suspended there.
 * Routes for people with a grant need no such mark, because the guard knows their conference. A test lists all routes.
 */
export const AsksStanding = (scope: Scope): CustomDecorator =>
  SetMetadata(STANDING, { asked: 'here', scope } satisfies StandingRule);

/** For writes whose verb checks in its own transaction, because a sanction may arrive meanwhile. */
export const VerbAsksStanding = (): CustomDecorator =>
  SetMetadata(STANDING, { asked: 'by-the-verb' } satisfies StandingRule);

/** For writes that stay open to people who are muted or suspended; `because` says why. */
export const SparesStanding = (because: string): CustomDecorator =>
  SetMetadata(STANDING, { asked: 'never', because } satisfies StandingRule);

export const TOKEN_SCOPE = 'aftertalk:token-scope';

/**
 * Beside `@For`: the scope with which an API token may call the route; null keeps it to people. Without it a route for
 * moderators needs `moderate`, one for organizers `organize`, and all others are kept to people.
 */
export const TokensWith = (scope: ApiTokenScope | null): CustomDecorator => SetMetadata(TOKEN_SCOPE, scope);

export const AUDITS_ITSELF = 'aftertalk:audits-itself';

/** For privileged routes whose verb writes its own audit entry, or none; all others are recorded by their path. */
export const AuditsItself = (): CustomDecorator => SetMetadata(AUDITS_ITSELF, true);

export const conferenceIn = (param: string): Scope => ({ kind: 'conference', param });
export const threadIn = (param: string): Scope => ({ kind: 'thread', param });
export const commentIn = (param: string): Scope => ({ kind: 'comment', param });
export const recapIn = (param: string): Scope => ({ kind: 'recap', param });
export const talkIn = (param: string): Scope => ({ kind: 'talk', param });
export const personaIn = (param: string): Scope => ({ kind: 'persona', param });
export const reportIn = (param: string): Scope => ({ kind: 'report', param });
export const appealIn = (param: string): Scope => ({ kind: 'appeal', param });
export const sanctionIn = (param: string): Scope => ({ kind: 'sanction', param });
export const grantIn = (param: string): Scope => ({ kind: 'grant', param });
/** Requires an organizer of all conferences; for what belongs to no conference. */
export const everywhere: Scope = { kind: 'any', param: '' };

/** The account and session of a request. Never leaves the server. */
export interface ActorInSession {
  readonly accountId: string;
  readonly sessionId: string;
  readonly begunAt: Date;
  /** Whether the account has no address, and only this session. */
  readonly isGuest: boolean;
}

export interface RequestWithActor {
  actor?: ActorInSession | null;
  /** Whether a write only tried or showed something. */
  hasChangedNothing?: boolean;
}

/** Tells the audit that a write has changed nothing, such as a dry run or the preview of an e-mail. */
export const noteChangedNothing = (request: object): void => {
  (request as RequestWithActor).hasChangedNothing = true;
};

/** The actor: set on routes for participants and above, possibly null on routes for guests. */
export const Actor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<RequestWithActor>().actor ?? null,
);

/** Finds the conference a thing belongs to; each module registers its own kinds. */
export class ScopeRegistry {
  private readonly finders = new Map<Scope['kind'], (key: string) => Promise<string | null>>();
  private readonly talks = new Map<Scope['kind'], (key: string) => Promise<string | null>>();
  private readonly hiders = new Map<Scope['kind'], (key: string) => Promise<boolean>>();

  /**
   * `isHidden` says whether a thing exists only for callers who may act on it; `talkOf` finds the talk it belongs to,
   * if any.
   */
  register(
    kind: Scope['kind'],
    find: (key: string) => Promise<string | null>,
    {
      isHidden,
      talkOf,
    }: { isHidden?: (key: string) => Promise<boolean>; talkOf?: (key: string) => Promise<string | null> } = {},
  ): void {
    this.finders.set(kind, find);
    if (isHidden) this.hiders.set(kind, isHidden);
    if (talkOf) this.talks.set(kind, talkOf);
  }

  async talkOf(scope: Scope, key: string): Promise<string | null> {
    return (await this.talks.get(scope.kind)?.(key)) ?? null;
  }

  async isHidden(scope: Scope, key: string): Promise<boolean> {
    return (await this.hiders.get(scope.kind)?.(key)) ?? false;
  }

  /** The conference's id, or null when the thing is absent. */
  async conferenceOf(scope: Scope, key: string): Promise<string | null> {
    const find = this.finders.get(scope.kind);
    if (!find) throw new Error(`no room registered how to find the conference of a ${scope.kind}`);
    return find(key);
  }
}
