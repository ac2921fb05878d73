import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk, type StoredAddress } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { Background } from '../platform/background.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import type { Email, EmailBrand } from '../platform/mail/email.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { emailBrand, type BrandedConference } from '../programme/email-brand.ts';
import { DELIVERY_MINUTES, minutesOf } from './code.policy.ts';
import { CodeSecrets } from './code-secrets.ts';
import { Confirmations } from './confirmations.ts';

/** Interval at which a node looks for e-mails that another left unsent, in milliseconds. */
const LOOK_MS = 2_000;

/** Most e-mails sent at once, so that a slow mail server delays its own e-mails and not all others. */
const AT_ONCE = 16;

/** Seconds after which an e-mail is taken over from a silent sender; a sender renews its lease every RENEW_MS. */
const LEASE_SECONDS = 20;
const RENEW_MS = 5_000;

type DueCode = {
  id: string;
  purpose: string;
  locale: 'fr' | 'en';
  expiresAt: Date;
  conferenceId: string | null;
} & Pick<StoredAddress, 'cipher' | 'keyId'>;

/**
 * Mails the codes that were asked for, each once. Retries for half an hour while a mail server refuses temporarily, and
 * continues where a killed server stopped.
 */
@Injectable()
export class DeliverCodes {
  private readonly takeNow: () => Promise<void>;
  private underWay = 0;

  // An e-mail with a code joins its secret, its sealed address and the text of the module that asked for it.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly codeSecrets: CodeSecrets,
    private readonly confirmations: Confirmations,
    private readonly background: Background,
    private readonly config: Config,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    this.takeNow = recurringTasks.add({
      name: 'sessions/deliver-codes',
      does: 'Mails codes that another node left unsent.',
      everyMs: LOOK_MS,
      run: () => this.take(),
    });
  }

  deliverNow(): void {
    void this.takeNow();
  }

  private async take(): Promise<void> {
    const room = AT_ONCE - this.underWay;
    if (room <= 0) return;
    const due = await this.database.ask<DueCode>(
      `update login_codes
       set letter_tried_at = $1
       where id = any(
         array(
           select id from login_codes
           where letter_left_at is null
             and used_at is null
             and made_at > $4
             and (letter_tried_at is null or letter_tried_at < $2)
           order by made_at limit $3
           for update skip locked
         )
       )
       returning id, purpose, locale, conference_id "conferenceId", expires_at "expiresAt", address_cipher "cipher",
         address_key_id "keyId"`,
      [
        this.clock.now(),
        this.clock.ago({ seconds: LEASE_SECONDS }),
        room,
        this.clock.ago({ minutes: DELIVERY_MINUTES }),
      ],
    );
    for (const code of due) {
      this.underWay += 1;
      this.background.start('mail a code', () =>
        this.send(code).finally(() => {
          this.underWay -= 1;
          this.deliverNow();
        }),
      );
    }
  }

  private async send({ id, cipher, keyId, ...due }: DueCode): Promise<void> {
    const renewing = setInterval(() => void this.noteTry(id), RENEW_MS);
    try {
      await this.addressDesk.deliver({ cipher, keyId }, await this.emailOf({ id, ...due }));
    } finally {
      clearInterval(renewing);
    }
    await this.noteDeparture(id, due.purpose);
  }

  private async noteTry(id: string): Promise<void> {
    await this.database
      .ask('update login_codes set letter_tried_at = $2 where id = $1', [id, this.clock.now()])
      .catch(() => undefined);
  }

  /** Starts the code's lifetime when its e-mail is sent, so that a slow mail server does not shorten it. */
  private async noteDeparture(id: string, purpose: string): Promise<void> {
    await this.database.ask(
      'update login_codes set letter_left_at = $2, expires_at = greatest(expires_at, $3) where id = $1',
      [id, this.clock.now(), this.clock.in({ minutes: minutesOf(purpose) })],
    );
  }

  private async emailOf({ id, purpose, locale, conferenceId }: Omit<DueCode, 'cipher' | 'keyId'>): Promise<Email> {
    const { code, token } = this.codeSecrets.of(id);
    const say = words(locale);
    const facts = {
      code,
      whole: code.replace('-', ''),
      url: `${this.config.publicUrl}/sign-in#${token}`,
      minutes: minutesOf(purpose),
    };
    // No code in the subject, because lock screens show subjects and mail systems log them.
    const { below, brand = await this.brandOf(conferenceId) } = await this.confirmations.emailAdditionOf({
      id,
      purpose,
      locale,
    });
    return {
      id,
      locale,
      subject: say(`mails.${purpose}.subject`),
      text: [say(`mails.${purpose}.text`, facts), ...(below === undefined ? [] : [below])].join('\n'),
      action: { label: say(`mails.actions.${purpose}`), url: facts.url },
      hint: code,
      ...(brand && { brand }),
    };
  }

  /** The brand of a conference, else of the only one; null with several, whose accounts are the forum's, or none. */
  private async brandOf(conferenceId: string | null): Promise<EmailBrand | null> {
    const [found, another] = await this.database.ask<BrandedConference>(
      `select title, settings->'brand'->>'accent' accent from conferences
       where $1::uuid is null or id = $1
       limit 2`,
      [conferenceId],
    );
    return found && !another ? emailBrand(found.title, found.accent) : null;
  }
}
