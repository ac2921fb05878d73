import { Injectable } from '@nestjs/common';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { EmailAddressing, type InboundAddresses, type ReplyAddress } from '../platform/mail/email-addressing.ts';
import type { Email } from '../platform/mail/email.ts';
import { InboundRules } from './inbound-rules.ts';
import type { AddressPurpose } from './own-addresses.ts';

/** Days for which an e-mail can be answered. */
export const REPLY_DAYS = 90;

/**
 * Gives each e-mail that leaves the addresses at which the forum hears of it: replies, returns, unsubscribing. Tokens
 * are keyed hashes of the e-mail's id, so that every attempt to send it has the same; the database has their hashes.
 */
@Injectable()
export class GiveAddresses implements InboundAddresses {
  // The addresses of an e-mail are rows of accounts, under keys, for a time, in the words of the settings.
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly clock: Clock,
    private readonly inboundRules: InboundRules,
    emailAddressing: EmailAddressing,
  ) {
    if (inboundRules.url !== null) emailAddressing.receiveAt(this);
  }

  /**
   * `email.reply` has `threadId`, and may have `commentId`, the comment that a reply stands below, `personaId`, and the
   * `kind` of e-mail: a reply to one about a question that is `waiting` answers it. Null where a reply would tell who
   * asked without a name.
   */
  async replyTo({ id, accountId, locale, reply }: Email): Promise<ReplyAddress | null> {
    if (accountId === undefined || reply === undefined || !isUuid(reply['threadId'])) return null;
    const token = this.tokenOf('reply', id);
    const tag = this.tagOf('reply', token);
    await this.database.ask(
      `insert into reply_addresses (tag, account_id, thread_id, parent_id, persona_id, kind, expires_at)
       select $1, a.id, $3, $4, $5, $6, $7
       from accounts a
       where a.id = $2
         and a.kind = 'full'
         and not exists (
           select from comments m
           join comments q on q.id in (m.id, m.parent_id, m.root_id)
           join personas p on p.id = q.persona_id
           where m.id = $4 and q.is_anonymous and p.account_id = a.id
         )
       on conflict (tag) do nothing`,
      [
        tag,
        accountId,
        reply['threadId'],
        reply['commentId'] ?? null,
        reply['personaId'] ?? null,
        reply['kind'] === 'waiting' ? 'answer' : 'comment',
        this.clock.in({ days: REPLY_DAYS }),
      ],
    );
    const [given] = await this.database.ask('select from reply_addresses where tag = $1', [tag]);
    return given
      ? { address: this.inboundRules.ownAddresses.make('reply', token), marker: this.inboundRules.marker(locale) }
      : null;
  }

  async envelopeFrom({ id, accountId, end }: Email): Promise<string | null> {
    if (accountId === undefined) return null;
    const token = this.tokenOf('return', id);
    await this.database.ask(
      `insert into sent_envelopes (tag, account_id, kind, at)
       select $1, id, $3, $4 from accounts where id = $2
       on conflict (tag) do nothing`,
      [this.tagOf('return', token), accountId, end?.kind ?? null, this.clock.now()],
    );
    return this.inboundRules.ownAddresses.make('return', token);
  }

  async unsubscribeTo({ end }: Email): Promise<string | null> {
    return end ? this.inboundRules.ownAddresses.make('end', `${end.token}.${end.kind}`) : null;
  }

  /** The keyed hashes of the envelopes that senders of envelopes and Message-IDs of ours lead to. */
  envelopesOf(names: readonly string[]): Buffer[] {
    const { ownAddresses } = this.inboundRules;
    return names.map((name) => {
      const own = ownAddresses.read(name);
      const token =
        own?.purpose === 'return' ? own.token : this.tokenOf('return', name.slice(0, name.lastIndexOf('@')));
      return this.tagOf('return', token);
    });
  }

  /** The keyed hash under which the database knows a token. */
  tagOf(purpose: AddressPurpose, token: string): Buffer {
    return this.addressDesk.tag(`inbound-${purpose}`, token);
  }

  /** 128 bits, as 32 hexadecimal digits, because mail servers may change the case of a local part. */
  private tokenOf(purpose: AddressPurpose, emailId: string): string {
    return this.addressDesk.tag(`inbound-${purpose}-token`, emailId).subarray(0, 16).toString('hex');
  }
}
