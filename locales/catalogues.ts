import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import { wordsFrom, type Catalogue, type Locale, type Words } from './words.ts';

type Nested = { readonly [key: string]: string | Nested };

const flatten = (tree: Nested, prefix = ''): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [prefix + key]: value } : flatten(value, `${prefix}${key}.`),
    ),
  ) as Record<string, string>;

const catalogues: Record<Locale, Catalogue> = { fr: flatten(fr), en: flatten(en) };

/** The texts whose key begins with `prefix`: what a page hands to its script. */
export function catalogueOf(locale: Locale, prefix = ''): Catalogue {
  return Object.fromEntries(Object.entries(catalogues[locale]).filter(([key]) => key.startsWith(prefix)));
}

const lookUps: Record<Locale, Words> = { fr: wordsFrom(catalogues.fr, 'fr'), en: wordsFrom(catalogues.en, 'en') };

export const words = (locale: Locale): Words => lookUps[locale];

/**
 * What is wrong with a field or in a file, in a language. The sentences are written in English where the rule is; the
 * catalogue has the others, with `#` for each number and `"@"` for what is quoted.
 */
export function sayInput(locale: Locale, sentence: string): string {
  if (locale === 'en') return sentence;
  return filledIn(locale, sentence, /\d+/g) ?? filledIn(locale, sentence, /"[^"]*"|\d+/g) ?? sentence;
}

/** A sentence of the catalogue with the places that stand for numbers and quotations; undefined without one. */
function filledIn(locale: Locale, sentence: string, places: RegExp): string | undefined {
  const values = sentence.match(places) ?? [];
  const marked = (value: string): string => (value.startsWith('"') ? '"@"' : '#');
  const known = catalogues[locale][`inputs.${sentence.replace(places, marked)}`];
  return known?.replace(/"@"|#/g, (mark) => quotedIn(locale, values.shift() ?? mark));
}

/** What is quoted, within the quotation marks of the language; anything else as it is. */
const quotedIn = (locale: Locale, found: string): string =>
  locale === 'fr' && found.startsWith('"') ? `«\u00A0${found.slice(1, -1)}\u00A0»` : found;

/** The words of places in files, as in `sheet "A", row 3, column B "Date"`, and what is quoted there. */
const PLACE_PARTS = /"[^"]*"|\b(?:the whole file|the conference|sheet|rows|row|column|talk)\b/g;

/** A place in a file, in a language; the words that are quoted stay. */
export const sayPlace = (locale: Locale, place: string): string =>
  place.replace(PLACE_PARTS, (found) => (found.startsWith('"') ? quotedIn(locale, found) : sayInput(locale, found)));
