import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import {
  COLLECTED_MINUTES,
  planEmails,
  RETRY_MINUTES,
  type EmailPlan,
  type PendingNotice,
} from '../platform/mail/collecting.policy.ts';

/** A table whose rows become e-mails, and its columns; SQL written in this code, never input. */
export interface EmailSource {
  table: string;
  /** Condition for rows that are e-mailed at all. */
  where: string;
  /** Rows before this time are given up. `$1` is now. */
  since: string;
  topic: string;
  emailId: string;
  dueAt: string;
  triedAt: string;
  leftAt: string;
  isRefused: string;
}

/** An e-mail that this node alone sends now. A retry has the same id. */
export interface ClaimedEmail {
  id: string;
  accountId: string;
  noticeIds: string[];
}

interface PlannedEmail extends EmailPlan {
  accountId: string;
}

/** Most accounts in one round. */
const ACCOUNTS_AT_ONCE = 20;

/** Collects the notices of accounts into e-mails, and claims each e-mail for one node. */
@Injectable()
export class ClaimEmails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the e-mails to send now; an empty list when nothing is due. */
  async claim(source: EmailSource): Promise<ClaimedEmail[]> {
    for (;;) {
      const { emails, isIdle } = await this.database.transaction((tx) => this.claimSome(tx, source));
      // Notices that only have to wait were noted as waiting, so that the next round sees others.
      if (isIdle || emails.length > 0) return emails;
    }
  }

  /** Notes that nothing is left to send of an e-mail; `isTaken` is false when the mail server refused it for good. */
  async markSent({ table, emailId, leftAt, isRefused }: EmailSource, id: string, isTaken: boolean): Promise<void> {
    await this.database.ask(
      `update ${table} set ${leftAt} = $2, ${isRefused} = not $3::boolean where ${emailId} = $1`,
      [id, this.clock.now(), isTaken],
    );
  }

  private async claimSome(tx: Tx, source: EmailSource): Promise<{ emails: ClaimedEmail[]; isIdle: boolean }> {
    const now = this.clock.now();
    const due = `${source.where} and ${source.leftAt} is null and (${source.dueAt} is null or ${source.dueAt} <= $1)`;
    // The account is locked before its rows are read, so that two nodes never make two first e-mails of one topic.
    const accounts = await tx.query<{ id: string }>(
      `select id from accounts
       where id in (select account_id from ${source.table} where ${due} and at > ${source.since} order by at limit 200)
       limit ${ACCOUNTS_AT_ONCE}
       for no key update skip locked`,
      [now],
    );
    if (accounts.length === 0) return { emails: [], isIdle: true };
    const accountIds = accounts.map(({ id }) => id);
    const pending = await tx.query<PendingNotice & { accountId: string }>(
      `select id, account_id "accountId", ${source.topic} topic, ${source.emailId} "emailId"
       from ${source.table}
       where account_id = any($2)
         and ${due}
         and (
           at > ${source.since}
           or ${source.emailId} in (
             select ${source.emailId} from ${source.table}
             where account_id = any($2) and ${due} and at > ${source.since}
           )
         )
       order by at, id
       for update skip locked`,
      [now, accountIds],
    );
    const tried = await tx.query<{ accountId: string; topic: string; at: Date }>(
      `select account_id "accountId", ${source.topic} topic, max(${source.triedAt}) at
       from ${source.table}
       where account_id = any($2) and ${source.where} and ${source.topic} is not null
         and ${source.triedAt} > $1::timestamptz - interval '${COLLECTED_MINUTES} minutes'
       group by 1, 2`,
      [now, accountIds],
    );
    const plans = accountIds.map((accountId): PlannedEmail => ({
      accountId,
      ...planEmails(
        pending.filter((notice) => notice.accountId === accountId),
        new Map(tried.filter((last) => last.accountId === accountId).map(({ topic, at }) => [topic, at])),
        now,
      ),
    }));
    return { emails: await this.note(tx, source, plans), isIdle: pending.length === 0 };
  }

  /** Stores the plan. The e-mails count as tried before they are sent. */
  private async note(tx: Tx, source: EmailSource, plans: readonly PlannedEmail[]): Promise<ClaimedEmail[]> {
    const emails = plans.flatMap(({ accountId, emails: planned }) =>
      planned.map(({ emailId, noticeIds }): ClaimedEmail => ({ id: emailId ?? blindId(), accountId, noticeIds })),
    );
    const claimed = emails.flatMap(({ id, noticeIds }) => noticeIds.map((noticeId) => ({ id, noticeId })));
    if (claimed.length > 0) {
      await tx.query(
        `update ${source.table} n
         set ${source.emailId} = v.email, ${source.triedAt} = $1,
           ${source.dueAt} = $1::timestamptz + interval '${RETRY_MINUTES} minutes'
         from unnest($2::uuid[], $3::uuid[]) v(id, email) where n.id = v.id`,
        [this.clock.now(), claimed.map(({ noticeId }) => noticeId), claimed.map(({ id }) => id)],
      );
    }
    for (const { noticeIds, dueAt } of plans.flatMap(({ later }) => later)) {
      await tx.query(`update ${source.table} set ${source.dueAt} = $2 where id = any($1)`, [noticeIds, dueAt]);
    }
    return emails;
  }
}
