import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import { Clock } from '../kernel/clock.ts';
import { Background } from '../platform/background.ts';
import { Database } from '../platform/database/database.ts';
import { emailBrand } from '../programme/email-brand.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { AddressDesk, type StoredAddress } from './address-desk.ts';
import { InvitationText } from './invitation-text.ts';
import { lockLinks } from './invitation-rows.ts';
import { MAILED_PER_MINUTE } from './invitation.policy.ts';
import { Invite } from './invite.ts';
import { QueueInvitationEmails } from './queue-invitation-emails.ts';

/** Interval at which a node looks for due e-mails, in milliseconds. */
const LOOK_MS = 5_000;
/** Most e-mails a node sends at once. */
const AT_ONCE = 8;
/** Seconds after which an unsent e-mail is tried again, longer than a mail server may be silent. */
const AGAIN_SECONDS = 120;
/** Hours for which an e-mail is retried while the mail server refuses temporarily. */
export const INVITATION_EMAIL_HOURS = 24;

type DueInvitationEmail = Pick<StoredAddress, 'cipher' | 'keyId'> & {
  id: string;
  locale: Locale;
  madeAt: Date;
  messageId: string;
  isReminder: boolean;
};

/**
 * Mails invitations, each once and few a minute. Retries for a day while the mail server refuses temporarily, also
 * after a restart. The token of a link is derived, because only its hash is stored.
 */
@Injectable()
export class MailInvitations {
  private readonly takeNow: () => Promise<void>;
  private underWay = 0;

  // Sealing, inviting, sending and retrying an e-mail are rules of four other classes.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly invite: Invite,
    private readonly invitationText: InvitationText,
    private readonly queueInvitationEmails: QueueInvitationEmails,
    private readonly background: Background,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    this.takeNow = recurringTasks.add({
      name: 'accounts/mail-invitations',
      does: 'Mails invitations that a mail server did not take, or another node left unsent.',
      everyMs: LOOK_MS,
      run: () => this.take(),
    });
  }

  /** To be called once e-mails were queued and committed. */
  sendNow(): void {
    void this.takeNow();
  }

  private async take(): Promise<void> {
    const [{ count } = { count: 0 }] = await this.database.ask<{ count: number }>(
      'select count(*)::int count from invitation_emails where tried_at > $1',
      [this.clock.ago({ minutes: 1 })],
    );
    const room = Math.min(AT_ONCE - this.underWay, MAILED_PER_MINUTE - count);
    if (room <= 0) return;
    const due = await this.database.ask<DueInvitationEmail>(
      `update invitation_emails
       set tried_at = $1
       where id = any(
         array(
           select id from invitation_emails
           where sent_at is null and (tried_at is null or tried_at < $2)
           order by made_at limit $3
           for update skip locked
         )
       )
       returning id, locale, made_at "madeAt", message_id "messageId", is_reminder "isReminder",
         address_cipher "cipher", address_key_id "keyId"`,
      [this.clock.now(), this.clock.ago({ seconds: AGAIN_SECONDS }), room],
    );
    for (const email of due) {
      this.underWay += 1;
      this.background.start('mail an invitation', () =>
        this.send(email).finally(() => {
          this.underWay -= 1;
          void this.takeNow();
        }),
      );
    }
  }

  /** Throws a temporary refusal of the mail server, so that the e-mail stays due. */
  private async send({ id, locale, madeAt, messageId, isReminder, ...address }: DueInvitationEmail): Promise<void> {
    const isTooOld = madeAt < this.clock.ago({ hours: INVITATION_EMAIL_HOURS });
    const offer = isTooOld ? null : await this.invitationText.offerOf(id);
    let isTaken = false;
    if (offer) {
      const url = this.invite.linkOf(this.queueInvitationEmails.tokenOf(id));
      isTaken = await this.addressDesk.deliver(address, {
        id: messageId,
        locale,
        ...this.invitationText.write({ ...offer, isReminder }, locale, url),
        action: { label: words(locale)('mails.actions.invitation'), url },
        hint: url,
        brand: emailBrand(offer.conference, offer.accent),
      });
    }
    await this.database.transaction(async (tx) => {
      await lockLinks(tx, [id]);
      // Unless it was queued again meanwhile.
      const [sent] = isTaken
        ? await tx.query('update invitation_emails set sent_at = $2 where id = $1 and message_id = $3 returning 1', [
            id,
            this.clock.now(),
            messageId,
          ])
        : await tx.query('delete from invitation_emails where id = $1 and message_id = $2 returning 1', [
            id,
            messageId,
          ]);
      if (sent)
        await tx.query('update invitations set emailed = $2 where link_id = $1 and claimed_at is null', [
          id,
          isTaken ? 'sent' : 'returned',
        ]);
    });
  }
}
