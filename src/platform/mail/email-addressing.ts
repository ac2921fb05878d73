import { Injectable } from '@nestjs/common';
import { Config } from '../config/settings.ts';
import type { Email } from './email.ts';

/** The address for replies, and the line above which they are written. */
export interface ReplyAddress {
  address: string;
  marker: string;
}

/** The addresses of an e-mail beside its reader: in its headers and in its envelope. */
export interface EmailAddresses {
  /** With its angle brackets (RFC 5322, 3.6.4). */
  messageId: string;
  /** The message it is grouped under, with its angle brackets; null for none. */
  rootId: string | null;
  /** Of the made-up mailing list (RFC 2919), without angle brackets; null for none. */
  listId: string | null;
  from: { name: string; address: string };
  /** The address that is told when it cannot be delivered. */
  envelopeFrom: string;
  replyTo: ReplyAddress | null;
  /** The address at which an e-mail ends this kind of e-mails; null where the forum reads none. */
  unsubscribeTo: string | null;
}

/** The addresses of a forum that reads e-mails. Each is asked once an attempt to send. */
export interface InboundAddresses {
  /** Null for an e-mail that nobody can reply to. Equal for every attempt to send one e-mail. */
  replyTo(email: Email): Promise<ReplyAddress | null>;
  /** Null for MAIL_FROM. */
  envelopeFrom(email: Email): Promise<string | null>;
  /** Called for e-mails with an `end`. */
  unsubscribeTo(email: Email): Promise<string | null>;
}

/**
 * Decides in one place what each e-mail names: Message-ID, Reply-To, the sender of the envelope, where it is
 * unsubscribed from. The module that reads e-mails registers its addresses; without it nothing can be answered.
 */
@Injectable()
export class EmailAddressing {
  private inbound: InboundAddresses | null = null;
  private readonly host: string;
  private readonly sender: { name: string; address: string };

  constructor(config: Config) {
    this.host = new URL(config.publicUrl).hostname;
    this.sender = mailboxOf(config.get('MAIL_FROM'));
  }

  /** To be called in a constructor, once. */
  receiveAt(inbound: InboundAddresses): void {
    this.inbound = inbound;
  }

  async of(email: Email): Promise<EmailAddresses> {
    const { id, brand, list, end } = email;
    const [replyTo, envelopeFrom, unsubscribeTo] = this.inbound
      ? await Promise.all([
          email.reply ? this.inbound.replyTo(email) : null,
          this.inbound.envelopeFrom(email),
          end ? this.inbound.unsubscribeTo(email) : null,
        ])
      : [null, null, null];
    return {
      messageId: `<${id}@${this.host}>`,
      rootId: list?.root ? `<${list.root}@${this.host}>` : null,
      listId: list ? `${list.id}.${this.host}` : null,
      from: { name: brand?.name ?? this.sender.name, address: this.sender.address },
      envelopeFrom: envelopeFrom ?? this.sender.address,
      replyTo,
      unsubscribeTo,
    };
  }

  /** The domain of MAIL_FROM, which signatures and DNS records are about. */
  get senderDomain(): string {
    return this.sender.address.slice(this.sender.address.lastIndexOf('@') + 1);
  }
}

/** `Name <address>` or an address alone, in its parts; the name is empty without one. */
function mailboxOf(typed: string): { name: string; address: string } {
  const begin = typed.indexOf('<');
  if (begin < 0) return { name: '', address: typed.trim() };
  const name = typed.slice(0, begin).trim();
  const isQuoted = name.startsWith('"') && name.endsWith('"');
  return {
    name: isQuoted ? name.slice(1, -1) : name,
    address: typed.slice(begin + 1, typed.indexOf('>', begin)).trim(),
  };
}
