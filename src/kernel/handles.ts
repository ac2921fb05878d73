import { addressesIn, type AddressRange } from './text.ts';

/** An account's name and its server, as Mastodon and others write them behind a first at sign. */
const HANDLE = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?@(?<server>(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})$/u;

/** Characters that make the first at sign a part of an address. */
const PART_OF_ADDRESS = /[\p{L}\p{M}\p{N}._%+-]/u;

/** Servers that have mailboxes and no Fediverse: a handle there is a mistyped address. */
const MAIL_SERVERS =
  /^(?:[\w-]*mail|outlook|live|msn|yahoo|icloud|mac|aol|gmx|web|t-online|freenet|posteo|mailbox|proton|pm|tutanota|tuta|orange|wanadoo|free|laposte|sfr|neuf|bbox|qq|163|126|naver|yandex)\.[a-z]{2,7}(?:\.[a-z]{2})?$|^me\.com$/i;

function isHandle(text: string, { start, end }: AddressRange): boolean {
  if (text[start - 1] !== '@' || PART_OF_ADDRESS.test(text[start - 2] ?? ' ')) return false;
  const server = HANDLE.exec(text.slice(start, end))?.groups?.['server'];
  return server !== undefined && !MAIL_SERVERS.test(server);
}

/**
 * Finds every e-mail-like string except handles of the Fediverse (`@ada@social.example`), for the texts of a programme.
 * Participants' texts are masked whole, because nothing tells whose handle it is.
 */
export const addressesBesideHandles = (text: string): AddressRange[] =>
  addressesIn(text).filter((range) => !isHandle(text, range));
