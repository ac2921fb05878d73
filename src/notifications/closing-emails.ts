import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { emailBrand, subjectIn } from '../programme/email-brand.ts';
import { Database } from '../platform/database/database.ts';
import { EmailRounds } from './email-rounds.ts';

interface DueClosingEmail {
  accountId: string;
  conferenceId: string;
  locale: 'fr' | 'en';
  title: string;
  slug: string;
  archiveUrl: string | null;
  accent: string | null;
}

const AT_ONCE = 20;

/** Sends one e-mail to accounts that asked to know when a conference is archived. */
@Injectable()
export class ClosingEmails {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly config: Config,
    private readonly clock: Clock,
    emailRounds: EmailRounds,
  ) {
    emailRounds.add({
      name: 'notifications/tell-closing',
      does: 'Mails those who asked for it that a conference is archived.',
      isPrompt: false,
      claim: () => this.take(),
      send: (due) => this.send(due),
      failure: 'an e-mail about an archived conference could not be sent and will be tried again',
    });
  }

  /** Stores the request, or removes it. */
  async wish(accountId: string, conferenceId: string, isWanted: boolean): Promise<void> {
    await this.database.ask(
      isWanted
        ? 'insert into closing_letters (account_id, conference_id) values ($1, $2) on conflict do nothing'
        : 'delete from closing_letters where account_id = $1 and conference_id = $2',
      [accountId, conferenceId],
    );
  }

  async isWanted(accountId: string, conferenceId: string): Promise<boolean> {
    return (
      (
        await this.database.ask('select from closing_letters where account_id = $1 and conference_id = $2', [
          accountId,
          conferenceId,
        ])
      ).length > 0
    );
  }

  /**
   * Claims the e-mails that no other node is sending. They count as tried before they are sent; a failed one is tried
   * again after five minutes.
   */
  private take(): Promise<DueClosingEmail[]> {
    return this.database.ask<DueClosingEmail>(
      `with taken as (
         update closing_letters
         set tried_at = $1
         where (account_id, conference_id) in (
           select l.account_id, l.conference_id from closing_letters l
           join conferences c on c.id = l.conference_id
           where c.phase = 'archived'
             and (l.tried_at is null or l.tried_at < $1::timestamptz - interval '5 minutes')
           limit ${AT_ONCE} for update of l skip locked
         )
         returning account_id, conference_id
       )
       select n.account_id "accountId", n.conference_id "conferenceId", a.locale, c.title, c.slug,
         c.settings->>'archiveUrl' "archiveUrl", c.settings->'brand'->>'accent' accent
       from taken n
       join accounts a on a.id = n.account_id
       join conferences c on c.id = n.conference_id`,
      [this.clock.now()],
    );
  }

  private async send({
    accountId,
    conferenceId,
    locale,
    title,
    slug,
    archiveUrl,
    accent,
  }: DueClosingEmail): Promise<void> {
    const say = words(locale);
    const url = `${this.config.publicUrl}/c/${slug}`;
    const archive = archiveUrl === null ? '' : say('mails.archived.archive', { url: archiveUrl });
    const isTaken = await this.addressDesk.writeTo(accountId, {
      id: emailId(accountId, conferenceId),
      locale,
      subject: subjectIn(title, say('mails.archived.subject')),
      text: say('mails.archived.text', { title, url, archive }),
      action: { label: say('mails.actions.archived'), url },
      list: { id: slug, root: null },
      hint: url,
      brand: emailBrand(title, accent),
    });
    await this.note(accountId, conferenceId, isTaken);
  }

  /** Removes the request, and keeps what became of it for `/me/email`. */
  private async note(accountId: string, conferenceId: string, isTaken: boolean): Promise<void> {
    await this.database.ask(
      `with done as (
         delete from closing_letters where account_id = $1 and conference_id = $2 returning account_id, conference_id
       )
       insert into email_notices (id, account_id, kind, conference_id, at, fate, rule, settled_at)
       select gen_random_uuid(), account_id, 'archived', conference_id, $3, $4, $5, $3 from done
       on conflict do nothing`,
      [accountId, conferenceId, this.clock.now(), isTaken ? 'sent' : 'held', isTaken ? null : 'refused'],
    );
  }
}

/** Equal for every attempt; both ids are random, so that it leads to neither. */
const emailId = (accountId: string, conferenceId: string): string =>
  createHash('sha256').update(`archived ${accountId} ${conferenceId}`).digest('hex').slice(0, 32);
