/** 31 symbols: digits and capitals without 0, O, 1, I and L, which people misread. 31^8 is 8.5 × 10^11 codes. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * Lifetime of a code that signs in, in minutes: enough to find the e-mail, too short for a mailbox that is read later.
 */
export const CODE_MINUTES = 10;

/** Lifetime of a code that publishes a guest's words, in minutes; longer, because mail may be slow. */
export const CONFIRMATION_MINUTES = 30;

/** Time for retries while the mail server refuses temporarily, in minutes from the making of the code. */
export const DELIVERY_MINUTES = 30;

export const minutesOf = (purpose: string): number => (purpose === 'sign-in' ? CODE_MINUTES : CONFIRMATION_MINUTES);

/** Time for which a browser keeps the name under which it asked, in minutes: longer than any code lives. */
export const BROWSER_MINUTES = 60;

/** Age at which a code and the guest's words that waited for it are deleted, in hours. */
export const CODES_KEPT_HOURS = 24;

/** Wrong tries after which a code is void. */
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
/** A code among other words, as copied from an e-mail. */
const CODE_IN_WORDS = new RegExp(`(?<![0-9A-Z])(${HALF})[\\s\\p{Pd}]?(${HALF})(?![0-9A-Z])`, 'gu');

/**
 * Reads a typed code: also in small letters, with spaces, without the hyphen, in full width (NFKC), with words around
 * it. Null when it holds no code, or two.
 */
export function readCode(typed: string): string | null {
  const text = typed.normalize('NFKC').toUpperCase();
  const symbols = text.replace(/[^0-9A-Z]/g, '');
  if (symbols.length === 8 && [...symbols].every((symbol) => CODE_ALPHABET.includes(symbol)))
    return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
  const found = new Set([...text.matchAll(CODE_IN_WORDS)].map(([, first, second]) => `${first}-${second}`));
  return found.size === 1 ? [...found][0]! : null;
}
