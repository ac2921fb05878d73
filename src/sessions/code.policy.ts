/** 31 symbols: digits and capitals without 0, O, 1, I and L, which people misread. 31^8 is 8.5 × 10^11 codes. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Minutes a code that signs in is good for: enough to find the e-mail, too few for a mailbox that is read later. */
export const CODE_MINUTES = 10;

/** Minutes a code is good for that publishes what a guest wrote: its words wait, and mail may be slow. */
export const CONFIRMATION_MINUTES = 30;

/** For how long a mail server that refuses for the moment is asked again, in minutes from when the code was made. */
export const DELIVERY_MINUTES = 30;

export const minutesOf = (purpose: string): number => (purpose === 'sign-in' ? CODE_MINUTES : CONFIRMATION_MINUTES);

/** For how long a browser keeps the name under which it asked: longer than any code lives. */
export const BROWSER_MINUTES = 60;

/** Hours after which nothing is kept of a code, nor of a guest's words that waited for it. */
export const CODES_KEPT_HOURS = 24;

/** Wrong tries a code survives. */
export const CODE_TRIES = 5;

/** Makes a code from random bytes, drawing again where a byte would favour some symbols. */
export function codeFrom(random: () => number): string {
  let code = '';
  while (code.length < 8) {
    const byte = random();
    if (byte < 248) code += CODE_ALPHABET[byte % 31];
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

const HALF = `[${CODE_ALPHABET}]{4}`;
/** A code among other words, as it is copied from an e-mail. */
const CODE_IN_WORDS = new RegExp(`(?<![0-9A-Z])(${HALF})[\\s\\p{Pd}]?(${HALF})(?![0-9A-Z])`, 'gu');

/**
 * What people type instead of a code: small letters, spaces, no hyphen, full-width letters (NFKC), the words around it.
 * Null when it holds no code, or two.
 */
export function readCode(typed: string): string | null {
  const text = typed.normalize('NFKC').toUpperCase();
  const symbols = text.replace(/[^0-9A-Z]/g, '');
  if (symbols.length === 8 && [...symbols].every((symbol) => CODE_ALPHABET.includes(symbol)))
    return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
  const found = new Set([...text.matchAll(CODE_IN_WORDS)].map(([, first, second]) => `${first}-${second}`));
  return found.size === 1 ? [...found][0]! : null;
}
