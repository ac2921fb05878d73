import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

/** A setting that cannot be used. Its message is one sentence for the operator. */
export class BadSetting extends Error {}

export interface Setting<T> {
  readonly says: string;
  readonly example: string;
  readonly fallback: T;
  /** Throws BadSetting. */
  read(raw: string, name: string): T;
}

const refuse = (name: string, wants: string): never => {
  throw new BadSetting(`${name} is not usable: set it to ${wants}, or leave it out.`);
};

export const text = (fallback: string, says: string): Setting<string> => ({
  says,
  example: fallback,
  fallback,
  read: (raw) => raw,
});

/** A mailbox as e-mails name it (RFC 5322, 3.4): an address, or a name with the address in angle brackets. */
export const mailbox = (fallback: string, says: string): Setting<string> => ({
  says,
  example: fallback,
  fallback,
  read: (raw, name) => {
    const begin = raw.indexOf('<');
    const address = begin >= 0 && raw.endsWith('>') ? raw.slice(begin + 1, -1) : raw;
    return /^[^\s@]+@[^\s@]+$/.test(address) && !address.includes('<')
      ? raw
      : refuse(name, `an address such as ${fallback}`);
  },
});

/**
 * The address of another service, with one of these schemes. A database may leave out its host, which a URL may not.
 */
export const service = (schemes: readonly string[], says: string): Setting<string | null> => ({
  says,
  example: '',
  fallback: null,
  read: (raw, name) =>
    schemes.some((scheme) => raw.startsWith(`${scheme}://`)) && (URL.canParse(raw) || raw.startsWith('postgres'))
      ? raw
      : refuse(name, `an address that begins with ${schemes[0]}://`),
});

export const optionalUrl = (fallback: string, says: string, protocols: readonly string[]): Setting<string> => ({
  says,
  example: fallback,
  fallback,
  read: (raw, name) =>
    URL.canParse(raw) && protocols.includes(new URL(raw).protocol) && new URL(raw).pathname === '/'
      ? raw
      : refuse(name, `an address such as ${fallback}`),
});

/** The address for reports of vulnerabilities (RFC 9116, 2.5.3); a bare e-mail address becomes a mailto: link. */
export const contact = (says: string): Setting<string | null> => ({
  says,
  example: '',
  fallback: null,
  read: (raw, name) => {
    const uri = /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(raw) ? `mailto:${raw}` : raw;
    const isUsable = /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d\-()]+)$/.test(uri) && URL.canParse(uri);
    return isUsable ? uri : refuse(name, 'an e-mail address, or a link that begins with https:, mailto: or tel:');
  },
});

export const port = (fallback: number, says: string): Setting<number> => ({
  says,
  example: String(fallback),
  fallback,
  read: (raw, name) =>
    /^\d{1,5}$/.test(raw) && Number(raw) < 65_536
      ? Number(raw)
      : refuse(name, `a number from 0 to 65535, such as ${fallback}`),
});

export const count = (fallback: number, most: number, says: string): Setting<number> => ({
  says,
  example: String(fallback),
  fallback,
  read: (raw, name) =>
    /^[1-9]\d{0,8}$/.test(raw) && Number(raw) <= most
      ? Number(raw)
      : refuse(name, `a number from 1 to ${most}, such as ${fallback}`),
});

export const flag = (fallback: boolean, says: string): Setting<boolean> => ({
  says,
  example: fallback ? 'on' : 'off',
  fallback,
  read: (raw, name) => (raw === 'on' || raw === 'off' ? raw === 'on' : refuse(name, '"on" or "off"')),
});

export const oneOf = <T extends string>(values: readonly T[], fallback: T, says: string): Setting<T> => ({
  says,
  example: fallback,
  fallback,
  read: (raw, name) => values.find((value) => value === raw) ?? refuse(name, `one of ${values.join(', ')}`),
});

export const list = (says: string): Setting<readonly string[]> => ({
  says,
  example: '',
  fallback: [],
  read: (raw, name) =>
    raw
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => (/^[^\s@]+@[^\s@]+$/.test(part) ? part : refuse(name, 'addresses separated by commas'))),
});

export const cidrs = (says: string): Setting<readonly string[]> => ({
  says,
  example: '',
  fallback: [],
  read: (raw, name) =>
    raw
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const [address = '', bits] = part.split('/');
        const version = isIP(address);
        const most = version === 6 ? 128 : 32;
        return version !== 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
          ? part
          : refuse(name, 'addresses or networks such as 10.0.0.0/8, separated by commas');
      }),
});

/** A list of `id:base64` pairs of 64 bytes each: 32 to encrypt, 32 to index. */
export const bytes = (says: string): Setting<readonly { id: string; secret: Buffer }[]> => ({
  says,
  example: '',
  fallback: [],
  read: (raw, name) =>
    raw.split(',').map((part) => {
      const [id = '', secret = ''] = part.trim().split(':');
      const decoded = Buffer.from(secret, 'base64');
      return /^[\w-]{1,32}$/.test(id) && decoded.length === 64
        ? { id, secret: decoded }
        : refuse(name, 'id:base64 with 64 bytes behind the colon (openssl rand -base64 64)');
    }),
});

/** Shortest RSA key that receivers accept (RFC 8301, 3.2), in bits. */
const DKIM_BITS = 1024;

/** An RSA private key as PEM (`\\n` for its line ends), or the name of a file with one. */
export const rsaKey = (says: string): Setting<KeyObject | null> => ({
  says,
  example: '',
  fallback: null,
  read: (raw, name) => {
    const key = readPrivateKey(raw);
    return key?.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= DKIM_BITS
      ? key
      : refuse(name, 'a file with an RSA private key (openssl genrsa -out dkim.pem 2048)');
  },
});

/** Null for what is no private key and names no readable file with one. */
function readPrivateKey(raw: string): KeyObject | null {
  try {
    return createPrivateKey(raw.includes('-----BEGIN') ? raw.replaceAll('\\n', '\n') : readFileSync(raw));
  } catch {
    return null;
  }
}

/** A name of the DNS, or a part of one. */
export const dnsName = (says: string): Setting<string | null> => ({
  says,
  example: '',
  fallback: null,
  read: (raw, name) =>
    /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/i.test(raw) ? raw.toLowerCase() : refuse(name, 'a name such as forum2026'),
});

/** A port for a mail server to hand e-mails to, or a mailbox to read them from (`imaps`, with an account). */
export const inbound = (says: string): Setting<URL | null> => ({
  says,
  example: '',
  fallback: null,
  read: (raw, name) => {
    const url = URL.canParse(raw) ? new URL(raw) : null;
    return url !== null && url.hostname !== '' && (isMailPort(url) || isMailbox(url))
      ? url
      : refuse(
          name,
          'a port such as lmtp://127.0.0.1:2424, or a mailbox such as ' +
            'imaps://forum%40mail.example:password@mail.example',
        );
  },
});

const isMailPort = ({ protocol, port: listened, username, pathname }: URL): boolean =>
  ['lmtp:', 'smtp:'].includes(protocol) && listened !== '' && username === '' && ['', '/'].includes(pathname);

const isMailbox = ({ protocol, username, password, pathname, search, hash }: URL): boolean =>
  protocol === 'imaps:' &&
  username !== '' &&
  password !== '' &&
  search === '' &&
  hash === '' &&
  [username, password, pathname].every(isPercentEncoded);

function isPercentEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** An address, or the domain of many. */
export const addressOrDomain = (says: string): Setting<string | null> => ({
  says,
  example: '',
  fallback: null,
  read: (raw, name) =>
    /^([a-z0-9._-]{1,30}@)?[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?$/i.test(raw)
      ? raw.toLowerCase()
      : refuse(name, 'a domain such as mail.example, or an address such as forum@mail.example'),
});

export const hostNames = (says: string): Setting<readonly string[]> => ({
  says,
  example: '',
  fallback: [],
  read: (raw, name) =>
    raw
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => (/^[a-z0-9._-]{1,253}$/.test(part) ? part : refuse(name, 'names such as mx.mail.example'))),
});
