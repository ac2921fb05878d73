import bidiFactory, { type Bidi } from 'bidi-js';
import confusables from 'unhomoglyph/data.json' with { type: 'json' };

/**
 * The skeleton of a text (UTS #39, section 4), to detect imitations and never to be shown: two texts that a reader
 * confuses have one skeleton. Letters, digits and signs of ASCII stay what they are.
 */

const CONFUSABLES: Readonly<Record<string, string>> = confusables;

/**
 * Additions to the table of Unicode for a hurried reader: small letters of other scripts whose capitals look alike,
 * Latin letters with strokes, small capitals.
 */
const OURS: ReadonlyMap<string, string> = new Map([
  ...pairs('авеєһніјкӏмоөрԛсѕтуүѵԝхԁ', 'abeehhijklmoopqcstyyvwxd'),
  ...pairs('αβεηγικμορσςτυνωχ', 'abenyikmopootuvwx'),
  ...pairs('ıøłđħŧɡɑĸʍɩɯ', 'iolthtgakmiw'),
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯǫʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnopqqrstuvwyz'),
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);

function pairs(letters: string, plain: string): [string, string][] {
  return Array.from(letters, (letter, i) => [letter, plain[i]!]);
}

const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
/** Sigmas that look like c, which NFKD turns into another sigma. */
const LUNATE_SIGMA = /[\u03F2\u03F9]/g;
const MARKS = /\p{M}+/gu;
// oxlint-disable-next-line no-control-regex -- ASCII is what is looked for
const ONLY_ASCII = /^[\u0000-\u007F]*$/;

/**
 * First code points of alphabets drawn as pictures: letters in black circles and squares, halves of flags. NFKD handles
 * other such alphabets.
 */
const PICTURES = [0x1f150, 0x1f170, 0x1f1e6];

export function withoutPictures(text: string): string {
  return text.replaceAll(/[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu, (sign) => {
    const code = sign.codePointAt(0)!;
    const first = PICTURES.findLast((each) => each <= code)!;
    return String.fromCodePoint(0x61 + code - first);
  });
}

// oxlint-disable-next-line no-control-regex -- ASCII is what is looked for
const NOT_ASCII = /[^\u0000-\u007F]/gu;
const plainOf = (letter: string): string =>
  OURS.get(letter) ?? CONFUSABLES[letter]?.replaceAll('rn', 'm').replace(MARKS, '') ?? letter;

const oneStep = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').replace(NOT_ASCII, plainOf).toLowerCase();

/** Computes the skeleton. Idempotent. */
export function skeletonOf(text: string): string {
  if (ONLY_ASCII.test(text)) return text.toLowerCase();
  let [before, after] = ['', withoutPictures(text.replace(UNSEEN, '').replace(LUNATE_SIGMA, 'c'))];
  // Repeats, because a letter may look like one that looks like another: a Cherokee capital, a small capital, a letter.
  for (let i = 0; i < 4 && before !== after; i += 1) {
    [before, after] = [after, oneStep(after)];
    if (ONLY_ASCII.test(after)) break;
  }
  return after;
}

const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/;
// The package's types describe a build without a default export.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** A line in the order in which it is displayed, where direction marks change it (UAX #9), without these marks. */
export function asOrdered(text: string): string {
  if (!CONTROLS.test(text)) return text;
  const levels = bidi.getEmbeddingLevels(text, 'ltr');
  return bidi.getReorderedString(text, levels).replace(UNSEEN, '');
}
