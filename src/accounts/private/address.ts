import { domainToASCII, domainToUnicode } from 'node:url';

/** A normalised address: lower case, its domain in ASCII. */
export interface Address {
  readonly text: string;
  readonly local: string;
  readonly domain: string;
}

/** The dot-atom of RFC 5322, 3.2.3, which is what mail systems use: no quoting, comments or bracketed hosts. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const ASCII = /^[\x21-\x7e]+$/;
const WRITTEN = /^[\p{L}\p{M}\p{N}\p{Cf}.\u3002\uFF0E\uFF61-]+$/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** Parses a typed address; null when it cannot receive mail (RFC 5321, 4.5.3.1 for the lengths). */
export function parseAddress(typed: string): Address | null {
  const trimmed = typed.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > 254) return null;
  // Before lowering, which would turn the Kelvin sign into a plain k, and so into another person's address.
  if (!ASCII.test(trimmed.slice(0, at))) return null;
  const local = trimmed.slice(0, at).toLowerCase();
  const written = trimmed.slice(at + 1);
  // Domain-to-ASCII rules drop line ends and cut at ? and #; a host name has none of these.
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
 * Whether every `xn--` label decodes to a word and is its one spelling (RFC 5891, 5.4). Checked here because newer Node
 * versions pass an undecodable label.
 */
function isSpelledOut(domain: string): boolean {
  if (!domain.includes('xn--')) return true;
  const read = domainToUnicode(domain);
  return !read.split('.').some((label) => label.startsWith('xn--')) && domainToASCII(read) === domain;
}

/** The mailbox of an address: without the tag after a + (RFC 5233). */
export function mailboxOf({ local, domain }: Address): string {
  const [name = ''] = local.split('+');
  return `${name === '' ? local : name}@${domain}`;
}

/** The masked address for its owner: `m•••@mail.example`. */
export const maskAddress = ({ local, domain }: Address): string => `${local.slice(0, 1)}•••@${domain}`;
