import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { DecisionLetter, LetterKind } from './decision.entity.ts';

export interface Due extends DecisionLetter { locale: 'fr' | 'en' }

const AT_ONCE = 20;

/** Letters about decisions: put down in the transaction of what they tell, sent by notifications, each once. */
@Injectable()
export class DueLetters {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  async put(tx: Pick<Tx, 'query'>, { accountId, kind, conferenceId, decisionId = null, receipt = null, facts = {} }: { accountId: string; kind: LetterKind; conferenceId: string; decisionId?: string | null; receipt?: string | null; facts?: Record<string, string | number> }): Promise<void> {
    await tx.query(
      'insert into decision_letters (id, account_id, kind, conference_id, decision_id, receipt, facts, at) select $1, a.id, $3, $4, $5, $6, $7, $8 from accounts a where a.id = $2',
      [blindId(), accountId, kind, conferenceId, decisionId, receipt, facts, this.clock.now()],
    );
  }

  /** What nobody else is sending; noted as tried before it is. What fails is tried again after five minutes, for three days. */
  take(): Promise<Due[]> {
    return this.database.ask<Due>(
      `with taken as (
         update decision_letters set tried_at = $1 where id in (
           select id from decision_letters where left_at is null and at > $1::timestamptz - interval '3 days' and (tried_at is null or tried_at < $1::timestamptz - interval '5 minutes')
           order by at limit ${AT_ONCE} for update skip locked) returning *)
       select t.id, t.account_id "accountId", t.kind, t.conference_id "conferenceId", t.decision_id "decisionId", t.receipt, t.facts, t.at, t.tried_at "triedAt", t.left_at "leftAt", a.locale
       from taken t join accounts a on a.id = t.account_id order by t.at`,
      [this.clock.now()],
    );
  }

  async left(id: string): Promise<void> {
    await this.database.ask('update decision_letters set left_at = $2 where id = $1', [id, this.clock.now()]);
  }
}
