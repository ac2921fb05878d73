/** Replaces every e-mail-like string. */
export const ADDRESS_MARK = '•••@•••';

/** An at sign in any spelling: plain, full-width, small, as an HTML entity, percent-encoded, escaped, encoded twice. */
const AT = /[@\uFF20\uFE6B]|&(?:amp;)*(?:#0*64(?!\d);?|#[xX]0*40(?![\da-fA-F]);?|commat;)|%(?:25)*40|\\(?:u00|x)40/gu;
/** Invisible characters, which could otherwise hide an address from the mask. */
const UNSEEN = '\\p{Cf}\\p{Default_Ignorable_Code_Point}';
const LOCAL = new RegExp(`^[\\p{L}\\p{M}\\p{N}${UNSEEN}.!#$%&'*+/=?^_{|}~\\\\-]$`, 'u');
/** Decoration that may precede an address without belonging to it: emphasis, quotes, an ellipsis. */
const DECORATION = new RegExp(`^[${UNSEEN}*_~'{|}.]+`, 'u');
const ONLY_UNSEEN = new RegExp(`^[${UNSEEN}]$`, 'u');
const DOT = '(?:\\\\?[.\\u3002\\uFF0E\\uFF61]|&#0*46;|&#[xX]0*2[eE];|&period;|%2[eE])';
/** An encoded letter (entity or percent-encoded); never a dot or an at sign, so that a text is cut in one way only. */
const CODED =
  '(?!&#0*(?:46|64);|&#[xX]0*(?:2[eE]|40);|&(?:period|commat);|%(?:2[eE]|40))' +
  '(?:&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z]{2,31});|%[\\da-fA-F]{2})';
const LABEL = `(?:[\\p{L}\\p{M}\\p{N}${UNSEEN}-]|${CODED})+`;
/** The last label begins with a letter, so that `package@18.2.0` stays; four bare numbers are an IPv4 address. */
const TOP_LABEL = `[${UNSEEN}]*(?:\\p{L}|${CODED})(?:[\\p{L}\\p{M}\\p{N}${UNSEEN}-]|${CODED})*`;
const DOMAIN = new RegExp(
  `(?:${LABEL}${DOT})+${TOP_LABEL}|\\d{1,3}(?:\\.\\d{1,3}){3}|[${UNSEEN}]*\\[(?:IPv6:)?[\\da-fA-F:.]{2,}\\]`,
  'uy',
);
const QUOTED_AT_MOST = 256;
/** An entity that ends here, whose semicolon no local part holds by itself. */
const ENTITY_BEFORE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,31});$/;
const ENTITY_AT_MOST = 33;

/** The place of an e-mail-like string in a text. */
export interface AddressRange {
  readonly start: number;
  readonly end: number;
}

/** Finds what is masked in a text: every e-mail-like string, or some of them. */
export type FindAddresses = (text: string) => AddressRange[];

/** Finds every e-mail-like string, in order. Goes once from at sign to at sign, so that it is linear. */
export function addressesIn(text: string): AddressRange[] {
  const found: AddressRange[] = [];
  let taken = 0;
  let lastAt = 0;
  for (const at of text.matchAll(AT)) {
    const start = startOfLocal(text, at.index, { taken, lastAt });
    lastAt = at.index + at[0].length;
    const end = start === null ? null : endOfDomain(text, lastAt);
    if (start === null || end === null) continue;
    found.push({ start, end });
    taken = end;
  }
  return found;
}

/** Whether a text holds anything that could be the at sign of an address. */
export const mayHoldAddress = (text: string): boolean => text.replaceAll(ADDRESS_MARK, '').search(AT) >= 0;

/**
 * Replaces every e-mail-like string, whether or not an account has it: masking only known ones would tell which
 * addresses are registered. Idempotent.
 */
export function maskAddresses(text: string, find: FindAddresses = addressesIn): string {
  let masked = '';
  let taken = 0;
  for (const { start, end } of find(text)) {
    masked += text.slice(taken, start) + ADDRESS_MARK;
    taken = end;
  }
  return masked + text.slice(taken);
}

function startOfLocal(text: string, end: number, { taken, lastAt }: { taken: number; lastAt: number }): number | null {
  const quoted = text[end - 1] === '"' && end > taken ? startOfQuoted(text, end - 1, taken) : null;
  if (quoted !== null) return withMailto(text, quoted, taken);
  const floor = Math.max(taken, lastAt);
  const bare = text[end - 1] === '"' ? end - 1 : end;
  let start = Math.max(bare, floor);
  for (let before = localBefore(text, start); before !== null && before >= floor; before = localBefore(text, start))
    start = before;
  const local = text.slice(start, bare);
  if (!/[\p{L}\p{N}]/u.test(local)) return null;
  // https://video.example/@first.last is the page of an account, not an address.
  if (local.endsWith('/') && local.startsWith('//') && text[start - 1] === ':') return null;
  return withMailto(text, start + (DECORATION.exec(local)?.[0].length ?? 0), taken);
}

/**
 * The index at which the local part's letter before `end` begins, also when it is encoded; null where there is none.
 */
function localBefore(text: string, end: number): number | null {
  if (text[end - 1] === ';') {
    const entity = ENTITY_BEFORE.exec(text.slice(Math.max(0, end - ENTITY_AT_MOST), end));
    return entity ? end - entity[0].length : null;
  }
  const before = stepBack(text, end);
  return before >= 0 && LOCAL.test(text.slice(before, end)) ? before : null;
}

/** The opening quote of a quoted local part; null when the quote before the at sign closes something else. */
function startOfQuoted(text: string, close: number, floor: number): number | null {
  for (let open = close - 1; open >= Math.max(floor, close - QUOTED_AT_MOST); open -= 1) {
    if (text[open] === '\n' || text[open] === '•') return null;
    const before = open > floor ? (text[open - 1] ?? '') : '';
    if (text[open] === '"' && before !== '\\') return open < close - 1 && !/[\p{L}\p{N}]/u.test(before) ? open : null;
  }
  return null;
}

const withMailto = (text: string, start: number, floor: number): number =>
  start - 7 >= floor && text.slice(start - 7, start).toLowerCase() === 'mailto:' ? start - 7 : start;

function endOfDomain(text: string, start: number): number | null {
  DOMAIN.lastIndex = start;
  const found = DOMAIN.exec(text);
  if (!found) return null;
  let end = start + found[0].length;
  for (let before = stepBack(text, end); ONLY_UNSEEN.test(text.slice(before, end)); before = stepBack(text, end))
    end = before;
  return end;
}

/** The index of the previous code point. */
const stepBack = (text: string, index: number): number =>
  index > 1 && (text.codePointAt(index - 2) ?? 0) > 0xffff ? index - 2 : index - 1;

/** Normalises a line before it is stored: NFC, trimming, masking. */
export const normaliseText = (raw: string, find?: FindAddresses): string =>
  maskAddresses(raw.normalize('NFC').trim(), find);

/** Normalises Markdown before it is stored; indentation at its beginning stays, because it makes a block of code. */
export function normaliseBody(raw: string, find?: FindAddresses): string {
  const text = raw.normalize('NFC').trimEnd();
  const blankLines = /^(?:\s*\n)*/.exec(text)![0].length;
  const isCode = /^(?: {4}|\t)/.test(text.slice(blankLines));
  return maskAddresses(isCode ? text.slice(blankLines) : text.trimStart(), find);
}

export const lengthInCodePoints = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** Most marks of one letter; more would cover the neighbouring lines. */
const MARKS_AT_MOST = 20;
const TOWER = new RegExp(`\\p{M}{${MARKS_AT_MOST + 1}}`, 'u');
/**
 * Marks without a script of their own. Vowel signs of Hindi and points of Hebrew are spelling, and emoji have
 * selectors.
 */
const STRAY_MARK = /(?=\p{Script=Inherited})(?!\p{Default_Ignorable_Code_Point})\p{M}/gu;

/** Says why a text cannot be stored unaltered, as a sentence with what to do; null when it can. */
export function textFault(text: string): string | null {
  if (!text.isWellFormed()) return 'Take out the broken character (half of a surrogate pair).';
  // Tab, line feed, carriage return and the breaks of office programs (U+000B, U+000C) are text; other controls are
  // not.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000E-\u001F]/.test(text)) return 'Take out the control characters.';
  if (TOWER.test(text)) return `Take out some of the combining marks: a letter may carry ${MARKS_AT_MOST}.`;
  if (isMostlyMarks(text)) return 'Take out some of the combining marks: they are more than half of the text.';
  return null;
}

function isMostlyMarks(text: string): boolean {
  const marks = text.match(STRAY_MARK)?.length ?? 0;
  return marks > MARKS_AT_MOST && marks * 2 > lengthInCodePoints(text);
}
