import { Injectable } from '@nestjs/common';
import { ReturnedEmails } from '../accounts/returned-emails.ts';
import { UnsubscribeLinks } from '../accounts/unsubscribe-links.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';
import { EmailReader } from './email-reader.ts';
import { GiveAddresses } from './give-addresses.ts';
import { verdictOn } from './reading/delivery-report.ts';

interface SentTo {
  envelopeTag: Buffer;
  accountId: string;
  /** The kind of e-mails it was; null for a necessary one. */
  kind: string | null;
  /** Ends kinds of e-mails to the account. */
  endToken: string;
}

/**
 * Takes what comes back to the sender of an envelope: each e-mail counts once. A complaint ends its kind of e-mails at
 * once; what is the operator's is a line in the log.
 */
@Injectable()
export class TakeReturn {
  // Returned e-mails are read by one, compared with what another sent, and end e-mails by two more.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly giveAddresses: GiveAddresses,
    private readonly emailReader: EmailReader,
    private readonly returnedEmails: ReturnedEmails,
    private readonly unsubscribeLinks: UnsubscribeLinks,
    private readonly log: Log,
  ) {}

  async take(token: string, raw: Buffer): Promise<void> {
    const [sent] = await this.sentIn([this.giveAddresses.tagOf('return', token)]);
    const returned = sent ? await this.emailReader.readReturned(raw) : null;
    if (!sent || returned === null || returned.kind === 'delay') return;
    if (returned.kind === 'complaint') return this.noteComplaint(sent);
    const { status } = returned;
    const verdict = verdictOn(status);
    const { envelopeTag, accountId } = sent;
    const isNew = await this.returnedEmails.note({ envelopeTag, accountId, verdict, status });
    if (isNew && verdict === 'operator')
      this.log.warn(
        { status },
        'a mail server refused an e-mail because of its sender: check SPF, DKIM and DMARC (aftertalk mail test)',
      );
  }

  /**
   * Takes a report of a mailbox provider's feedback loop, which goes to one address for all e-mails and names the one
   * it is about (RFC 5965; RFC 6449, 3). Does nothing for anything else.
   */
  async takeComplaint(raw: Buffer): Promise<void> {
    const returned = await this.emailReader.readReturned(raw);
    if (returned?.kind !== 'complaint') return;
    const [sent] = await this.sentIn(this.giveAddresses.envelopesOf(returned.names));
    if (sent) await this.noteComplaint(sent);
  }

  private async noteComplaint({ envelopeTag, accountId, kind, endToken }: SentTo): Promise<void> {
    await this.returnedEmails.note({ envelopeTag, accountId, verdict: 'complaint', status: null });
    if (kind !== null) await this.unsubscribeLinks.unsubscribe(endToken, kind);
  }

  private sentIn(envelopeTags: readonly Buffer[]): Promise<SentTo[]> {
    return this.database.ask<SentTo>(
      `select s.tag "envelopeTag", s.account_id "accountId", s.kind, a.letters_token "endToken"
       from sent_envelopes s
       join accounts a on a.id = s.account_id
       where s.tag = any($1)
       limit 1`,
      [envelopeTags],
    );
  }
}
