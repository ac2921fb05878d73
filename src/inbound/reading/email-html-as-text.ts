import type { Element, RootContent, ElementContent } from 'hast';
import { parseHtml, wordsOutsideTags } from '../../platform/markup/parse-html.ts';

type Piece = RootContent | ElementContent;

const UNSEEN = new Set(['head', 'style', 'script', 'title', 'template', 'noscript', 'svg', 'math']);
const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'pre', 'table', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'section']);
const APART = new Set(['p', 'ul', 'ol', 'pre', 'table', 'h1', 'h2', 'h3', 'h4', 'blockquote']);

/** The marks of mail programs at a quotation and a signature in HTML. */
const QUOTATION = /^(gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra)$/;
const SIGNATURE = /^(gmail_signature|moz-signature|signature|ms-outlook-mobile-signature|protonmail_signature_block)$/i;

/**
 * The text of an e-mail that has only HTML: blocks on lines of their own, quotations behind `> `, without signatures
 * that their program marks. HTML that costs too much gives its words on one line.
 */
export function emailHtmlAsText(html: string): string {
  try {
    const lines = textOf(parseHtml(html).children);
    return lines
      .replaceAll(/[ \t]+\n/g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim();
  } catch {
    return wordsOutsideTags(html);
  }
}

const textOf = (nodes: readonly Piece[]): string => nodes.map(pieceOf).join('');

function pieceOf(node: Piece): string {
  if (node.type === 'text')
    return node.value.replaceAll(/\s+/g, (space) => (space.includes('\u00A0') ? '\u00A0' : ' '));
  if (node.type !== 'element' || UNSEEN.has(node.tagName) || namesOf(node).some((name) => SIGNATURE.test(name)))
    return '';
  if (node.tagName === 'br') return '\n';
  const inner = textOf(node.children);
  if (node.tagName === 'blockquote' || namesOf(node).some((name) => QUOTATION.test(name)))
    return `\n\n${quoted(inner)}\n\n`;
  if (node.tagName === 'li') return `\n- ${inner.trim()}`;
  if (APART.has(node.tagName)) return `\n\n${inner.trim()}\n\n`;
  return BLOCKS.has(node.tagName) ? `\n${inner.replaceAll(/^\n+|\n+$/g, '')}\n` : inner;
}

/** The id and the classes of an element. */
function namesOf({ properties }: Element): string[] {
  const { id, className } = properties;
  return [id, ...(Array.isArray(className) ? className : [])].filter((name) => typeof name === 'string');
}

const quoted = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
