import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { EDIT_WINDOW_MINUTES } from '../comments/comment.policy.ts';
import { Clock } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';
import { TRIED_DAYS } from '../platform/mail/collecting.policy.ts';
import type { Email } from '../platform/mail/email.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { emailBrand, subjectIn } from '../programme/email-brand.ts';
import { READ_PATH, READ_TITLE } from '../threads/threads.queries.ts';
import { DRAFT_DAYS } from './reply-drafts.ts';
import type { DraftReason } from './reply-words.policy.ts';

/** Interval at which e-mails are looked for, in milliseconds. */
const LOOK_EVERY_MS = 2_000;

/** E-mails sent at once. */
const AT_ONCE = 20;

interface DueReceipt {
  id: string;
  accountId: string;
  locale: 'fr' | 'en';
  state: 'published' | 'draft';
  reason: DraftReason | null;
  attachments: number;
  threadTitle: string;
  threadPath: string;
  conferenceTitle: string;
  accent: string | null;
  commentId: string | null;
  isHeld: boolean;
  /** The words of what was published; null once they are hidden or gone. */
  source: string | null;
}

/**
 * E-mails people what became of their reply: a receipt with the words and how long they can be changed, or a link to
 * the draft and why it waits. One e-mail a reply; a failed one is tried again after five minutes, for three days.
 */
@Injectable()
export class NotifyRepliers {
  // An e-mail about a reply is claimed from the database, worded by the settings, and handed to the account's address.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'inbound/notify-repliers',
      does: 'Mails people what became of their reply by e-mail.',
      everyMs: LOOK_EVERY_MS,
      run: () => this.notify(),
    });
  }

  private async notify(): Promise<void> {
    for (let due = await this.claim(); due.length > 0; due = await this.claim())
      await Promise.all(
        due.map((receipt) =>
          this.send(receipt).catch((error: unknown) =>
            this.log.warn({ error }, 'an e-mail about a reply could not be sent and will be tried again'),
          ),
        ),
      );
  }

  private claim(): Promise<DueReceipt[]> {
    return this.database.ask<DueReceipt>(
      `with due as (
         update taken_replies
         set notify_due_at = case
           when at > $1::timestamptz - interval '${TRIED_DAYS} days' then $1::timestamptz + interval '5 minutes'
         end
         where id in (
           select id from taken_replies where notify_due_at <= $1 order by notify_due_at limit ${AT_ONCE}
           for update skip locked
         )
         returning *
       )
       select d.id, d.account_id "accountId", a.locale, d.state, d.reason, d.attachments,
         ${READ_TITLE} "threadTitle", ${READ_PATH} "threadPath",
         c.title "conferenceTitle", c.settings->'brand'->>'accent' accent, m.id "commentId",
         coalesce(m.held_at is not null, false) "isHeld",
         case when m.withheld_at is null and m.withdrawn_at is null then m.source end source
       from due d
       join accounts a on a.id = d.account_id
       join threads t on t.id = d.thread_id
       join conferences c on c.id = t.conference_id
       left join comments m on m.id = d.comment_id
       where d.state in ('published', 'draft')`,
      [this.clock.now()],
    );
  }

  private async send(receipt: DueReceipt): Promise<void> {
    const { id, accountId, conferenceTitle, accent, locale, state, source } = receipt;
    const wording = state === 'draft' ? this.aboutDraft(receipt) : this.aboutComment(receipt);
    if (state === 'draft' || source !== null)
      await this.addressDesk.writeTo(accountId, {
        id,
        locale,
        ...wording,
        subject: subjectIn(conferenceTitle, wording.subject),
        brand: emailBrand(conferenceTitle, accent),
        onPage: words(locale)('mails.onPage'),
      });
    await this.database.ask('update taken_replies set notify_due_at = null where id = $1', [id]);
  }

  private aboutDraft({ id, locale, reason, threadTitle: title, attachments }: DueReceipt): Wording {
    const say = words(locale);
    const url = `${this.config.publicUrl}/me/replies/${id}`;
    const why = say(`mails.reply-draft.reasons.${reason ?? 'first'}`);
    const dropped = attachments === 0 ? '' : `${say('mails.reply-draft.attachments', { count: attachments })}\n\n`;
    return {
      subject: say('mails.reply-draft.subject', { title }),
      text: say('mails.reply-draft.text', { title, why, url, dropped, days: DRAFT_DAYS }),
      action: { label: say('mails.reply-draft.action'), url },
      hint: url,
    };
  }

  private aboutComment(receipt: DueReceipt): Wording {
    const { locale, threadTitle: title, threadPath, commentId, isHeld, attachments } = receipt;
    const say = words(locale);
    const url = `${this.config.publicUrl}${threadPath}?comment=${commentId}#c-${commentId}`;
    const dropped = attachments === 0 ? '' : `${say('mails.reply-draft.attachments', { count: attachments })}\n\n`;
    const key = isHeld ? 'held' : 'text';
    const quoted = (receipt.source ?? '').replaceAll(/^/gm, '> ');
    return {
      subject: say(`mails.reply-published.${isHeld ? 'heldSubject' : 'subject'}`, { title }),
      text: say(`mails.reply-published.${key}`, { title, words: quoted, url, dropped, minutes: EDIT_WINDOW_MINUTES }),
      action: { label: say('mails.reply-published.action'), url },
      hint: url,
    };
  }
}

type Wording = Pick<Email, 'subject' | 'text' | 'action' | 'hint'>;
