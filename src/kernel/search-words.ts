/**
 * The words of a text as search and filters compare them. Stored and sought words go through the same code, so that
 * PostgreSQL's parser, which depends on `LC_CTYPE`, decides nothing.
 *
 * Runs of letters, marks and digits are words. `Intl.Segmenter` is not used, because it keeps `l’or` and `node.js` in
 * one piece and cuts Thai and Japanese by a dictionary that changes with Node; pairs of letters do not change.
 */

/** Invisible characters: soft hyphens, zero-width spaces, direction marks. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * Marks on letters of any script, and the points of Hebrew. Voicing marks of kana stay because they make other letters,
 * vowel signs of Indic scripts because they are how words are spelt.
 */
const ACCENTS = /(?![\u3099\u309A])[\p{Script=Inherited}\u0591-\u05C7]+/gu;

/** Letters that Unicode does not decompose. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};
const SPELT_OUT_LETTERS = new RegExp(`[${Object.keys(SPELT_OUT).join('')}]`, 'g');

/** Apostrophes that are letters by their category: U+02BC and those beside it. */
const APOSTROPHES = /[\u02B9-\u02BF\u02C8\uA78B\uA78C]+/g;

// oxlint-disable-next-line no-control-regex -- ASCII is what is looked for
const ONLY_ASCII = /^[\u0000-\u007F]*$/;

/** Removes case, accents, ligatures, width and invisible characters. Idempotent. */
export function foldForSearch(text: string): string {
  if (ONLY_ASCII.test(text)) return text.toLowerCase();
  return text
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(ACCENTS, '')
    .replace(APOSTROPHES, ' ')
    .replace(SPELT_OUT_LETTERS, (letter) => SPELT_OUT[letter]!)
    .normalize('NFC');
}

const RUNS = /[\p{L}\p{M}\p{N}]+/gu;

/** Folded words with one space between two, for filters that look for a part. */
export const foldedWords = (text: string): string => (foldForSearch(text).match(RUNS) ?? []).join(' ');

/** Scripts written without spaces, or, as Korean, with particles attached to the words. */
const UNSPACED = ['Han', 'Hira', 'Kana', 'Hang', 'Bopo', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const ONE_SCRIPT = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');
/** A letter with the marks that belong to it. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;

/** Most letters of a word that are compared, because PostgreSQL refuses words beyond 2,046 bytes. */
const WORD_AT_MOST = 100;

export const isUnspaced = (word: string): boolean => HAS_UNSPACED.test(word);

export const lettersOf = (word: string): string[] => word.match(LETTERS) ?? [];

interface TextRun {
  readonly text: string;
  readonly isUnspaced: boolean;
}

/** The words of a folded text; those of scripts without spaces in whole runs. */
const runsOf = (folded: string): TextRun[] =>
  (folded.match(RUNS) ?? []).flatMap((run): TextRun[] =>
    isUnspaced(run)
      ? run.match(ONE_SCRIPT)!.map((text) => ({ text, isUnspaced: isUnspaced(text) }))
      : [{ text: run, isUnspaced: false }],
  );

const shortened = (word: string): string =>
  word.length <= WORD_AT_MOST ? word : Array.from(word).slice(0, WORD_AT_MOST).join('');

/** Pairs of neighbouring letters, so that a word is found wherever it is in a run. */
const pairsOf = (letters: readonly string[]): string[] =>
  letters.slice(0, -1).map((letter, i) => shortened(letter + letters[i + 1]!));

/** Names that end in signs, or begin with one: C++, C#, F#, .NET. A name of more letters is found by them. */
const NAMED_WITH_SIGNS = /(?<![\p{L}\p{M}\p{N}])(?:(?<letter>[a-z])(?<signs>\+\+|#)|\.net)(?![\p{L}\p{M}+#])/gu;

const SIGN_WORDS: Readonly<Record<string, string>> = { '++': 'plusplus', '#': 'sharp' };

/** Spells out, in a folded text, names whose signs are part of them; `beside` is what else each is found by. */
const spelledOut = (folded: string, beside: (name: string) => string): string =>
  folded.replace(NAMED_WITH_SIGNS, (name: string, letter: string | undefined, signs: string | undefined) =>
    [letter === undefined ? ' dotnet' : ` ${letter}${SIGN_WORDS[signs!]}`, beside(name), ''].join(' '),
  );

/** The words of a text for `to_tsvector`, with a space between two; scripts without spaces become pairs of letters. */
export function wordsToStore(text: string): string {
  const words: string[] = [];
  // A name with signs is also found without them.
  for (const run of runsOf(spelledOut(foldForSearch(text), (name) => name))) {
    if (!run.isUnspaced) words.push(shortened(run.text));
    else {
      const letters = lettersOf(run.text);
      // The last letter also goes alone, so that a search for one letter finds it at the end of a run.
      words.push(...pairsOf(letters), shortened(letters.at(-1)!));
    }
  }
  return words.join(' ');
}

export interface SoughtWords {
  /** For `to_tsquery`: all words in any order; words typed without a space between them must be adjacent. */
  readonly query: string;
  /** For `to_tsvector`: the words whose stems are highlighted in an excerpt. */
  readonly words: string;
  /** Runs of letters of scripts without spaces, as they are highlighted in an excerpt. */
  readonly runs: readonly string[];
  /** Whether words were left out because they are too common. */
  readonly hasCommon: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** Parses what a reader typed into a search. There are no operators; quotes and minus signs are only signs. */
export function soughtWords(typed: string, common: ReadonlySet<string> = NONE): SoughtWords {
  const all = spelledOut(foldForSearch(typed), () => '')
    .split(/\s+/u)
    .map((part) => runsOf(part))
    .filter((part) => part.length > 0);
  const parts = all.filter((part) => !part.every(({ text }) => common.has(text)));
  const runs = parts.flat();
  return {
    query: parts.flatMap((part) => queriesOf(part)).join(' & '),
    words: runs.flatMap(({ text, isUnspaced: pairs }) => (pairs ? [] : [shortened(text)])).join(' '),
    runs: runs.flatMap(({ text, isUnspaced: pairs }) => (pairs ? [text] : [])),
    hasCommon: parts.length < all.length,
  };
}

/** Builds the parts of a `to_tsquery`. Words hold letters and digits only, so that none can end its quotes. */
function queriesOf(part: readonly TextRun[]): string[] {
  const spaced = part.filter((run) => !run.isUnspaced).map(({ text }) => shortened(text));
  // Words of two scripts are not adjacent where they are stored: the last letter of a run is between them.
  const isMixed = spaced.length < part.length;
  const sideBySide = spaced.length === 0 ? [] : [`'${spaced.join(isMixed ? "' & '" : ' ')}'`];
  return [...sideBySide, ...part.flatMap((run) => (run.isUnspaced ? [pairsAsked(run.text)] : []))];
}

function pairsAsked(run: string): string {
  const letters = lettersOf(run);
  return letters.length > 1 ? `'${pairsOf(letters).join(' ')}'` : `'${shortened(run)}':*`;
}
