import { Injectable } from '@nestjs/common';
import { UnsubscribeLinks } from '../accounts/unsubscribe-links.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { GiveAddresses } from './give-addresses.ts';
import { InboundRules } from './inbound-rules.ts';
import type { ArrivedEmail } from './reading/read-email.ts';
import { REPLIES_AN_HOUR, TakeReply } from './take-reply.ts';
import { TakeReturn } from './take-return.ts';

/** The answer to a mail server about a recipient. */
export type RecipientState = 'known' | 'unknown' | 'later';

/** Takes an e-mail for a recipient: a reply, something that came back, a complaint, or the wish to get no more. */
@Injectable()
export class TakeEmail {
  // One entrance to the three ways on which e-mails come in, which looks up their addresses.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly inboundRules: InboundRules,
    private readonly giveAddresses: GiveAddresses,
    private readonly takeReply: TakeReply,
    private readonly takeReturn: TakeReturn,
    private readonly unsubscribeLinks: UnsubscribeLinks,
    private readonly clock: Clock,
  ) {}

  /** Says whether an e-mail to a recipient is taken, before its bytes arrive. */
  async admits(recipient: string): Promise<RecipientState> {
    const own = this.inboundRules.ownAddresses.read(recipient);
    if (own === null) return 'unknown';
    if (own.purpose === 'end' || own.purpose === 'complaint') return 'known';
    const tag = this.giveAddresses.tagOf(own.purpose, own.token);
    if (own.purpose === 'return')
      return (await this.database.ask('select from sent_envelopes where tag = $1', [tag])).length > 0
        ? 'known'
        : 'unknown';
    const [found] = await this.database.ask<{ taken: number }>(
      `select (select count(*)::int from taken_replies where reply_tag = $1 and at > $3) taken
       from reply_addresses where tag = $1 and expires_at > $2`,
      [tag, this.clock.now(), this.clock.ago({ hours: 1 })],
    );
    if (!found) return 'unknown';
    return found.taken < REPLIES_AN_HOUR ? 'known' : 'later';
  }

  /**
   * Returns once what the e-mail does is durable. Does nothing for an unknown recipient, a machine's reply, and an
   * e-mail that was taken before. Throws when it can be taken later.
   */
  async take(recipient: string, email: ArrivedEmail): Promise<void> {
    const own = this.inboundRules.ownAddresses.read(recipient);
    if (own === null) return;
    if (own.purpose === 'reply') await this.takeReply.take(own.token, email);
    else if (own.purpose === 'return') await this.takeReturn.take(own.token, email.raw);
    else if (own.purpose === 'complaint') await this.takeReturn.takeComplaint(email.raw);
    else {
      const end = own.token.indexOf('.');
      await this.unsubscribeLinks.unsubscribe(own.token.slice(0, end), own.token.slice(end + 1));
    }
  }
}
