/** A visible character. Excludes two that are drawn blank: the empty braille pattern and a note without a head. */
const SEEN = /[^\p{Cf}\p{Cc}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]/u;

/** Whether a text has a visible character. */
export const isSeen = (text: string): boolean => SEEN.test(text);

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Counts the visible characters of a line: letters with their marks, pictures whole; spaces between them count. */
export function lengthAsSeen(line: string): number {
  let length = 0;
  for (const { segment } of GRAPHEMES.segment(line.trim())) if (isSeen(segment) || /\p{Z}/u.test(segment)) length += 1;
  return length;
}
