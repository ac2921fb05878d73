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
 * What is wrong with a field, in a language. The sentences are written in English where the rule is; the catalogue has
 * the others, with `#` for each number.
 */
export function sayInput(locale: Locale, sentence: string): string {
  if (locale === 'en') return sentence;
  const numbers = sentence.match(/\d+/g) ?? [];
  const known = catalogues[locale][`inputs.${sentence.replace(/\d+/g, '#')}`];
  return known?.replace(/#/g, (mark) => numbers.shift() ?? mark) ?? sentence;
}
