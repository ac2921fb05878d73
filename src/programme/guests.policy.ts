/** Rights of people without an address in a conference, from least to most. */
export const GUEST_RIGHTS = ['nothing', 'vote', 'ask-live', 'everything-held'] as const;
export type GuestRights = (typeof GUEST_RIGHTS)[number];

/** The wish of a guest; `comment` is a reply too. */
export type GuestAct = 'vote' | 'question' | 'comment';

/** A conference that never chose asks for an address, so that nobody is surprised by guests. */
export const guestRightsOf = ({ guests = 'nothing' }: { guests?: GuestRights }): GuestRights => guests;

/** Whether a guest may do this now. A question is for the live hour, unless everything is held for a moderator. */
export function mayGuest(act: GuestAct, rights: GuestRights, isLive: boolean): boolean {
  if (rights === 'everything-held') return true;
  if (act === 'vote') return rights !== 'nothing';
  return act === 'question' && rights === 'ask-live' && isLive;
}
