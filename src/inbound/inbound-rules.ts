import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { Config } from '../platform/config/settings.ts';
import { OwnAddresses } from './own-addresses.ts';
import { mailboxesIn } from './reading/mailboxes.ts';
import type { ReadingRules } from './reading/read-email.ts';

const LOCALES = ['fr', 'en'] as const;

/** What the settings say about e-mails that come in. */
@Injectable()
export class InboundRules {
  readonly url: URL | null;
  readonly ownAddresses: OwnAddresses;
  readonly reading: ReadingRules;

  constructor(config: Config) {
    const host = new URL(config.publicUrl).hostname;
    this.url = config.get('INBOUND');
    this.ownAddresses = new OwnAddresses(config.get('INBOUND_ADDRESS') ?? host);
    const [sender] = mailboxesIn(config.get('MAIL_FROM'));
    this.reading = {
      markers: LOCALES.map((locale) => this.marker(locale)),
      signs: [
        `@${host}`,
        ...(sender ? [`${sender.local}@${sender.domain}`] : []),
        ...(config.get('INBOUND_ADDRESS')?.includes('@') ? [] : [`@${this.ownAddresses.domain}`]),
      ],
      trustedHosts: config.get('INBOUND_TRUSTS'),
    };
  }

  /** The line above which replies are written. */
  marker(locale: 'fr' | 'en'): string {
    return words(locale)('mails.replyLine');
  }
}
