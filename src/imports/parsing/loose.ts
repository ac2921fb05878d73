/** Reading of what strangers wrote: whatever is not of the kind wanted is as if absent. */
export type Loose = Readonly<Record<string, unknown>>;

export const record = (value: unknown): Loose => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {});

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/** A text without characters that no text has; a number as its digits; of a text in several languages, the first. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value.replace(CONTROL, '').toWellFormed().trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return '';
  const first = Object.values(value).find((part) => typeof part === 'string' && part.trim() !== '');
  return typeof first === 'string' ? text(first) : '';
}

/** One line of a bounded length: for titles, names and rooms. */
export const line = (value: unknown, most = 300): string => [...text(value).replace(/\s+/gu, ' ')].slice(0, most).join('').trim();

/** The first of these that says something. */
export const firstText = (...values: readonly unknown[]): string => values.map(text).find((found) => found !== '') ?? '';

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

/** Small letters, digits and hyphens: a part of an address. */
export function slugOf(value: string, otherwise: string): string {
  const slug = value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 70).replace(/-+$/, '');
  return slug === '' ? otherwise : slug;
}
