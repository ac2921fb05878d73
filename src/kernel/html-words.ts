/** Tags within a word or a line: removing one leaves nothing, removing any other leaves a space. */
const WITHIN: ReadonlySet<string> = new Set(['em', 'strong', 'code', 'a', 'span']);

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&#x3C;': '<',
  '&gt;': '>',
  '&#x3E;': '>',
  '&quot;': '"',
  '&#x22;': '"',
  '&#x27;': "'",
  '&amp;': '&',
  '&#x26;': '&',
};

/**
 * Reduces safe HTML to its words on one line. One pass from tag to tag that respects quoted attributes; a regular
 * expression would end a tag at any closing sign and take the rest for words.
 */
export function wordsOfHtml(html: string): string {
  let words = '';
  for (let at = 0; at < html.length;) {
    const begins = html.indexOf('<', at);
    if (begins === -1) return tidy(words + html.slice(at));
    words += html.slice(at, begins);
    if (!WITHIN.has(nameAt(html, begins))) words += ' ';
    at = endOfTag(html, begins) + 1;
  }
  return tidy(words);
}

/** A line break until the end, when line ends of the source have become spaces. */
const BREAK = '\u2028';
const BLOCK = /<\/?(?:p|ul|ol|blockquote|pre)>|<ol start="-?\d{1,20}">/g;

/** Reduces safe HTML to its words, with paragraphs apart and each list item on a line of its own. */
export function paragraphsOfHtml(html: string): string {
  const marked = html
    .replaceAll(BLOCK, BREAK + BREAK)
    .replaceAll('<li>', `${BREAK}- `)
    .replaceAll(/<br>/g, BREAK);
  return marked
    .split(BREAK)
    .map(wordsOfHtml)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The name of the tag that begins at `at`; safe HTML writes names in lower case. */
const nameAt = (html: string, at: number): string => /^<\/?([a-z0-9]+)/.exec(html.slice(at, at + 20))?.[1] ?? '';

function endOfTag(html: string, begins: number): number {
  let quote = '';
  for (let at = begins + 1; at < html.length; at += 1) {
    const sign = html[at]!;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return html.length;
}

const tidy = (words: string): string =>
  words
    .replaceAll(/&(?:lt|gt|quot|amp|#x3C|#x3E|#x22|#x27|#x26);/g, (entity) => ENTITIES[entity]!)
    .replaceAll(/\s+/g, ' ')
    .trim();
