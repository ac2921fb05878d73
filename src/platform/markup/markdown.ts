import MarkdownIt from 'markdown-it';
import { mayHoldAddress } from '../../kernel/text.ts';
import { htmlAsMarkdown } from './html-as-markdown.ts';
import { sanitizeAndMask, sanitizeHtml, type SafeHtml } from './html.ts';
import { isMostlyMarks, plainParagraphs } from './plain-paragraphs.ts';

/** Only what PRODUCT allows: no raw HTML, no images, no headings, no tables. */
const RULES = [
  'paragraph',
  'blockquote',
  'list',
  'code',
  'fence', // blocks
  'text',
  'newline',
  'escape',
  'backticks',
  'emphasis',
  'link',
  'autolink',
  'entity', // inline
  'normalize',
  'block',
  'inline',
  'linkify',
  'text_join',
  'balance_pairs',
  'fragments_join',
];

/**
 * Quotes and lists deep enough for any discussion; what is nested deeper is read as the characters it is written with.
 */
const NESTING = 16;

const markdown = new MarkdownIt('zero', { html: false, breaks: true, linkify: true, maxNesting: 100 }).enable(
  RULES,
  true,
);

// The parser drops the words of what it finds nested beyond its limit. Our limit comes first, and keeps them.
for (const [name, alt] of [
  ['blockquote', ['paragraph', 'reference', 'blockquote', 'list']],
  ['list', ['paragraph', 'reference', 'blockquote']],
] as const) {
  const found = markdown.block.ruler.__rules__.find((rule) => rule.name === name);
  if (!found) throw new Error(`markdown-it has no rule ${name}`);
  const original = found.fn;
  markdown.block.ruler.at(name, (state, ...rest) => state.level < NESTING && original(state, ...rest), {
    alt: [...alt],
  });
}
markdown.validateLink = (url) => /^https?:\/\//i.test(url);
/**
 * What most links are: nothing in them to encode, and no name in disguise (xn--). Taking each apart and putting it
 * together again cost a fifth of a comment.
 */
const PLAIN_LINK = /^https?:\/\/(?!.*xn--)[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w./~-]*)?$/;
for (const name of ['normalizeLink', 'normalizeLinkText'] as const) {
  const original = markdown[name].bind(markdown);
  markdown[name] = (url) => (PLAIN_LINK.test(url) ? url : original(url));
}
// An address is never a link: the mask has seen to addresses, this sees to what merely looks like one.
markdown.linkify
  .set({ fuzzyEmail: false, fuzzyLink: false, fuzzyIP: false })
  .add('mailto:', null)
  .add('ftp:', null)
  .add('//', null);

/**
 * Anything but what the rules above make of most comments: tags and links they write themselves, around words. Looked
 * for rather than the rest matched, so that no text, however long or odd, takes more than one pass.
 */
const UNCOMMON =
  // oxlint-disable-next-line no-control-regex
  /<(?!\/?(?:p|em|strong|code|ul|ol|li|blockquote)>|br>|\/a>|a href="https?:\/\/[\w./:?=#%~+,;@!-]+">)|&(?!quot;|gt;)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** As the allow-list would write what it passes: a parse tree costs more than all the rest of a comment. */
const asPassed = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll(/(<a href="[^"]+")>/g, '$1 rel="nofollow ugc noopener noreferrer">')
    .trim();

const toHtml = (source: string): string => (isMostlyMarks(source) ? plainParagraphs(source) : markdown.render(source));

/**
 * The safe HTML of a comment: rendered by rules that know no HTML, then held against the allow-list. A text made of
 * marks is read as the characters it is written with, so that none takes the time of many.
 */
export const renderMarkdown = (source: string): string => written(source).html;

/** The same, always through the parser: what the short way is checked against. */
export const renderThroughParser = (source: string): string => sanitizeHtml(toHtml(source));

/** What is kept of a text: the words as typed, and their safe HTML. */
export interface WrittenText {
  readonly source: string;
  readonly html: string;
}

/**
 * Masks in the source too what only its rendering shows to be an address (`a@ex&#97;mple.com`, `a@**example.com**`):
 * the source becomes the Markdown of the masked HTML. All other sources stay as they were typed.
 */
export function writeMarkdown(source: string): WrittenText {
  const { html, isMasked } = written(source);
  if (!isMasked) return { source, html };
  const masked = htmlAsMarkdown(html);
  return { source: masked, html: renderMarkdown(masked) };
}

/** `isMasked`: whether the rendered text showed an address that the source did not. */
function written(source: string): SafeHtml {
  const html = toHtml(source);
  const isCommon = !mayHoldAddress(html) && !UNCOMMON.test(html);
  return isCommon ? { html: asPassed(html), isMasked: false } : sanitizeAndMask(html);
}
