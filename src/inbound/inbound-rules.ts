import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { Config } from '../platform/config/settings.ts';
import { OwnAddresses } from './own-addresses.ts';
import { mailboxesIn } from './reading/mailboxes.ts';
import type { ReadingRules } from './reading/read-email.ts';

const LOCALES = ['fr', 'en'] as const;

/** The settings about e-mails that come in, as rules. */
@Injectable()
export class InboundRules {
  readonly url: URL | null;
  readonly ownAddresses: OwnAddresses;
  readonly reading: ReadingRules;

  constructor(config: Config) {
    const host = new URL(config.publicUrl).hostname;
    this.url = config.get('INBOUND');
    const address = config.get('INBOUND_ADDRESS') ?? mailboxOf(this.url) ?? host;
    this.ownAddresses = new OwnAddresses(address);
    const [sender] = mailboxesIn(config.get('MAIL_FROM'));
    this.reading = {
      markers: LOCALES.map((locale) => this.marker(locale)),
      signs: [
        `@${host}`,
        ...(sender ? [`${sender.local}@${sender.domain}`] : []),
        ...(address.includes('@') ? [] : [`@${this.ownAddresses.domain}`]),
      ],
      trustedHosts: config.get('INBOUND_TRUSTS'),
    };
  }

  /** The line above which replies are written. */
  marker(locale: 'fr' | 'en'): string {
    return words(locale)('mails.replyLine');
  }
}

/** The address of the mailbox that is read, where its user is one that can have tags. */
function mailboxOf(url: URL | null): string | null {
  if (url?.protocol !== 'imaps:') return null;
  const user = decodeURIComponent(url.username).toLowerCase();
  return /^[a-z0-9._-]{1,30}@[a-z0-9.-]+$/.test(user) ? user : null;
}
