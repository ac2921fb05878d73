import { createHash } from 'node:crypto';

/** One way an address, or a function of it, could leave. `form` says which way, `text` is what is looked for. */
export interface Form {
  form: string;
  text: string;
}

const HASHES = ['md5', 'sha1', 'sha256', 'sha512'];

/** Each character as `each` writes it. */
const spelt = (text: string, each: (code: number) => string): string =>
  [...text].map((letter) => each(letter.codePointAt(0)!)).join('');
const hex = (code: number, digits = 2): string => code.toString(16).padStart(digits, '0');

/**
 * The characters of base64 that depend on nothing but the text, when it begins 0, 1 or 2 bytes after a group of three.
 */
function base64At(text: string, offset: number): string {
  const bits = (offset + Buffer.byteLength(text)) * 8;
  return Buffer.from('\0'.repeat(offset) + text)
    .toString('base64')
    .slice(Math.ceil((offset * 8) / 6), Math.floor(bits / 6));
}

const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');
const both = (form: string, text: string): Form[] => [
  { form, text },
  ...(urlSafe(text) === text ? [] : [{ form: `${form}, for addresses`, text: urlSafe(text) }]),
];

/** The marks by which the database finds an account, and counts its mailbox once. */
export interface BlindIndexes {
  address: Buffer;
  mailbox: Buffer;
}

const bytesOf = (form: string, bytes: Buffer): Form[] => [
  { form: `${form}, hex`, text: bytes.toString('hex') },
  ...both(`${form}, base64`, bytes.toString('base64').replace(/=+$/, '')),
  { form: `${form}, bytes`, text: bytes.toString('latin1') },
];

/**
 * Every form of an address that must not leave (QUALITY, the address promise): as typed, as anybody could encode it,
 * and what a function makes of it.
 */
export function formsOf(typed: string, { address: addressIndex, mailbox }: BlindIndexes): Form[] {
  const address = typed.toLowerCase();
  const [local, domain] = address.split('@') as [string, string];
  const withAt = (at: string): string => `${local}${at}${domain}`;
  const hashed = HASHES.flatMap((name) =>
    [address, address.toUpperCase(), typed, local, `mailto:${address}`].flatMap((text): Form[] => {
      const digest = createHash(name).update(text).digest();
      return [
        { form: `${name}, hex`, text: digest.toString('hex') },
        ...both(`${name}, base64`, digest.toString('base64').replace(/=+$/, '')),
      ];
    }),
  );
  return distinct([
    { form: 'raw', text: address },
    { form: 'local part', text: local },
    ...[withAt('%40'), withAt('%2540'), spelt(address, (code) => `%${hex(code)}`)].map((text) => ({
      form: 'percent',
      text,
    })),
    ...[
      withAt('&#64;'),
      withAt('&#064;'),
      withAt('&#x40;'),
      withAt('&commat;'),
      spelt(address, (code) => `&#${code};`),
      spelt(address, (code) => `&#x${hex(code)};`),
    ].map((text) => ({ form: 'entity', text })),
    ...[
      withAt(String.raw`\u0040`),
      withAt(String.raw`\x40`),
      spelt(address, (code) => String.raw`\u${hex(code, 4)}`),
    ].map((text) => ({ form: 'JSON', text })),
    ...[withAt('=40'), spelt(address, (code) => `=${hex(code)}`)].map((text) => ({ form: 'quoted-printable', text })),
    // Encodings of bytes that depend on the case of what is encoded: as typed, and as it is kept.
    ...[address, typed, address.toUpperCase()].flatMap((text) => [
      ...[0, 1, 2].flatMap((offset) => both(`base64 at ${offset}`, base64At(text, offset))),
      { form: 'hex', text: Buffer.from(text).toString('hex') },
    ]),
    { form: 'reversed', text: [...address].toReversed().join('') },
    ...hashed,
    ...bytesOf('blind index', addressIndex),
    ...bytesOf('blind index of the mailbox', mailbox),
    ...['md5', 'sha256'].map((name) => ({
      form: 'Gravatar',
      text: `gravatar.com/avatar/${createHash(name).update(address).digest('hex')}`,
    })),
  ]);
}

/** The search looks at no case, and at nothing so short that it could stand there by chance. */
function distinct(forms: readonly Form[]): Form[] {
  const seen = new Set<string>();
  return forms.filter(({ text }) => {
    const folded = text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    return text.length >= 6 && !seen.has(folded) && seen.add(folded);
  });
}
