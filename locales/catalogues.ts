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
 * catalogue has the others, with `#` for each number, `"@"` for what is quoted and `(@)` for a list in parentheses. Of
 * several sentences each is looked up by itself.
 */
export function sayInput(locale: Locale, sentence: string): string {
  if (locale === 'en') return sentence;
  const whole = oneInput(locale, sentence);
  if (whole !== undefined) return whole;
  const said = (sentence.match(SENTENCES) ?? []).map((one) => oneInput(locale, one.trim()));
  return said.length > 1 && said.every((one) => one !== undefined) ? said.join(' ') : sentence;
}

/** Sentences that follow each other; an end within quotation marks is none. */
const SENTENCES = /(?:"[^"]*"|[^"])+?[.?!](?= ["A-Z]|$)/g;
/** What is quoted, also several things in a row, a list in parentheses, a number. */
const PLACES = /"[^"]*"(?:, "[^"]*")*|\([^()]*\)|\d+/g;
/** The first of several faults, behind its place. */
const FIRST_FAULT = /^The first: ((?:"[^"]*"|[^":])+): (.+)$/s;

function oneInput(locale: Locale, sentence: string): string | undefined {
  const [, place, fault] = FIRST_FAULT.exec(sentence) ?? [];
  if (place !== undefined && fault !== undefined) {
    const said = oneInput(locale, fault);
    const known = catalogues[locale]['inputs.The first: #: @'];
    return said && known?.replace(/[#@]/g, (mark) => (mark === '#' ? sayPlace(locale, place) : said));
  }
  return filledIn(locale, sentence, /\d+/g) ?? filledIn(locale, sentence, PLACES);
}

/** A sentence of the catalogue with the places that stand for what differs; undefined without one. */
function filledIn(locale: Locale, sentence: string, places: RegExp): string | undefined {
  const values = sentence.match(places) ?? [];
  const known = catalogues[locale][`inputs.${sentence.replace(places, markOf)}`];
  return known?.replace(/"@"|\(@\)|#/g, (mark) => placeIn(locale, values.shift() ?? mark));
}

function markOf(place: string): string {
  if (place.startsWith('"')) return '"@"';
  return place.startsWith('(') ? '(@)' : '#';
}

/** What differs in a sentence: quotations in the marks of the language, and the words of a list that it knows. */
function placeIn(locale: Locale, place: string): string {
  if (!place.startsWith('(')) return place.replace(/"[^"]*"/g, (quoted) => quotedIn(locale, quoted));
  const words = place.slice(1, -1).split(', ');
  return `(${words.map((word) => filledIn(locale, `(${word})`, /\d+/g) ?? word).join(', ')})`;
}

/** What is quoted, within the quotation marks of the language; anything else as it is. */
const quotedIn = (locale: Locale, found: string): string =>
  locale === 'fr' && found.startsWith('"') ? `«\u00A0${found.slice(1, -1)}\u00A0»` : found;

/** The words of places in files, as in `sheet "A", row 3, column B "Date"`, and what is quoted there. */
const PLACE_PARTS =
  /"[^"]*"|\b(?:the whole file|the conference|the speaker|sheet|rows|row|column|talk|day|room|event|line)\b/g;

/** A place in a file, in a language; the words that are quoted stay, and so does a path in JSON. */
export const sayPlace = (locale: Locale, place: string): string =>
  place.startsWith('schedule.')
    ? place
    : place.replace(PLACE_PARTS, (found) =>
        found.startsWith('"') ? quotedIn(locale, found) : sayInput(locale, found),
      );
