/** What stands where an e-mail-like string stood. */
export const ADDRESS_MARK = '•••@•••';

/** An at sign, however it is written: plain, full-width, small, as an HTML entity or percent-encoded. */
const AT = '(?:@|\\uFF20|\\uFE6B|&#0*64;?|&#x0*40;?|&commat;|%40)';
/** Characters nobody sees, which would otherwise hide an address from the mask. */
const UNSEEN = '[\\u200B-\\u200D\\u2060\\uFEFF\\u00AD]';
const LOCAL = `(?:[\\p{L}\\p{N}.!#$'*+/=?^_{|}~-]|${UNSEEN}){1,80}|"[^"\\n]{1,64}"`;
const LABEL = `(?:[\\p{L}\\p{N}-]|${UNSEEN}){1,63}`;
const DOMAIN = `(?:${LABEL}(?:[.\\u3002\\uFF0E]${LABEL}){1,8}|\\[[0-9A-Fa-f.:]{3,45}\\])`;
const ADDRESS = new RegExp(`(?:mailto:)?(?:${LOCAL})${UNSEEN}*${AT}${UNSEEN}*${DOMAIN}`, 'giu');

/**
 * Puts a fixed mark in place of every e-mail-like string, known or not: masking only known ones would tell who is
 * registered. Bounded repetition keeps it linear in practice; twice is once.
 */
export const maskAddresses = (text: string): string => (new RegExp(AT, 'i').test(text) ? text.replace(ADDRESS, ADDRESS_MARK) : text);

/** The whole of what is done to a text before it is stored: NFC, trimming, masking. */
export function normaliseText(raw: string): string {
  const masked = maskAddresses(raw.normalize('NFC').trim());
  return masked.normalize('NFC').trim();
}

export const lengthInCodePoints = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** A letter may carry so many marks; more is a tower that covers its neighbours. */
const MARKS_AT_MOST = 20;
const TOWER = new RegExp(`\\p{M}{${MARKS_AT_MOST + 1}}`, 'u');

/** Why a text cannot be kept unaltered, as a sentence that says what to do; null when it can. */
export function textFault(text: string): string | null {
  if (!text.isWellFormed()) return 'Take out the broken character (half of a surrogate pair).';
  // Tab, line feed and carriage return are text; the other control characters are not.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) return 'Take out the control characters.';
  if (TOWER.test(text)) return `Take out some of the combining marks: a letter may carry ${MARKS_AT_MOST}.`;
  return null;
}

/** Letters of other scripts that look like Latin ones, after case folding. */
const LOOKALIKES: Record<string, string> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', һ: 'h', к: 'k', м: 'm', т: 't', в: 'b', н: 'h', α: 'a', ο: 'o', ρ: 'p', ν: 'v', ι: 'i', κ: 'k', τ: 't', υ: 'u', ı: 'i', ø: 'o', ł: 'l' };

/** A name as a hurried reader sees it: for telling imitations, never for showing. */
export const foldName = (name: string): string =>
  [...name.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}|\p{Cf}/gu, '')].map((letter) => LOOKALIKES[letter] ?? letter).join('').replace(/\s+/g, ' ').trim();
