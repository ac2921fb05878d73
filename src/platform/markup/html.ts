import type { Element, ElementContent, Root, RootContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { ADDRESS_MARK, maskAddresses, mayHoldAddress } from '../../kernel/text.ts';
import { maskTree } from './mask-html.ts';
import { ElaborateHtml, parseHtml, wordsOutsideTags } from './parse-html.ts';
import { writtenPlainly } from './well-formed.ts';

/** Everything that may stand in a text somebody wrote; all else is taken out, its words stay. */
const ALLOWED: Schema = {
  tagNames: ['p', 'br', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https'] },
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'title',
    'textarea',
    'select',
  ],
  required: {},
  clobber: [],
  ancestors: {},
};

/** What imported HTML says in other tags, in ours. */
const SAME_AS: Record<string, string> = {
  b: 'strong',
  i: 'em',
  h1: 'p',
  h2: 'p',
  h3: 'p',
  h4: 'p',
  h5: 'p',
  h6: 'p',
  div: 'p',
  tt: 'code',
};

const REL = ['nofollow', 'ugc', 'noopener', 'noreferrer'];

/** Deeper trees are cut: a page that nests this deep was made to overflow something. */
const DEPTH = 60;

export interface SafeHtml {
  readonly html: string;
  /** Whether a reader would have seen an e-mail-like string in it. */
  readonly isMasked: boolean;
}

/** HTML from anywhere, reduced to the allow-list, its e-mail-like strings masked. */
export const sanitizeHtml = (html: string): string => sanitizeAndMask(html).html;

/** What is written plainly is passed as it is; all else is parsed, so that what it passes is what a browser sees. */
export function sanitizeAndMask(html: string): SafeHtml {
  const plain = mayHoldAddress(html) ? null : writtenPlainly(html);
  return plain === null ? sanitizeThroughParser(html) : { html: plain, isMasked: false };
}

/** The same, always through the parser: what the short way is checked against. */
export function sanitizeThroughParser(html: string): SafeHtml {
  try {
    return sanitizedTree(html);
  } catch (error) {
    // Made to break things: nested very deep, or a few tags that open thousands. Only its words are kept.
    if (!(error instanceof ElaborateHtml || error instanceof RangeError)) throw error;
    const words = wordsOutsideTags(html);
    const masked = maskAddresses(words);
    const escaped = masked.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return { html: `<p>${escaped}</p>`, isMasked: masked !== words };
  }
}

function sanitizedTree(html: string): SafeHtml {
  const tree = sanitize(translated(parseHtml(html)), ALLOWED) as Root;
  tree.children = markLinks(tree.children);
  const isMasked = mayHoldAddress(html) && maskTree(tree);
  return { html: toHtml(tree, { closeSelfClosing: false }).trim(), isMasked };
}

function translated(root: Root): Root {
  const visit = (nodes: readonly RootContent[], depth: number): RootContent[] =>
    nodes.flatMap((node): RootContent[] => {
      if (node.type !== 'element') return node.type === 'text' ? [node] : [];
      if (depth > DEPTH) return [];
      const tagName = SAME_AS[node.tagName] ?? node.tagName;
      const { href } = node.properties;
      if (typeof href === 'string')
        node.properties['href'] = href.replace(/^https?:/i, (scheme) => scheme.toLowerCase());
      return [
        {
          ...node,
          tagName,
          content: undefined,
          children: visit(node.children, depth + 1) as ElementContent[],
        } as Element,
      ];
    });
  return { type: 'root', children: visit(root.children, 0) };
}

/** A link without a safe target is only its words; the others vouch for nothing. */
function markLinks<Node extends RootContent | ElementContent>(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'element') return [node];
    const children = markLinks(node.children);
    if (node.tagName === 'ol') return [{ ...node, properties: startOf(node.properties), children }];
    if (node.tagName !== 'a') return [{ ...node, children }];
    const { href } = node.properties;
    if (typeof href !== 'string' || !/^https?:\/\//i.test(href) || href.includes(ADDRESS_MARK))
      return children as Node[];
    return [{ ...node, properties: { href: withoutBrackets(href), rel: REL }, children }];
  });
}

/** A `>` inside an attribute ends the tag for every reader but a browser: as an address may write it, it is %3E. */
const withoutBrackets = (href: string): string => href.replaceAll('<', '%3C').replaceAll('>', '%3E');

const startOf = ({ start }: Element['properties']): Element['properties'] =>
  Number.isSafeInteger(Number(start ?? Number.NaN)) ? { start: Number(start) } : {};
