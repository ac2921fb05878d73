import { folded } from './folded.ts';

const BETWEEN = /\s*(?:[;\n\r|]|\s&\s|\s\+\s|\s(?:et|and|und)\s|\s\/\s)\s*/iu;
const ADDRESS = /<?[^\s<>()@,;]{1,64}@[^\s<>()@,;]{1,255}>?/gu;

/** The names in a cell: `Ada Lovelace (ACME); Alan Turing & Grace Hopper`. Companies in brackets are left out. */
export function namesIn(cell: string): string[] {
  const plain = cell.replaceAll(ADDRESS, ' ').replaceAll(/[([][^)\]]*[)\]]/gu, ' ');
  return plain
    .split(BETWEEN)
    .flatMap(apartByCommas)
    .map((name) => name.replaceAll(/^[\s,.–-]+|[\s,–-]+$/gu, '').replaceAll(/\s+/gu, ' '))
    .filter((name) => name !== '');
}

/** Commas stand between names only when each part has a given and a family name; `Lovelace, Ada` is one. */
function apartByCommas(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => part.includes(' ')) ? parts : [text];
}

/** The e-mail addresses in a cell, without brackets around them. */
export const addressesIn = (cell: string): string[] =>
  (cell.match(ADDRESS) ?? []).map((address) => address.replaceAll(/[<>]/g, ''));

const BREAK_WORDS: ReadonlySet<string> = new Set(
  (
    'pause pauses cafe coffee kaffee kaffeepause break breaks lunch dejeuner mittag mittagessen mittagspause petit ' +
    'breakfast fruhstuck accueil registration registrations buffet cocktail apero aperitif diner dinner ' +
    'abendessen empfang anmeldung inscription inscriptions enregistrement emargement tea the gouter repas'
  ).split(' '),
);
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'de du des la le les l et and und a au d participants matin midi apres morning afternoon opening ouverture doors open'
    .split(' ')
    .concat([
      'with',
      'mit',
      'welcome',
      'for',
      'pour',
      'on',
      'desk',
      'time',
      'libre',
      'free',
      'short',
      'snacks',
      'viennoiseries',
    ]),
);

/** Whether a row without speakers is a break: every word of its title is about food, drinks or arriving. */
export function isBreak(title: string): boolean {
  const words = folded(title)
    .split(' ')
    .filter((word) => !/^\d+$/.test(word));
  return (
    words.some((word) => BREAK_WORDS.has(word)) && words.every((word) => BREAK_WORDS.has(word) || SMALL_WORDS.has(word))
  );
}
