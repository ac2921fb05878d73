/** Reads untrusted values: a value of another kind counts as absent. */
export type LooseObject = Readonly<Record<string, unknown>>;

export const record = (value: unknown): LooseObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LooseObject) : {};

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/** More marks on a letter than any script has; ordering them takes the square of their number. */
const TOWER = /\p{M}{21,}/gu;
const MARKS_KEPT = 20;
/** Outside of Latin and its punctuation, where marks may be. Most texts are not; `TOWER` took a tenth of an import. */
// oxlint-disable-next-line no-control-regex -- all of Latin is what is left out
const PERHAPS_MARKS = /[^\u0000-\u02FF\u2000-\u206F\u20A0-\u20BF]/;

/** A text without characters that no text has; a number as its digits; of a translated text the first. */
export function text(value: unknown): string {
  if (typeof value === 'string') return withoutTowers(value.replace(CONTROL, '').toWellFormed()).trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return '';
  const first = Object.values(value).find((part) => typeof part === 'string' && part.trim() !== '');
  return typeof first === 'string' ? text(first) : '';
}

const withoutTowers = (value: string): string =>
  PERHAPS_MARKS.test(value)
    ? value.replace(TOWER, (marks) =>
        Array.from(marks.slice(0, MARKS_KEPT * 2))
          .slice(0, MARKS_KEPT)
          .join(''),
      )
    : value;

/** Whether a value means yes: `true`, `"true"`, `1`, `"yes"`. */
export const yes = (value: unknown): boolean => value === true || /^(?:true|1|yes)$/i.test(text(value));

/** One line of bounded length, for titles, names and rooms. */
export function line(value: unknown, most = 300): string {
  // Twice as many code units hold `most` characters of any kind, so that a long text is never split whole.
  const begins = text(value)
    .replace(/\s+/gu, ' ')
    .slice(0, most * 2);
  return (begins.length <= most ? begins : [...begins].slice(0, most).join('')).trim();
}

/** Longest line as it is read, in characters; what is too long for a talk is cut, with a word, when it is assembled. */
const READ = 2_000;

/** One line of a file, before it is cut to what a talk may hold. */
export const longLine = (value: unknown): string => line(value, READ);

/** The first of these that is not empty. */
export const firstText = (...values: readonly unknown[]): string =>
  values.map(text).find((found) => found !== '') ?? '';

/** An absolute http(s) address, relative ones resolved; null for anything else. */
export function webAddress(value: unknown, base = ''): string | null {
  const found = text(value);
  if (found === '' || found.length > 2_000) return null;
  try {
    const url = base === '' ? new URL(found) : new URL(found, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
