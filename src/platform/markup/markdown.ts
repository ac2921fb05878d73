import MarkdownIt from 'markdown-it';
import { ADDRESS_MARK, mayHoldAddress } from '../../kernel/text.ts';
import { hostShown } from './host-shown.ts';
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
/** An address in which a mark stands leads nowhere: it is only words. */
const MARKED = /•••@•••|%E2%80%A2%E2%80%A2%E2%80%A2/i;
markdown.validateLink = (url) => /^https?:\/\//i.test(url) && !MARKED.test(url);
/**
 * What most links are: nothing in them to encode, and no name in disguise (xn--). Taking each apart and putting it
 * together again cost a fifth of a comment.
 */
const PLAIN_LINK = /^https?:\/\/(?!.*xn--)[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w./~-]*)?$/;
const normalised = markdown.normalizeLink.bind(markdown);
const normalisedText = markdown.normalizeLinkText.bind(markdown);
/** Phones write *Https*: a scheme is kept in small letters (RFC 3986, 3.1). */
const SCHEME = /^https?:/i;
markdown.normalizeLink = (url) =>
  PLAIN_LINK.test(url) ? url : normalised(url.replace(SCHEME, (scheme) => scheme.toLowerCase()));
const HOST = /(?<=^https?:\/\/)[^/?#]+/i;
markdown.normalizeLinkText = (url) => (PLAIN_LINK.test(url) ? url : normalisedText(url).replace(HOST, hostShown));
// An address is never a link: the mask has seen to addresses, this sees to what merely looks like one.
markdown.linkify
  .set({ fuzzyEmail: false, fuzzyLink: false, fuzzyIP: false })
  .add('mailto:', null)
  .add('ftp:', null)
  .add('//', null);

/** A link that ends where an address was masked would lead to a cut address: it becomes words. */
markdown.core.ruler.push('whole_links', ({ tokens }) => {
  for (const { children } of tokens)
    for (const [i, open] of (children ?? []).entries()) {
      if (open.type !== 'link_open' || open.markup !== 'linkify') continue;
      if (!children![i + 3]?.content.startsWith(ADDRESS_MARK[0]!)) continue;
      for (const tag of [open, children![i + 2]!])
        Object.assign(tag, { type: 'text', tag: '', nesting: 0, content: '' });
    }
});

/** Breaks of office programs and of Unicode, as the line feeds that Markdown knows. What is kept stays as it came. */
const withLineFeeds = (source: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  source.replaceAll(/[\u000B\u000C\u0085\u2028\u2029]/g, (end) => (end === '\u2029' ? '\n\n' : '\n'));

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

function toHtml(typed: string): string {
  const source = withLineFeeds(typed);
  return isMostlyMarks(source) ? plainParagraphs(source) : markdown.render(source);
}

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
