import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { UnsubscribeLinks } from '../accounts/unsubscribe-links.ts';
import { grouped } from '../kernel/by-key.ts';
import { Clock } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { BatchLoader } from '../platform/database/batch-loader.ts';
import { Database } from '../platform/database/database.ts';
import { RETRY_MINUTES, TRIED_DAYS } from '../platform/mail/collecting.policy.ts';
import { EmailLinesQueries, type EmailLine } from './email-lines.queries.ts';
import { EmailRounds } from './email-rounds.ts';
import type { EmailNoticeKind, NoticeRule } from './mail.policy.ts';
import { PlanEmails } from './plan-emails.ts';
import { endedBy, writeEmail } from './write-email.ts';

/** E-mails claimed in one statement. */
const AT_ONCE = 50;

interface DueNoticeEmail {
  id: string;
  accountId: string;
  form: 'notice' | 'digest' | 'summary';
  kind: EmailNoticeKind | null;
  locale: 'fr' | 'en';
  token: string;
  lines: EmailLine[];
}

/** An e-mail that is not tried again, and what becomes of its notices. */
interface DoneEmail {
  id: string;
  fate: 'sent' | 'digest' | 'held';
  /** Null: as before. */
  rule: NoticeRule | null;
  /** Notices whose line was left out. */
  hidden: string[];
}

/**
 * Sends e-mails of notices, each once: one node claims a row, sends it under the row's Message-ID and notes that it
 * left. One that was claimed and not noted is tried again after five minutes, for three days. What it says is read when
 * it is sent; lines about hidden words are left out, and an e-mail without lines is not sent.
 */
@Injectable()
export class SendEmails {
  private readonly notes = new BatchLoader<DoneEmail, true>((done) => this.note(done));

  // An e-mail joins its lines with the address and the unsubscribe link of its account.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly planEmails: PlanEmails,
    private readonly emailLinesQueries: EmailLinesQueries,
    private readonly addressDesk: AddressDesk,
    private readonly unsubscribeLinks: UnsubscribeLinks,
    private readonly config: Config,
    private readonly clock: Clock,
    emailRounds: EmailRounds,
  ) {
    emailRounds.add({
      name: 'notifications/tell-notices',
      does: 'Mails people what concerns them: at once, or in a digest at their hour.',
      claim: () => this.take(),
      send: (due) => this.send(due),
      failure: 'an e-mail about notices could not be sent and will be tried again',
    });
  }

  /**
   * Claims e-mails that no other node is sending. What is due is planned a piece before each claim, so that thousands
   * of digests at one hour are not planned in one go.
   */
  private async take(): Promise<DueNoticeEmail[]> {
    await this.giveUp();
    for (;;) {
      const planned = await this.planEmails.plan();
      const claimed = await this.claim();
      if (claimed.length > 0 || planned === 0) return claimed;
    }
  }

  private async claim(): Promise<DueNoticeEmail[]> {
    const claimed = await this.database.ask<Omit<DueNoticeEmail, 'lines'>>(
      `with claimed as (
         update emails
         set tried_at = $1
         where id in (
           select id from emails
           where left_at is null
             and (tried_at is null or tried_at < $1::timestamptz - interval '${RETRY_MINUTES} minutes')
           order by made_at limit ${AT_ONCE}
           for update skip locked
         )
         returning id, account_id, form, kind
       )
       select e.id, e.account_id "accountId", e.form, e.kind, a.locale, a.letters_token token
       from claimed e
       join accounts a on a.id = e.account_id`,
      [this.clock.now()],
    );
    if (claimed.length === 0) return [];
    const lines = await this.emailLinesQueries.of(claimed.map(({ id }) => id));
    const byEmail = grouped(lines, ({ emailId }) => emailId);
    return claimed.map((email) => ({ ...email, lines: byEmail.get(email.id) ?? [] }));
  }

  private async send({ id, accountId, form, kind, locale, token, lines }: DueNoticeEmail): Promise<void> {
    const hidden = lines.filter(({ isShown }) => !isShown);
    const [first, ...others] = lines.filter(({ isShown }) => isShown);
    const isTaken =
      first === undefined ||
      (await this.addressDesk.writeTo(
        accountId,
        writeEmail({
          id,
          form,
          kind,
          locale,
          publicUrl: this.config.publicUrl,
          end: this.unsubscribeLinks.endBy(token, endedBy(kind)),
          lines: [first, ...others],
        }),
      ));
    const fate = form === 'notice' ? 'sent' : 'digest';
    await this.notes.get({
      id,
      fate: isTaken ? fate : 'held',
      rule: isTaken ? null : 'refused',
      hidden: hidden.map(({ noticeId }) => noticeId),
    });
  }

  /**
   * In one statement, so that an e-mail that left never has a line that waits; e-mails that leave while the database
   * notes others share the next.
   */
  private async note(done: readonly DoneEmail[]): Promise<Map<DoneEmail, true>> {
    await this.database.ask(
      `with done as (select * from unnest($2::uuid[], $3::text[], $4::text[]) d(id, fate, rule)),
       gone as (update emails e set left_at = $1 from done d where e.id = d.id)
       update email_notices n
       set fate = case when n.id = any($5) then 'void' else d.fate end,
         rule = case when n.id = any($5) then 'hidden' else coalesce(d.rule, n.rule) end,
         settled_at = $1
       from done d
       where n.email_id = d.id and n.fate is null`,
      [
        this.clock.now(),
        done.map(({ id }) => id),
        done.map(({ fate }) => fate),
        done.map(({ rule }) => rule),
        done.flatMap(({ hidden }) => hidden),
      ],
    );
    return new Map(done.map((email) => [email, true]));
  }

  private async giveUp(): Promise<void> {
    await this.database.ask(
      `with late as (
         update emails
         set left_at = $1
         where left_at is null and made_at < $1::timestamptz - interval '${TRIED_DAYS} days'
         returning id
       )
       update email_notices
       set fate = 'held', rule = 'undelivered', settled_at = $1
       where email_id in (select id from late) and fate is null`,
      [this.clock.now()],
    );
  }
}
