import { describe, expect, it } from '@jest/globals';
import { endOfToken, scopesWithoutRight } from './api-token.policy.ts';

const now = new Date('2026-04-11T10:00:00Z');
const [HERE, THERE] = ['here', 'there'];

describe('an API token', () => {
  it('ends after ninety days when nothing else is asked, after a year at most', () => {
    expect(endOfToken(null, now)).toEqual(new Date('2026-07-10T10:00:00Z'));
    expect(endOfToken(new Date('2027-04-11T10:00:00Z'), now)).toEqual(new Date('2027-04-11T10:00:00Z'));
    expect(endOfToken(new Date('2027-04-11T10:00:01Z'), now)).toBeNull();
    expect(endOfToken(now, now)).toBeNull();
  });

  it('may never do more than its maker', () => {
    const asked = { scopes: ['read', 'moderate', 'organize'] as const, conferenceId: HERE };
    expect(scopesWithoutRight(asked, [])).toEqual(['moderate', 'organize']);
    expect(scopesWithoutRight(asked, [{ role: 'speaker', conferenceId: HERE }])).toEqual(['moderate', 'organize']);
    expect(scopesWithoutRight(asked, [{ role: 'moderator', conferenceId: HERE }])).toEqual(['organize']);
    expect(scopesWithoutRight(asked, [{ role: 'organizer', conferenceId: HERE }])).toEqual([]);
    expect(scopesWithoutRight(asked, [{ role: 'organizer', conferenceId: THERE }])).toEqual(['moderate', 'organize']);
    expect(scopesWithoutRight(asked, [{ role: 'organizer', conferenceId: null }])).toEqual([]);
  });

  it('of every conference rests on a right in any of them', () => {
    const asked = { scopes: ['organize'] as const, conferenceId: null };
    expect(scopesWithoutRight(asked, [{ role: 'organizer', conferenceId: THERE }])).toEqual([]);
  });
});
