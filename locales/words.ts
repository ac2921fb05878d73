import { isolated } from './isolated.ts';

export type Locale = 'fr' | 'en';
export const LOCALES: readonly Locale[] = ['fr', 'en'];

/** A catalogue: texts by dotted key once flattened. A text may hold `{name}` places. */
export type Catalogue = Readonly<Record<string, string>>;

/** Looks a text up and fills its places; a count picks the plural form: keys `x_one`, `x_other` (CLDR categories). */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** A look-up in any catalogue, also the part of one that a browser was given. An unknown key answers itself. */
export function wordsFrom(catalogue: Catalogue, locale: Locale): Words {
  // Made when they are needed: a phone is slow to make them, and small numbers are written alike everywhere.
  let [plural, number]: [Intl.PluralRules?, Intl.NumberFormat?] = [];
  const numeral = (value: number): string =>
    Number.isInteger(value) && value >= 0 && value < 1_000
      ? String(value)
      : (number ??= new Intl.NumberFormat(locale)).format(value);
  return (key, values = {}) => {
    const count = countIn(values);
    const form =
      typeof count === 'number'
        ? (catalogue[`${key}_${(plural ??= new Intl.PluralRules(locale)).select(count)}`] ?? catalogue[`${key}_other`])
        : undefined;
    const text = form ?? catalogue[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === 'number' ? numeral(value) : isolated(value);
    });
  };
}

/** The number a text speaks of: `count`, or the only one there is (`{minutes} minutes`). */
function countIn(values: Readonly<Record<string, string | number>>): number | undefined {
  const { count } = values;
  if (count !== undefined) return typeof count === 'number' ? count : undefined;
  const numbers = Object.values(values).filter((value) => typeof value === 'number');
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** The first of the languages a browser accepts that we have (RFC 9110, 12.5.4), else the fallback. */
export const negotiateLocale = (acceptLanguage: string | undefined, fallback: Locale): Locale =>
  wishedLocale(acceptLanguage) ?? fallback;

/** The same; null for a browser that accepts neither of ours. */
export function wishedLocale(acceptLanguage: string | undefined): Locale | null {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = params.find((p) => p.trim().startsWith('q='));
      return { tag: tag.toLowerCase().split('-')[0] ?? '', q: q ? Number(q.trim().slice(2)) : 1 };
    })
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    const known = LOCALES.find((locale) => locale === tag);
    if (known) return known;
  }
  return null;
}

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);
