import { Injectable } from '@nestjs/common';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Standing } from './account.entity.ts';

export type SanctionKind = 'muted' | 'suspended';

interface SanctionFields {
  accountId: string;
  conferenceId: string;
  kind: SanctionKind;
  until: Date | null;
  reason: string;
  decisionId: string;
}

/**
 * Sets and lifts the sanctions of an account in a conference, in the transaction of moderation's decision; they expire
 * by the clock.
 */
@Injectable()
export class WriteStanding {
  /** A later sanction replaces an earlier one of its kind. Returns its id. */
  async set(tx: Tx, { accountId, conferenceId, kind, until, reason, decisionId }: SanctionFields): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `insert into standings (id, account_id, conference_id, kind, until, reason, decision_id)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (account_id, conference_id, kind)
       do update set id = excluded.id, until = excluded.until, reason = excluded.reason,
         decision_id = excluded.decision_id
       returning id`,
      [blindId(), accountId, conferenceId, kind, until, reason, decisionId],
    );
    return row!.id;
  }

  /** Null when it has expired or was replaced. */
  async lift(tx: Tx, where: { id: string } | { decisionId: string }): Promise<Standing | null> {
    const [column, value] = 'id' in where ? ['id', where.id] : ['decision_id', where.decisionId];
    const [row] = await tx.query<Standing>(
      `delete from standings where ${column} = $1
       returning id, account_id "accountId", conference_id "conferenceId", kind, until, reason,
         decision_id "decisionId"`,
      [value],
    );
    return row ?? null;
  }
}
