import MarkdownIt from 'markdown-it';
import { sanitizeHtml } from './html.ts';

/** Only what PRODUCT allows: no raw HTML, no images, no headings, no tables. */
const RULES = [
  'paragraph', 'blockquote', 'list', 'code', 'fence', // blocks
  'text', 'newline', 'escape', 'backticks', 'emphasis', 'link', 'autolink', 'entity', // inline
  'normalize', 'block', 'inline', 'linkify', 'text_join', 'balance_pairs', 'fragments_join',
];

/** Deep enough for any discussion; hostile nesting ends here instead of at the stack's. */
const NESTING = 20;

const markdown = new MarkdownIt('zero', { html: false, breaks: true, linkify: true, maxNesting: NESTING }).enable(RULES, true);
markdown.validateLink = (url) => /^https?:\/\//i.test(url);
// An address is never a link: the mask has seen to addresses, this sees to what merely looks like one.
markdown.linkify.set({ fuzzyEmail: false, fuzzyLink: false, fuzzyIP: false }).add('mailto:', null).add('ftp:', null).add('//', null);

/** The safe HTML of a comment: rendered by rules that know no HTML, then passed through the allow-list. */
export const renderMarkdown = (source: string): string => sanitizeHtml(markdown.render(source));
