import { describe, expect, it } from '@jest/globals';
import { GUEST_RIGHTS, guestRightsOf, mayGuest, type GuestAct, type GuestRights } from './guests.policy.ts';

const ACTS: readonly GuestAct[] = ['vote', 'question', 'comment'];
const allowed = (rights: GuestRights, isLive: boolean): GuestAct[] =>
  ACTS.filter((act) => mayGuest(act, rights, isLive));

describe('what people without an address may do', () => {
  it.each<[GuestRights, GuestAct[], GuestAct[]]>([
    ['nothing', [], []],
    ['vote', ['vote'], ['vote']],
    ['ask-live', ['vote'], ['vote', 'question']],
    ['everything-held', ['vote', 'question', 'comment'], ['vote', 'question', 'comment']],
  ])('follows what the conference chose: %s', (rights, ordinarily, live) => {
    expect({ ordinarily: allowed(rights, false), live: allowed(rights, true) }).toEqual({ ordinarily, live });
  });

  it('is nothing in a conference that never chose', () => {
    expect(guestRightsOf({})).toBe('nothing');
    expect(GUEST_RIGHTS.map((guests) => guestRightsOf({ guests }))).toEqual(GUEST_RIGHTS);
  });
});
