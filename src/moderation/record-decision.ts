import { Injectable } from '@nestjs/common';
import { GrantsQueries } from '../accounts/grants.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { DecisionKind } from './decision.entity.ts';

export interface Deciding { actorId: string; conferenceId: string; threadId: string | null; commentId: string | null; kind: DecisionKind; rule: string | null; reason: string; isPublic: boolean }

/** Appends a decision, in the transaction of the act itself: a database that dies leaves both or neither. */
@Injectable()
export class RecordDecision {
  constructor(private readonly clock: Clock, private readonly grants: GrantsQueries) {}

  async run(tx: Tx, deciding: Deciding): Promise<void> {
    const { organizer } = await this.grants.rolesIn(deciding.actorId, deciding.conferenceId, tx);
    await tx.query(
      `insert into decisions (id, conference_id, thread_id, comment_id, kind, rule, reason, role, actor_account_id, reverses_id, is_public, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
         case when $5 = 'restore' then (select d.id from decisions d where d.comment_id = $4 and d.kind = 'withhold' order by d.at desc limit 1) end, $10, $11)`,
      [blindId(), deciding.conferenceId, deciding.threadId, deciding.commentId, deciding.kind, deciding.rule, deciding.reason, organizer ? 'organizer' : 'moderator', deciding.actorId, deciding.isPublic, this.clock.now()],
    );
  }
}
