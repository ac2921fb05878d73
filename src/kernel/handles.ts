import { addressesIn, type AddressRange } from './text.ts';

/** The name of an account and its server, as Mastodon and others write them behind a first at sign. */
const HANDLE = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?@(?<server>(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})$/u;

/** What may not stand before the first at sign: it would belong to an address. */
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
 * Every e-mail-like string but handles of the Fediverse (`@ada@social.example`): what a programme publishes of its
 * speakers. What participants write is masked whole, since nobody can tell there whose it is.
 */
export const addressesBesideHandles = (text: string): AddressRange[] =>
  addressesIn(text).filter((range) => !isHandle(text, range));
