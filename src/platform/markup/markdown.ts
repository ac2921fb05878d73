import MarkdownIt from 'markdown-it';
import { sanitizeHtml } from './html.ts';
import { isMostlyMarks, plainParagraphs } from './plain-paragraphs.ts';

/** Only what PRODUCT allows: no raw HTML, no images, no headings, no tables. */
const RULES = [
  'paragraph', 'blockquote', 'list', 'code', 'fence', // blocks
  'text', 'newline', 'escape', 'backticks', 'emphasis', 'link', 'autolink', 'entity', // inline
  'normalize', 'block', 'inline', 'linkify', 'text_join', 'balance_pairs', 'fragments_join',
];

/** Quotes and lists deep enough for any discussion; what is nested deeper is read as the characters it is written with. */
const NESTING = 16;

const markdown = new MarkdownIt('zero', { html: false, breaks: true, linkify: true, maxNesting: 100 }).enable(RULES, true);

// The parser drops the words of what it finds nested beyond its limit. Our limit comes first, and keeps them.
for (const [name, alt] of [['blockquote', ['paragraph', 'reference', 'blockquote', 'list']], ['list', ['paragraph', 'reference', 'blockquote']]] as const) {
  const found = markdown.block.ruler.__rules__.find((rule) => rule.name === name);
  if (!found) throw new Error(`markdown-it has no rule ${name}`);
  const original = found.fn;
  markdown.block.ruler.at(name, (state, ...rest) => state.level < NESTING && original(state, ...rest), { alt: [...alt] });
}
markdown.validateLink = (url) => /^https?:\/\//i.test(url);
/** What most links are: nothing in them to encode, and no name in disguise (xn--). Taking each apart and putting it together again cost a fifth of a comment. */
const PLAIN_LINK = /^https?:\/\/(?!.*xn--)[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w./~-]*)?$/;
for (const name of ['normalizeLink', 'normalizeLinkText'] as const) {
  const original = markdown[name].bind(markdown);
  markdown[name] = (url) => (PLAIN_LINK.test(url) ? url : original(url));
}
// An address is never a link: the mask has seen to addresses, this sees to what merely looks like one.
markdown.linkify.set({ fuzzyEmail: false, fuzzyLink: false, fuzzyIP: false }).add('mailto:', null).add('ftp:', null).add('//', null);

/**
 * Anything but what the rules above make of most comments: tags and links they write themselves, around words. Looked
 * for rather than the rest matched, so that no text, however long or odd, takes more than one pass.
 */
// oxlint-disable-next-line no-control-regex
const UNCOMMON = /<(?!\/?(?:p|em|strong|code|ul|ol|li|blockquote)>|br>|\/a>|a href="https?:\/\/[\w./:?=#%~+,;@!-]+">)|&(?!quot;|gt;)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** As the allow-list would write what it passes: a parse tree costs more than all the rest of a comment. */
const asPassed = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll(/(<a href="[^"]+")>/g, '$1 rel="nofollow ugc noopener noreferrer">').trim();

const toHtml = (source: string): string =>
  (isMostlyMarks(source) ? plainParagraphs(source) : markdown.render(source));

/**
 * The safe HTML of a comment: rendered by rules that know no HTML, then held against the allow-list. A text made of
 * marks is read as the characters it is written with, so that none takes the time of many.
 */
export function renderMarkdown(source: string): string {
  const html = toHtml(source);
  return UNCOMMON.test(html) ? sanitizeHtml(html) : asPassed(html);
}

/** The same, always through the parser: what the short way is checked against. */
export const renderThroughParser = (source: string): string => sanitizeHtml(toHtml(source));
