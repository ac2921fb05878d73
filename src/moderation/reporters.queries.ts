import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { COLUMN_OF, type JudgedWords } from './judged-words.ts';
import { isLimited, type Reporter } from './moderation.policy.ts';
import { ReportsQueries } from './reports.queries.ts';

/** Most reporters that are read; more change nothing. */
const LOOKED_AT = 50;

/** SQL: one value for all accounts of a person; an account without a mailbox index counts by itself. */
const MAILBOX = `coalesce(encode(a.mailbox_index, 'hex'), a.id::text)`;

/** Reads the reporters of a comment or recap, and the record of their reports. */
@Injectable()
export class ReportersQueries {
  constructor(
    private readonly database: Database,
    private readonly reportsQueries: ReportsQueries,
    private readonly clock: Clock,
  ) {}

  /** Lists the reporters with an open report of these words. */
  async of({ kind, id }: JudgedWords): Promise<Reporter[]> {
    // An account's age is known in days only, so it is certainly a day old on the second day after it was made.
    const rows = await this.database.ask<Omit<Reporter, 'isLimited'> & { accountId: string; conferenceId: string }>(
      `select r.account_id "accountId",
         r.conference_id "conferenceId",
         ${MAILBOX} mailbox,
         a.created_on < $2::date
           or exists (
             select from personas p
             join comments m on m.persona_id = p.id
             where p.account_id = a.id
               and p.conference_id = r.conference_id
               and m.seq is not null
               and m.withheld_at is null
           ) "isKnown",
         (
           select count(distinct coalesce(d.comment_id, d.recap_id))::int from accounts b
           join reports h on h.account_id = b.id
           join decisions d on d.comment_id = h.comment_id or d.recap_id = h.recap_id
           where (b.id = a.id or b.mailbox_index = a.mailbox_index)
             and d.conference_id = r.conference_id
             and d.kind = 'hold'
             and d.is_automated
             and d.at > $3
             and h.confirmed_at <= d.at
         ) holds
       from reports r
       join accounts a on a.id = r.account_id
       where r.${COLUMN_OF[kind]} = $1 and r.status = 'open' and r.confirmed_at is not null
       order by r.made_at limit ${LOOKED_AT}`,
      [id, this.clock.ago({ days: 1 }).toISOString().slice(0, 10), this.clock.ago({ hours: 1 })],
    );
    const through = { query: <Row>(sql: string, values?: readonly unknown[]) => this.database.ask<Row>(sql, values) };
    return Promise.all(
      rows.map(async ({ accountId, conferenceId, ...row }) => ({
        ...row,
        isLimited: isLimited(await this.reportsQueries.recordOf(through, accountId, conferenceId)),
      })),
    );
  }

  /**
   * Counts a person's open reports, under any tag of the address. Takes a lock of the person, so that simultaneous
   * reports are counted.
   */
  async openOf(tx: Queryable, accountId: string): Promise<number> {
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('reports ' || ${MAILBOX}, 0)) from accounts a where a.id = $1`,
      [accountId],
    );
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int count from accounts a
       join accounts b on b.id = a.id or b.mailbox_index = a.mailbox_index
       join reports r on r.account_id = b.id
       where a.id = $1 and r.status = 'open' and r.confirmed_at is not null`,
      [accountId],
    );
    return row!.count;
  }
}
