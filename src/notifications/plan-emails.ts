import { Injectable } from '@nestjs/common';
import { WriteEmailSettings } from '../accounts/write-email-settings.ts';
import type { EmailSettings } from '../accounts/email-kinds.policy.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { waitsFrom } from './collect-notices.ts';
import {
  dayBegan,
  dueAfterChange,
  planAccount,
  type AccountPlan,
  type EmailNoticeKind,
  type UnsentNotice,
  type SentEmails,
} from './mail.policy.ts';

/**
 * Accounts planned in one transaction, so that no lock is held for long and no other work waits long for the event loop
 * or a core of the database.
 */
const ACCOUNTS_AT_ONCE = 50;

type PendingRow = Omit<UnsentNotice, 'place'> & {
  accountId: string;
  isDue: boolean;
  startsOn: string;
  endsOn: string;
  timeZone: string;
};

/** Notices no e-mail holds yet, with the days of their conference and the state of what they are about. */
const PENDING = `select n.id, n.account_id "accountId", n.kind, n.rule, n.conference_id "conferenceId",
    n.due_at <= $2 "isDue", c.starts_on::text "startsOn", c.ends_on::text "endsOn", c.time_zone "timeZone",
    coalesce((select t.readonly_at from threads t where t.id = n.thread_id) <= n.at, false) "isOver",
    coalesce((select m.question_status from comments m where m.id = n.comment_id) = 'open', false) "isOpen"
  from email_notices n
  join conferences c on c.id = n.conference_id
  where n.account_id = any($1) and n.due_at is not null
  order by n.at, n.id`;

/**
 * Decides what becomes of notices that are due: makes rows of e-mails, puts off, or settles. An account is locked
 * meanwhile, so that two nodes never spend its budget twice.
 */
@Injectable()
export class PlanEmails {
  constructor(
    private readonly database: Database,
    private readonly writeEmailSettings: WriteEmailSettings,
    private readonly clock: Clock,
  ) {
    writeEmailSettings.onChange((tx, accountId, settings) => this.planAnew(tx, accountId, settings));
  }

  /** Plans some of the accounts that have something due. Returns how many; none once nothing is due. */
  plan(): Promise<number> {
    return this.database.transaction((tx) => this.planSome(tx));
  }

  private async planSome(tx: Tx): Promise<number> {
    const now = this.clock.now();
    const accounts = await tx.query<{ id: string }>(
      `select id from accounts
       where id in (select account_id from email_notices where due_at <= $1 order by due_at limit 1000)
       limit ${ACCOUNTS_AT_ONCE}
       for no key update skip locked`,
      [now],
    );
    if (accounts.length === 0) return 0;
    const ids = accounts.map(({ id }) => id);
    await putOffMoved(tx, ids, now);
    const settings = await this.writeEmailSettings.ofAll(tx, ids);
    const pending = await tx.query<PendingRow>(PENDING, [ids, now]);
    const sent = await sentTo(tx, ids, now);
    const plans = ids.map((accountId) => {
      const own = pending.filter((notice) => notice.accountId === accountId).map(toPending);
      const isDue = new Map(pending.map((row) => [row.id, row.isDue]));
      const due = own.filter(({ id }) => isDue.get(id));
      const chosen = settings.get(accountId)!;
      const emails = sent.filter((email) => email.accountId === accountId);
      return {
        accountId,
        ...planAccount({
          settings: chosen,
          sent: countOf(emails, due[0] && dayBegan(chosen, due[0].place, now)),
          due,
          waiting: own.filter(({ id }) => !isDue.get(id)),
          now,
        }),
      };
    });
    await note(tx, plans, now);
    return accounts.length;
  }

  /** After a change of settings: when each notice that waits is considered next. */
  private async planAnew(tx: Tx, accountId: string, settings: EmailSettings): Promise<void> {
    const now = this.clock.now();
    if (settings.pausedUntil !== null) await takeBack(tx, accountId, now);
    const pending = (await tx.query<PendingRow>(PENDING, [[accountId], now])).filter(({ rule }) => rule !== null);
    await tx.query(
      `update email_notices n set due_at = v.due
       from unnest($1::uuid[], $2::timestamptz[]) v(id, due) where n.id = v.id`,
      [pending.map(({ id }) => id), pending.map((row) => dueAfterChange(toPending(row), settings, now))],
    );
  }
}

/** Questions to a talk that was moved to a later time wait until it is over. */
async function putOffMoved(tx: Tx, accountIds: readonly string[], now: Date): Promise<void> {
  await tx.query(
    `update email_notices n
     set due_at = ${waitsFrom('k')}
     from threads h
     join talks k on k.id = h.talk_id
     where n.account_id = any($1) and n.kind = 'waiting' and n.due_at <= $2
       and h.id = n.thread_id and ${waitsFrom('k')} > $2`,
    [accountIds, now],
  );
}

/** Deletes unsent e-mails when a pause begins; their notices wait for its end. */
async function takeBack(tx: Tx, accountId: string, now: Date): Promise<void> {
  const taken = await tx.query<{ id: string }>(
    'select id from emails where account_id = $1 and left_at is null and tried_at is null for update skip locked',
    [accountId],
  );
  const ids = taken.map(({ id }) => id);
  await tx.query(
    `update email_notices set email_id = null, due_at = $2, rule = 'pause' where email_id = any($1) and fate is null`,
    [ids, now],
  );
  await tx.query('delete from emails where id = any($1)', [ids]);
}

const toPending = ({
  accountId: _account,
  isDue: _due,
  startsOn,
  endsOn,
  timeZone,
  ...notice
}: PendingRow): UnsentNotice => ({
  ...notice,
  place: { startsOn, endsOn, timeZone },
});

interface SentRow {
  accountId: string;
  kind: EmailNoticeKind | null;
  madeAt: Date;
}

const sentTo = (tx: Tx, accountIds: readonly string[], now: Date): Promise<SentRow[]> =>
  tx.query<SentRow>(
    `select account_id "accountId", kind, made_at "madeAt"
     from emails
     where account_id = any($1) and made_at > $2::timestamptz - interval '2 days'
     order by made_at`,
    [accountIds, now],
  );

function countOf(emails: readonly SentRow[], since: Date | undefined): SentEmails {
  return {
    today: since === undefined ? 0 : emails.filter(({ madeAt }) => madeAt >= since).length,
    lastAt: Object.fromEntries(emails.flatMap(({ kind, madeAt }) => (kind === null ? [] : [[kind, madeAt]]))),
  };
}

/** Stores the plans of accounts, each kind of change in one statement. */
async function note(tx: Tx, plans: readonly (AccountPlan & { accountId: string })[], now: Date): Promise<void> {
  const emails = plans.flatMap(({ accountId, emails: planned }) =>
    planned.map((email) => ({ ...email, accountId, id: blindId() })),
  );
  if (emails.length > 0) {
    await tx.query(
      `insert into emails (id, account_id, form, kind, made_at)
       select v.id, v.account_id, v.form, v.kind, $5
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) v(id, account_id, form, kind)`,
      [
        emails.map(({ id }) => id),
        emails.map(({ accountId }) => accountId),
        emails.map(({ form }) => form),
        emails.map(({ kind }) => kind),
        now,
      ],
    );
    const held = emails.flatMap(({ id, noticeIds }) => noticeIds.map((noticeId) => ({ id, noticeId })));
    await tx.query(
      `update email_notices n set email_id = v.email_id, due_at = null
       from unnest($1::uuid[], $2::uuid[]) v(id, email_id) where n.id = v.id`,
      [held.map(({ noticeId }) => noticeId), held.map(({ id }) => id)],
    );
  }
  const later = plans.flatMap((plan) => plan.later);
  if (later.length > 0)
    await tx.query(
      `update email_notices n set due_at = v.due, rule = v.rule
       from unnest($1::uuid[], $2::timestamptz[], $3::text[]) v(id, due, rule) where n.id = v.id`,
      [later.map(({ id }) => id), later.map(({ until }) => until), later.map(({ rule }) => rule)],
    );
  const settled = plans.flatMap((plan) => plan.settled);
  if (settled.length > 0)
    await tx.query(
      `update email_notices n set due_at = null, fate = v.fate, rule = v.rule, settled_at = $4
       from unnest($1::uuid[], $2::text[], $3::text[]) v(id, fate, rule) where n.id = v.id`,
      [settled.map(({ id }) => id), settled.map(({ fate }) => fate), settled.map(({ rule }) => rule), now],
    );
}
