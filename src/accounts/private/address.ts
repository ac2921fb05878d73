import { domainToASCII, domainToUnicode } from 'node:url';

/** An address in the one spelling we compare: lower case, its domain in ASCII. */
export interface Address {
  readonly text: string;
  readonly local: string;
  readonly domain: string;
}

/** The dot-atom of RFC 5322, 3.2.3: what mail systems really use; no quoting, no comments, no bracketed hosts. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const ASCII = /^[\x21-\x7e]+$/;
const WRITTEN = /^[\p{L}\p{M}\p{N}\p{Cf}.\u3002\uFF0E\uFF61-]+$/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** Reads what somebody typed; null when it is no address we could write to (RFC 5321, 4.5.3.1 for the lengths). */
export function parseAddress(typed: string): Address | null {
  const trimmed = typed.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > 254) return null;
  // Before it is lowered: the Kelvin sign would become a plain k, and so somebody else's address.
  if (!ASCII.test(trimmed.slice(0, at))) return null;
  const local = trimmed.slice(0, at).toLowerCase();
  const written = trimmed.slice(at + 1);
  // The URL rules that turn a name into ASCII would drop line ends and cut at ? and #; a name has none of these.
  if (!WRITTEN.test(written)) return null;
  const domain = domainToASCII(written).toLowerCase();
  const labels = domain.split('.');
  if (!isSpelledOut(domain)) return null;
  if (local.length > 64 || !LOCAL.test(local) || domain.length > 253) return null;
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1)!)) return null;
  const text = `${local}@${domain}`;
  return text.length <= 254 ? { text, local, domain } : null;
}

/**
 * Whether every `xn--` label stands for a word and is its one spelling (RFC 5891, 5.4). Asked here because the URL
 * rules of newer Node versions let an undecodable label pass as it is.
 */
function isSpelledOut(domain: string): boolean {
  if (!domain.includes('xn--')) return true;
  const read = domainToUnicode(domain);
  return !read.split('.').some((label) => label.startsWith('xn--')) && domainToASCII(read) === domain;
}

/** The mailbox an address leads to: what stands behind a + is a tag that its owner chose (RFC 5233). */
export function mailboxOf({ local, domain }: Address): string {
  const [name = ''] = local.split('+');
  return `${name === '' ? local : name}@${domain}`;
}

/** How an owner sees their own address: `m•••@mail.example`. */
export const maskAddress = ({ local, domain }: Address): string => `${local.slice(0, 1)}•••@${domain}`;
