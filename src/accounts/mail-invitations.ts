import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Background } from '../platform/background.ts';
import { Database } from '../platform/database/database.ts';
import { emailBrand } from '../programme/email-brand.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { AddressDesk, type SealedAddress, type StoredAddress } from './address-desk.ts';
import { OFFERED, offerOf, InvitationText, type Offer, type OfferRow } from './invitation-text.ts';
import { Invite, type InviteInput } from './invite.ts';

/** How often a node looks for due e-mails, in milliseconds. */
const LOOK_MS = 5_000;
/** Most e-mails a node sends at once. */
const AT_ONCE = 8;
/** Seconds after which an unsent e-mail is tried again, longer than a mail server may be silent. */
const AGAIN_SECONDS = 120;
/** Hours for which an e-mail is retried and its address is kept while the mail server refuses temporarily. */
export const INVITATION_EMAIL_HOURS = 24;

interface InvitedByEmail {
  inviting: InviteInput;
  actorId: string;
  address: SealedAddress;
  locale: Locale;
  /** Of the invitation; drawn at random without one. */
  id?: string;
}

type Due = Pick<StoredAddress, 'cipher' | 'keyId'> & { id: string; locale: Locale; madeAt: Date };

/**
 * Mails invitations, each once. Retries for a day while the mail server refuses temporarily, also after a restart. The
 * link is derived from the invitation's id, because only its hash is stored.
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

  /** Makes an invitation and mails it. Returns its link, as Invite does. */
  async inviteByEmail({ inviting, actorId, address, locale, id = blindId() }: InvitedByEmail): Promise<string> {
    const url = await this.invite.invite(inviting, actorId, {
      id,
      token: this.tokenOf(id),
      besides: async (tx) => {
        await tx.query(`update invitations set emailed = 'waiting' where id = $1`, [id]);
        await tx.query(
          `insert into invitation_emails (id, address_cipher, address_key_id, address_index, locale, made_at)
           values ($1, $2, $3, $4, $5, $6)`,
          [id, address.cipher, address.keyId, address.index, locale, this.clock.now()],
        );
      },
    });
    void this.takeNow();
    return url;
  }

  private tokenOf(id: string): string {
    return this.addressDesk.tag('invitation', id).toString('base64url');
  }

  private async take(): Promise<void> {
    const room = AT_ONCE - this.underWay;
    if (room <= 0) return;
    const due = await this.database.ask<Due>(
      `update invitation_emails
       set tried_at = $1
       where id = any(
         array(
           select id from invitation_emails
           where tried_at is null or tried_at < $2
           order by made_at limit $3
           for update skip locked
         )
       )
       returning id, locale, made_at "madeAt", address_cipher "cipher", address_key_id "keyId"`,
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
  private async send({ id, locale, madeAt, ...address }: Due): Promise<void> {
    const isTooOld = madeAt < this.clock.ago({ hours: INVITATION_EMAIL_HOURS });
    const offer = isTooOld ? null : await this.openOffer(id);
    let isTaken = false;
    if (offer) {
      const url = this.invite.linkOf(this.tokenOf(id));
      isTaken = await this.addressDesk.deliver(address, {
        id,
        locale,
        ...this.invitationText.write(offer, locale, url),
        action: { label: words(locale)('mails.actions.invitation'), url },
        hint: url,
        brand: emailBrand(offer.conference, offer.accent),
      });
    }
    await this.database.transaction(async (tx) => {
      await tx.query('delete from invitation_emails where id = $1', [id]);
      await tx.query('update invitations set emailed = $2 where id = $1', [id, isTaken ? 'sent' : 'returned']);
    });
  }

  /** The offer of an invitation; null when its link is no longer valid. */
  private async openOffer(id: string): Promise<Offer | null> {
    const [row] = await this.database.ask<OfferRow>(
      `select i.role, ${OFFERED}, ${MAKER_NAME} maker
       from invitations i
       join conferences c on c.id = i.conference_id
       left join talks t on t.id = i.talk_id
       where i.id = $1 and i.claimed_at is null and i.ended_at is null and i.expires_at > $2`,
      [id, this.clock.now()],
    );
    return row ? offerOf(row) : null;
  }
}

/** The name by which the maker of an invitation `i` is known in its conference. */
const MAKER_NAME = `(
  select p.name from personas p
  where p.account_id = i.maker_account_id
    and p.conference_id = i.conference_id
    and p.withdrawn_at is null
    and p.name <> ''
  order by p.id limit 1
)`;
