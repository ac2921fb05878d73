import type { OwnAddresses } from '../own-addresses.ts';
import { mailboxesIn } from './mailboxes.ts';

/**
 * Fields that name whom an e-mail in a mailbox was delivered to: what forwarders and mail servers wrote before what its
 * author did.
 */
export const RECIPIENT_FIELDS = [
  'x-gm-original-to',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'resent-to',
  'to',
  'cc',
] as const;

/** Most recipients of one e-mail. */
const RECIPIENTS = 5;

/**
 * The addresses of the forum to which an e-mail in a mailbox goes, of the first field that has some, each once. `head`
 * is the head of the e-mail or some of its fields (RFC 5322, 2.2).
 */
export function recipientsIn(head: string, ownAddresses: OwnAddresses): string[] {
  const fields = head
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
    .map((line) => ({ name: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }));
  for (const wanted of RECIPIENT_FIELDS) {
    const own = fields
      .filter(({ name }) => name === wanted)
      .flatMap(({ line }) => mailboxesIn(line.slice(line.indexOf(':') + 1)))
      .map(({ local, domain }) => `${local}@${domain}`)
      .filter((address) => ownAddresses.read(address) !== null);
    if (own.length > 0) return [...new Set(own)].slice(0, RECIPIENTS);
  }
  return [];
}
