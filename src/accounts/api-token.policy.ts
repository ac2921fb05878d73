import { addTo } from '../kernel/clock.ts';
import type { ApiTokenScope } from '../kernel/api-token-scope.ts';

/** Before the random part, so that scanners for leaked secrets recognise a token. */
export const API_TOKEN_PREFIX = 'atk_';

/** Days a token is good for when nothing else is asked: as long as one conference and its discussion. */
export const API_TOKEN_DAYS = 90;

/** Most days a token is good for, as long as a session at most. */
export const API_TOKEN_DAYS_AT_MOST = 365;

/** Most tokens an account has at once. */
export const API_TOKENS_AT_MOST = 20;

/** The end of a token: the day asked for, which may be `API_TOKEN_DAYS_AT_MOST` away; null when it may not be. */
export function endOfToken(asked: Date | null, now: Date): Date | null {
  const end = asked ?? addTo(now, { days: API_TOKEN_DAYS });
  return end > now && end <= addTo(now, { days: API_TOKEN_DAYS_AT_MOST }) ? end : null;
}

interface WantedScopes {
  readonly scopes: readonly ApiTokenScope[];
  readonly conferenceId: string | null;
}

/** A grant of the account; without a conference it is one for all. */
interface HeldRight {
  readonly role: string;
  readonly conferenceId: string | null;
}

/** The scopes that rest on a grant which the account does not have where the token is to be used. */
export function scopesWithoutRight(
  { scopes, conferenceId }: WantedScopes,
  grants: readonly HeldRight[],
): ApiTokenScope[] {
  const roles = grants
    .filter((grant) => conferenceId === null || grant.conferenceId === null || grant.conferenceId === conferenceId)
    .map(({ role }) => role);
  return scopes.filter((scope) => {
    if (scope === 'organize') return !roles.includes('organizer');
    return scope === 'moderate' && !roles.includes('organizer') && !roles.includes('moderator');
  });
}
