/** What Markdown gives a meaning to, and each line's end: what rendering costs grows with these. */
const MARKS = /[[\]()*_`<>&\\~-]|\n/g;

/**
 * Marks a text may hold and still be read as Markdown. Of some 20,000 texts of real programmes the longest, of 32,000
 * characters, has 1,739; five thousand characters of nothing else take a hundred milliseconds.
 */
const MARKS_AT_MOST = 2_500;

/** Whether a text is made of marks rather than of words, and would take the time of many. */
export function isMostlyMarks(source: string): boolean {
  if (source.length <= MARKS_AT_MOST) return false;
  return (source.match(MARKS)?.length ?? 0) > MARKS_AT_MOST;
}

/** The characters as they were typed, in paragraphs and lines, as safe HTML. One pass. */
export function plainParagraphs(source: string): string {
  const paragraphs = source.trim().split(/\n{2,}/);
  return paragraphs.map((text) => `<p>${escaped(text).replaceAll('\n', '<br>\n')}</p>`).join('\n');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
