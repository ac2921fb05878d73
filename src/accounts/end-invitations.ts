import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import { Audit } from './audit.ts';
import { forgetSpentAddresses } from './forget-invited-addresses.ts';
import { GrantsQueries } from './grants.queries.ts';

interface RevokedGrant {
  makerId: string;
  conferenceId: string;
  actorId: string;
}

/** Decides who may still invite, and ends the open invitations of accounts that may not. */
@Injectable()
export class EndInvitations {
  constructor(
    private readonly grantsQueries: GrantsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Called in the transaction of a claim, because the right to invite may have ended since, also by a suspension. */
  async mayInvite(tx: Tx, makerId: string, conferenceId: string): Promise<boolean> {
    return (await this.grantsQueries.rolesIn(makerId, conferenceId, tx)).organizer;
  }

  /**
   * Locks the open invitations of a grant's holder before the grant goes with its badge: who accepts one of them has
   * locked it before they touch a badge.
   */
  async lockOfHolder(tx: Tx, grantId: string): Promise<void> {
    await tx.query(
      `select from invitations i
       join grants g on g.account_id = i.maker_account_id and g.conference_id = i.conference_id
       where g.id = $1 and i.claimed_at is null and i.ended_at is null
       order by i.link_id, i.id for no key update of i`,
      [grantId],
    );
  }

  /** After a grant was revoked: ends the holder's invitations, unless another grant still allows them. */
  async afterRevoking(tx: Tx, { makerId, conferenceId, actorId }: RevokedGrant): Promise<void> {
    if (await this.mayInvite(tx, makerId, conferenceId)) return;
    const now = this.clock.now();
    const ended = await tx.query<{ role: string; talkId: string | null; linkId: string }>(
      `with locked as (
         select id from invitations
         where maker_account_id = $1 and conference_id = $2 and claimed_at is null and ended_at is null
         order by link_id, id for no key update
       )
       update invitations set ended_at = $3
       where id in (select id from locked) and claimed_at is null and ended_at is null
       returning role, talk_id "talkId", link_id "linkId"`,
      [makerId, conferenceId, now],
    );
    await forgetSpentAddresses(
      tx,
      ended.map(({ linkId }) => linkId),
      now,
    );
    for (const { role, talkId } of ended) {
      await this.audit.note(tx, {
        conferenceId,
        accountId: actorId,
        role: 'organizer',
        action: `invitation.ended ${role}`,
        subject: talkId,
      });
    }
  }
}

/** For an erased account: deletes its address where it was invited and has not come. Returns in how many places. */
export async function forgetInvitationEmails(tx: Queryable, accountId: string): Promise<number> {
  const gone = await tx.query(
    `delete from invitation_emails e
     using accounts a
     where a.id = $1 and e.address_index = a.address_index
     returning 1`,
    [accountId],
  );
  return gone.length;
}

/** For an erased account: ends its invitations and removes the reference to it. */
export async function forgetMaker(tx: Queryable, accountId: string, now: Date): Promise<number> {
  const forgotten = await tx.query(
    `update invitations
     set maker_account_id = null,
       ended_at = case when claimed_at is null then coalesce(ended_at, $2) else ended_at end
     where maker_account_id = $1
     returning 1`,
    [accountId, now],
  );
  return forgotten.length;
}
