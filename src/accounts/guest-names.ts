import type { Queryable } from '../platform/database/database.ts';
import type { ConferenceSettings } from '../programme/conference.settings.ts';
import { guestRightsOf, mayGuest } from '../programme/guests.policy.ts';
import { guestNotAllowed } from '../programme/programme.problems.ts';

/** Refuses a guest a name where guests say nothing, because a name is read too. Throws `guest-not-allowed`. */
export async function refuseGuestName(tx: Queryable, accountId: string, conferenceId: string): Promise<void> {
  const [guest] = await tx.query<{ settings: ConferenceSettings }>(
    `select c.settings from accounts a
     cross join conferences c
     where a.id = $1 and a.kind = 'guest' and c.id = $2`,
    [accountId, conferenceId],
  );
  if (guest && !mayGuest('question', guestRightsOf(guest.settings), true)) throw guestNotAllowed();
}
