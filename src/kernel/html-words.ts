/** Tags that stand within a word or a line: taken away they leave nothing, others leave a space. */
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
 * The words of safe HTML, as one line. Goes from tag to tag and minds the quotes of attributes, in one pass: a regular
 * expression ends a tag at any closing sign, and what follows would pass for words.
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

/** A break that is not yet a line end, since line ends of the source are spaces. */
const BREAK = '\u2028';
const BLOCK = /<\/?(?:p|ul|ol|blockquote|pre)>|<ol start="-?\d{1,20}">/g;

/** The words of safe HTML with its paragraphs apart and the items of its lists on lines of their own. */
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

/** The name of the tag that begins here; safe HTML writes them in small letters. */
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
