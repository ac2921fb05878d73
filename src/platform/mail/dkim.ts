import { createPublicKey } from 'node:crypto';
import { isIP } from 'node:net';
import type { Config } from '../config/settings.ts';
import type { EmailAddressing } from './email-addressing.ts';
import type { DkimSignature } from './mail.transport.ts';

/** The signature of e-mails; null when DKIM_KEY is not set. */
export function dkimSignature(config: Config, emailAddressing: EmailAddressing): DkimSignature | null {
  const [privateKey, keySelector] = [config.get('DKIM_KEY'), config.get('DKIM_SELECTOR')];
  return privateKey === null || keySelector === null
    ? null
    : { domainName: config.get('DKIM_DOMAIN') ?? emailAddressing.senderDomain, keySelector, privateKey };
}

/** A TXT entry of the DNS. */
export interface DnsEntry {
  name: string;
  value: string;
}

/** The entry with which receivers check the signatures (RFC 6376, 3.6.1). */
export const dkimEntry = ({ domainName, keySelector, privateKey }: DkimSignature): DnsEntry => ({
  name: `${keySelector}._domainkey.${domainName}`,
  value: `v=DKIM1; k=rsa; p=${createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')}`,
});

/** The servers that may send for the domain (RFC 7208); `mailHost` is the host of SMTP_URL. */
export const spfEntry = (domain: string, mailHost: string): DnsEntry => ({
  name: domain,
  value: `v=spf1 ${isIP(mailHost) === 4 ? 'ip4' : 'a'}:${mailHost} mx ~all`,
});

/**
 * The DNS entry that tells receivers what to do with e-mails in the domain's name that are neither signed nor sent by
 * it (RFC 7489).
 */
export const dmarcEntry = (domain: string): DnsEntry => ({
  name: `_dmarc.${domain}`,
  value: 'v=DMARC1; p=quarantine',
});
