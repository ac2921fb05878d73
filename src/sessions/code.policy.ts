/** 31 symbols: digits and capitals without 0, O, 1, I and L, which people misread. 31^8 is 8.5 × 10^11 codes. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Long enough to find the mail, short enough that a mailbox read later opens nothing. */
export const CODE_MINUTES = 10;

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

/** What people type instead of a code: small letters, spaces, no hyphen. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  const symbols = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (symbols.length !== 8 || [...symbols].some((symbol) => !CODE_ALPHABET.includes(symbol))) return null;
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}
