import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { COLUMN_OF, type JudgedWords } from './judged-words.ts';
import { UNFOUNDED_DAYS } from './moderation.policy.ts';
import type { Report } from './report.entity.ts';

export interface ReportStatusView {
  /** `decided` had a consequence, `dismissed` had none; `open` waits for a moderator. */
  status: 'open' | 'decided' | 'dismissed';
  /** Time when the report was made. */
  at: string;
  /** Time when it was decided; absent while it is open. */
  decidedAt?: string;
  /** The reason of the decision; absent while it is open, and where nothing was written. */
  reason?: string;
}
/** A report that was made. */
export interface ReceiptView {
  /**
   * The key by which its status is read; its reporter alone knows it.
   *
   * @format uuid
   */
  receipt: string;
}
/** A report for its reporter, with the way to an appeal. */
export interface OwnReportView extends ReportStatusView {
  /**
   * The key by which its status is read.
   *
   * @format uuid
   */
  receipt: string;
  /** The key of the rule that was said to be broken. */
  rule: string;
  /** The decision that answered it, by which it is appealed; absent while it is open. */
  decisionId?: string;
}
export interface ReporterRecord {
  unfounded: number;
  founded: number;
  unfoundedSinceWarning: number | null;
}

type StatusRow = Pick<Report, 'receipt' | 'rule' | 'status' | 'madeAt' | 'decidedAt' | 'decisionId'> & {
  reason: string | null;
};

const STATUS = `select r.receipt, r.rule, r.status, r.made_at "madeAt", r.decided_at "decidedAt",
    r.decision_id "decisionId", d.reason
  from reports r
  left join decisions d on d.id = r.decision_id`;

const toStatus = ({ status, madeAt, decidedAt, reason }: StatusRow): ReportStatusView => ({
  status,
  at: madeAt.toISOString(),
  ...(decidedAt === null ? {} : { decidedAt: decidedAt.toISOString() }),
  ...(reason ? { reason } : {}),
});

/** Reads reports: by receipt, by reporter, and how founded an account's reports were. */
@Injectable()
export class ReportsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found`, also for a receipt whose address was not confirmed in time. */
  async status(receipt: string): Promise<ReportStatusView> {
    const [row] = isUuid(receipt)
      ? await this.database.ask<StatusRow>(`${STATUS} where r.receipt = $1`, [receipt])
      : [];
    if (!row) throw notFound();
    return toStatus(row);
  }

  /** The time zone of the report's conference. */
  async zoneOf(receipt: string): Promise<string> {
    const [row] = isUuid(receipt)
      ? await this.database.ask<{ timeZone: string }>(
          `select c.time_zone "timeZone" from reports r
           join conferences c on c.id = r.conference_id
           where r.receipt = $1`,
          [receipt],
        )
      : [];
    return row?.timeZone ?? 'UTC';
  }

  /** The decision that answered a receipt, for its reporter only. */
  async decisionFor(accountId: string, receipt: string): Promise<string | null> {
    const [row] = isUuid(receipt)
      ? await this.database.ask<{ id: string | null }>(
          'select decision_id id from reports where receipt = $1 and account_id = $2',
          [receipt, accountId],
        )
      : [];
    return row?.id ?? null;
  }

  /** Newest first. */
  async listOf(
    accountId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<OwnReportView>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const rows = await this.database.ask<StatusRow>(
      `${STATUS}
       where r.account_id = $1
         and ($3::timestamptz is null or (r.made_at, r.receipt) < ($3, $4::uuid))
       order by r.made_at desc, r.receipt desc limit $2`,
      [accountId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, ({ madeAt, receipt }) => [madeAt.toISOString(), receipt]);
    return {
      items: items.map((row) => ({
        receipt: row.receipt,
        rule: row.rule,
        ...toStatus(row),
        ...(row.decisionId === null ? {} : { decisionId: row.decisionId }),
      })),
      next,
    };
  }

  /** Throws `not-found`. */
  async get(id: string): Promise<Report> {
    const [row] = isUuid(id)
      ? await this.database.ask<Report>(
          `select id, conference_id "conferenceId", comment_id "commentId", recap_id "recapId",
             account_id "accountId",
             is_guest "isGuest", rule, reason, status, made_at "madeAt", confirmed_at "confirmedAt"
           from reports
           where id = $1 and confirmed_at is not null`,
          [id],
        )
      : [];
    if (!row) throw notFound();
    return row;
  }

  async openOn({ kind, id }: JudgedWords): Promise<string[]> {
    const rows = await this.database.ask<{ id: string }>(
      `select id from reports
       where ${COLUMN_OF[kind]} = $1 and status = 'open' and confirmed_at is not null
       order by made_at limit 100`,
      [id],
    );
    return rows.map((report) => report.id);
  }

  async recordOf(tx: Queryable, accountId: string, conferenceId: string): Promise<ReporterRecord> {
    const [row] = await tx.query<ReporterRecord>(
      `select count(*) filter (where r.status = 'dismissed')::int unfounded,
         count(*) filter (where r.status = 'decided')::int founded,
         case when w.at is null then null
           else count(*) filter (where r.status = 'dismissed' and r.made_at > w.at)::int
         end "unfoundedSinceWarning"
       from (select $1::uuid account_id, $2::uuid conference_id) who
       left join report_warnings w using (account_id, conference_id)
       left join reports r on r.account_id = who.account_id
         and r.conference_id = who.conference_id
         and r.decided_at > $3
       group by w.at`,
      [accountId, conferenceId, this.clock.ago({ days: UNFOUNDED_DAYS })],
    );
    return row!;
  }
}
