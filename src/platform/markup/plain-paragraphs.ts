/** Characters with a meaning in Markdown and line ends: the cost of rendering grows with these. */
const MARKS = /[[\]()*_`<>&\\~-]|\n/g;

/**
 * Most marks of a text that is read as Markdown. Of some 20,000 texts of real programmes the longest (32,000
 * characters) has 1,739; 5,000 marks and nothing else take 100 ms.
 */
const MARKS_AT_MOST = 2_500;

/** Whether a text consists of marks rather than words, so that rendering would take too long. */
export function isMostlyMarks(source: string): boolean {
  if (source.length <= MARKS_AT_MOST) return false;
  return (source.match(MARKS)?.length ?? 0) > MARKS_AT_MOST;
}

/** Renders the characters as typed, in paragraphs and lines, as safe HTML. One pass. */
export function plainParagraphs(source: string): string {
  const paragraphs = source.trim().split(/\n{2,}/);
  return paragraphs.map((text) => `<p>${escaped(text).replaceAll('\n', '<br>\n')}</p>`).join('\n');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
