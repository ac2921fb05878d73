import MarkdownIt from 'markdown-it';
import { ADDRESS_MARK, mayHoldAddress, type FindAddresses } from '../../kernel/text.ts';
import { hostShown } from './host-shown.ts';
import { htmlAsMarkdown } from './html-as-markdown.ts';
import { sanitizeAndMask, sanitizeHtml, type SafeHtml } from './html.ts';
import { isMostlyMarks, plainParagraphs } from './plain-paragraphs.ts';

/** The rules of comments: no raw HTML, images, headings or tables. */
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

/** Deepest nesting of quotes and lists; deeper ones are read as plain characters. */
const NESTING = 16;

/** An address that holds the mask leads nowhere and is only words. */
const MARKED = /•••@•••|%E2%80%A2%E2%80%A2%E2%80%A2/i;
/**
 * A common link: nothing to encode, and no encoded host name (xn--). Parsing and rebuilding each link took a fifth of a
 * comment's time.
 */
const PLAIN_LINK = /^https?:\/\/(?!.*xn--)[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w./~-]*)?$/;
/** Phones write *Https*; a scheme is stored in lower case (RFC 3986, 3.1). */
const SCHEME = /^https?:/i;
const HOST = /(?<=^https?:\/\/)[^/?#]+/i;

type Parser = InstanceType<typeof MarkdownIt>;

function parserOf(rules: readonly string[]): Parser {
  const parser = new MarkdownIt('zero', { html: false, breaks: true, linkify: true, maxNesting: 100 }).enable(
    [...rules],
    true,
  );
  limitNesting(parser);
  const normalised = parser.normalizeLink.bind(parser);
  const normalisedText = parser.normalizeLinkText.bind(parser);
  parser.validateLink = (url) => /^https?:\/\//i.test(url) && !MARKED.test(url);
  parser.normalizeLink = (url) =>
    PLAIN_LINK.test(url) ? url : normalised(url.replace(SCHEME, (scheme) => scheme.toLowerCase()));
  parser.normalizeLinkText = (url) => (PLAIN_LINK.test(url) ? url : normalisedText(url).replace(HOST, hostShown));
  // Addresses are masked before; this keeps what merely looks like one from becoming a link.
  parser.linkify
    .set({ fuzzyEmail: false, fuzzyLink: false, fuzzyIP: false })
    .add('mailto:', null)
    .add('ftp:', null)
    .add('//', null);
  keepLinksWhole(parser);
  return parser;
}

/** The parser drops text nested beyond its own limit. Ours comes first and keeps the text. */
function limitNesting(parser: Parser): void {
  for (const [name, alt] of [
    ['blockquote', ['paragraph', 'reference', 'blockquote', 'list']],
    ['list', ['paragraph', 'reference', 'blockquote']],
  ] as const) {
    const found = parser.block.ruler.__rules__.find((rule) => rule.name === name);
    if (!found) throw new Error(`markdown-it has no rule ${name}`);
    const original = found.fn;
    parser.block.ruler.at(name, (state, ...rest) => state.level < NESTING && original(state, ...rest), {
      alt: [...alt],
    });
  }
}

/** Turns a link that ends at a masked address into words, because its target is cut. */
function keepLinksWhole(parser: Parser): void {
  parser.core.ruler.push('whole_links', ({ tokens }) => {
    for (const { children } of tokens)
      for (const [i, open] of (children ?? []).entries()) {
        if (open.type !== 'link_open' || open.markup !== 'linkify') continue;
        if (!children![i + 3]?.content.startsWith(ADDRESS_MARK[0]!)) continue;
        for (const tag of [open, children![i + 2]!])
          Object.assign(tag, { type: 'text', tag: '', nesting: 0, content: '' });
      }
  });
}

/** The level of a text's highest headings, 1 to 6; those are shown as `h2`, all below them as `h3`. */
interface HeadingLevels {
  readonly top: number;
}

const comments = parserOf(RULES);
const headed = parserOf([...RULES, 'heading']);
headed.core.ruler.push('heading_levels', ({ tokens, env }) => {
  const { top } = env as unknown as HeadingLevels;
  for (const token of tokens)
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = Number(token.tag.slice(1)) <= top ? 'h2' : 'h3';
});

/** Turns line breaks of office programs and of Unicode into line feeds for the parser. The stored source keeps them. */
const withLineFeeds = (source: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  source.replaceAll(/[\u000B\u000C\u0085\u2028\u2029]/g, (end) => (end === '\u2029' ? '\n\n' : '\n'));

/**
 * Anything that the rules above do not produce in most comments, apart from their own tags and links. Searching for the
 * exception keeps every text to one pass.
 */
const UNCOMMON =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /<(?!\/?(?:p|em|strong|code|ul|ol|li|blockquote|h2|h3)>|br>|\/a>|a href="https?:\/\/[\w./:?=#%~+,;@!-]+">)|&(?!quot;|gt;)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Writes what the allow-list would pass; a parse tree would cost more than the rest of a comment. */
const asPassed = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll(/(<a href="[^"]+")>/g, '$1 rel="nofollow ugc noopener noreferrer">')
    .trim();

/** `top`: headings are rendered, the highest of the whole text being of this level, 1 to 6. */
export interface MarkdownOptions {
  readonly find?: FindAddresses | undefined;
  readonly top?: number | undefined;
}

function toHtml(typed: string, top?: number): string {
  const source = withLineFeeds(typed);
  if (isMostlyMarks(source)) return plainParagraphs(source);
  return top === undefined ? comments.render(source) : headed.render(source, { top } satisfies HeadingLevels);
}

/**
 * Renders a comment as safe HTML: by rules that know no HTML, then through the allow-list. A text made of marks is read
 * as plain characters, so that it takes no longer than others.
 */
export const renderMarkdown = (source: string, find?: FindAddresses): string => written(source, { find }).html;

/** As `renderMarkdown`, with headings of two levels. */
export const renderWithHeadings = (source: string, top: number): string => written(source, { top }).html;

/** As `renderMarkdown`, always through the parser; tests compare the short way with it. */
export const renderThroughParser = (source: string): string => sanitizeHtml(toHtml(source));

/** A stored text: the source as typed, and its safe HTML. */
export interface WrittenText {
  readonly source: string;
  readonly html: string;
}

/**
 * Masks an address that only the rendering shows (`a@ex&#97;mple.com`, `a@**example.com**`): the source becomes the
 * Markdown of the masked HTML. All other sources stay as typed.
 */
export function writeMarkdown(source: string, options: MarkdownOptions = {}): WrittenText {
  const { html, isMasked } = written(source, options);
  if (!isMasked) return { source, html };
  const masked = htmlAsMarkdown(html);
  return { source: masked, html: written(masked, { ...options, top: options.top && HIGHEST_WRITTEN }).html };
}

/** The level of the highest headings in the Markdown that is made of HTML. */
const HIGHEST_WRITTEN = 2;

/** `isMasked` says whether the rendering showed an address that the source did not. */
function written(source: string, { find, top }: MarkdownOptions): SafeHtml {
  const html = toHtml(source, top);
  const isCommon = !mayHoldAddress(html) && !UNCOMMON.test(html);
  if (isCommon) return { html: asPassed(html), isMasked: false };
  return sanitizeAndMask(html, { find, hasHeadings: top !== undefined });
}
