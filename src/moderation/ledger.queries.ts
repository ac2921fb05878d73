import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import type { Decision } from './decision.entity.ts';
import type { DecisionView } from './decision.view.ts';
import { BEGINNING, type ChainEnd } from './ledger-chain.ts';

export interface LedgerLine extends DecisionView {
  /** The id of the decision. */
  id: string;
  /** The role of its maker: `moderator`, `organizer`, or `server` for what the forum did by itself. */
  role: string;
  /** The thread it is about, or whose comment it is about; null for one about a person. */
  threadId: string | null;
  /** The recap it was about, answered in that thread; not there for other decisions. */
  recapId?: string;
  /** Time when its effect ends by itself; absent where it does not. */
  until?: string;
  /**
   * The decision that it takes back; absent for any other.
   *
   * @format uuid
   */
  reverses?: string;
  /**
   * The decision that took it back; absent while it stands.
   *
   * @format uuid
   */
  reversedBy?: string;
}

type LedgerLineRow = Decision & { reversedById: string | null; reversesPublicId: string | null };

/** The public decisions, newest first: roles and reasons, never names or words. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly database: Database) {}

  async list(
    conferenceId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<LedgerLine>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const rows = await this.database.read<LedgerLineRow>(
      `select d.id,
         d.at,
         d.kind,
         d.rule,
         d.reason,
         d.role,
         d.until,
         d.thread_id "threadId",
         d.recap_id "recapId",
         (
           select r.id from decisions r
           where r.reverses_id = d.id and r.is_public
           order by r.n limit 1
         ) "reversedById",
         (select o.id from decisions o where o.id = d.reverses_id and o.is_public) "reversesPublicId"
       from decisions d
       where d.conference_id = $1
         and d.is_public
         and ($3::timestamptz is null or (d.at, d.id) < ($3, $4::uuid))
       order by d.at desc, d.id desc limit $2`,
      [conferenceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.at.toISOString(), row.id]);
    return { items: items.map(toLine), next };
  }

  /** The end of the chain, which is mailed to organizers weekly and stored in exports. */
  async head(conferenceId: string): Promise<{ n: number; hash: string }> {
    const [row] = await this.database.ask<ChainEnd>('select n, hash from ledger_heads where conference_id = $1', [
      conferenceId,
    ]);
    const { n, hash } = row ?? BEGINNING;
    return { n, hash: hash.toString('hex') };
  }
}

const toLine = ({
  id,
  at,
  kind,
  rule,
  reason,
  role,
  threadId,
  recapId,
  until,
  reversedById,
  reversesPublicId,
}: LedgerLineRow): LedgerLine => ({
  id,
  at: at.toISOString(),
  kind,
  rule,
  reason,
  role,
  threadId,
  ...(recapId === null ? {} : { recapId }),
  ...(until === null ? {} : { until: until.toISOString() }),
  ...(reversesPublicId === null ? {} : { reverses: reversesPublicId }),
  ...(reversedById === null ? {} : { reversedBy: reversedById }),
});
