import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import { grantOwn } from './accounts.problems.ts';
import type { Right } from './badge.policy.ts';
import { takeBadge } from './badges.ts';
import { EndApiTokens } from './end-api-tokens.ts';
import { EndInvitations } from './end-invitations.ts';
import { GrantChanges } from './grant-changes.ts';
import { lockForTeamChange, noteTeamChange } from './team.queries.ts';

/**
 * Revokes a grant, and ends the invitations its holder made with it and the API tokens that rested on it. It is gone
 * from the next request on; open desks are closed at once, and the badge leaves earlier comments by persona_changes.
 */
@Injectable()
export class RevokeGrant {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly grantChanges: GrantChanges,
    private readonly endInvitations: EndInvitations,
    private readonly endApiTokens: EndApiTokens,
  ) {}

  /** Throws `not-found`, `grant-own` (for the grant that allows the act, so that a conference keeps an organizer). */
  async revoke(actorId: string, grantId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.endInvitations.lockOfHolder(tx, grantId);
      const held = await tx.query<{ conferenceId: string } & Right>(
        'select conference_id "conferenceId", role, talk_id "talkId" from grants where id = $1',
        [grantId],
      );
      await lockForTeamChange(tx, held);
      const [grant] = await tx.query<{ accountId: string; conferenceId: string } & Right>(
        `delete from grants where id = $1 and conference_id is not null
         returning account_id "accountId", conference_id "conferenceId", role, talk_id "talkId"`,
        [grantId],
      );
      if (!grant) throw notFound();
      if (grant.accountId === actorId && grant.role === 'organizer') throw grantOwn();
      await noteTeamChange(tx, grant);
      await takeBadge(tx, grant, this.clock.now());
      await this.endInvitations.afterRevoking(tx, {
        makerId: grant.accountId,
        conferenceId: grant.conferenceId,
        actorId,
      });
      await this.endApiTokens.afterRevoking(tx, grant.accountId);
    });
    this.grantChanges.publish();
  }
}
