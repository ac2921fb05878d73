import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { TRIED_DAYS } from '../platform/mail/collecting.policy.ts';
import { EmailRounds } from './email-rounds.ts';

interface DuePasskeyEmail {
  id: string;
  accountId: string;
  kind: 'passkey-added' | 'passkey-removed';
  locale: 'fr' | 'en';
}

const AT_ONCE = 20;

/**
 * E-mails the owner of an account when a passkey was added or removed, because another person may have done it in an
 * open session. A failed e-mail is tried again after five minutes, for three days, under the same Message-ID.
 */
@Injectable()
export class EmailsAboutPasskeys {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly config: Config,
    private readonly clock: Clock,
    emailRounds: EmailRounds,
  ) {
    emailRounds.add({
      name: 'notifications/tell-passkeys',
      does: 'Mails people that a passkey was added to their account or removed from it.',
      claim: () => this.take(),
      send: (due) => this.send(due),
      failure: 'an e-mail about a passkey could not be sent and will be tried again',
    });
  }

  /** Claims the e-mails that no other node is sending. */
  private take(): Promise<DuePasskeyEmail[]> {
    return this.database.ask<DuePasskeyEmail>(
      `with taken as (
         update account_notices
         set letter_tried_at = $1
         where id in (
           select id from account_notices
           where kind in ('passkey-added', 'passkey-removed')
             and letter_left_at is null
             and at > clock_timestamp() - interval '${TRIED_DAYS} days'
             and (letter_tried_at is null or letter_tried_at < $1::timestamptz - interval '5 minutes')
           order by at limit ${AT_ONCE}
           for update skip locked
         )
         returning id, account_id, kind
       )
       select n.id, n.account_id "accountId", n.kind, a.locale
       from taken n
       join accounts a on a.id = n.account_id`,
      [this.clock.now()],
    );
  }

  private async send({ id, accountId, kind, locale }: DuePasskeyEmail): Promise<void> {
    const [say, url] = [words(locale), `${this.config.publicUrl}/me#passkeys`];
    const isTaken = await this.addressDesk.writeTo(accountId, {
      id,
      locale,
      subject: say(`mails.${kind}.subject`),
      text: say(`mails.${kind}.text`, { url }),
      action: { label: say('mails.actions.passkeys'), url },
      hint: url,
    });
    await this.database.ask(
      'update account_notices set letter_left_at = $2, is_refused = not $3::boolean where id = $1',
      [id, this.clock.now(), isTaken],
    );
  }
}
