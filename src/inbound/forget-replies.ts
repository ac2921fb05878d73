import { Injectable } from '@nestjs/common';
import { ReturnedEmails } from '../accounts/returned-emails.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { REPLY_DAYS } from './give-addresses.ts';
import { MailboxReadings } from './mailbox-readings.ts';
import { DRAFT_DAYS } from './reply-drafts.ts';

/** Days for which the envelope of an e-mail is known: mail systems give up within five. */
export const ENVELOPE_DAYS = 30;

const HOUR_MS = 3_600_000;

/** Forgets reply addresses, envelopes, drafts and returns whose time is over. */
@Injectable()
export class ForgetReplies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly returnedEmails: ReturnedEmails,
    private readonly mailboxReadings: MailboxReadings,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'inbound/forget-replies',
      does: 'Forgets drafts of replies, and where e-mails could be answered, when their time is over.',
      everyMs: HOUR_MS,
      run: () => this.forget(),
    });
  }

  async forget(): Promise<void> {
    await this.database.ask('delete from reply_addresses where expires_at <= $1', [this.clock.now()]);
    await this.database.ask('delete from sent_envelopes where at < $1', [this.clock.ago({ days: ENVELOPE_DAYS })]);
    await this.database.ask('delete from taken_replies where at < $1', [this.clock.ago({ days: REPLY_DAYS })]);
    await this.database.ask(
      `update taken_replies set state = 'left', source = null, reason = null, notify_due_at = null
       where state = 'draft' and at < $1`,
      [this.clock.ago({ days: DRAFT_DAYS })],
    );
    await this.returnedEmails.forget();
    await this.mailboxReadings.forget();
  }
}
