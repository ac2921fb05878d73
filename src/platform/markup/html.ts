import type { Element, ElementContent, Root, RootContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { ownValue } from '../../kernel/own-value.ts';
import { ADDRESS_MARK, maskAddresses, mayHoldAddress, type FindAddresses } from '../../kernel/text.ts';
import { maskTree } from './mask-html.ts';
import { ElaborateHtml, parseHtml, wordsOutsideTags } from './parse-html.ts';
import { writtenPlainly } from './well-formed.ts';

/** The allow-list for texts that people write; other tags are removed and their words stay. */
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

/** The allow-list for a text with headings of two levels, such as a recap. */
const ALLOWED_WITH_HEADINGS: Schema = { ...ALLOWED, tagNames: [...ALLOWED.tagNames!, 'h2', 'h3'] };
const HEADINGS = new Set(['h2', 'h3']);

/** Tags of imported HTML with our equivalents. */
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

/** Deepest nesting that is kept; deeper trees are made to overflow something. */
const DEPTH = 60;

export interface SafeHtml {
  readonly html: string;
  /** Whether a reader would have seen an e-mail-like string. */
  readonly isMasked: boolean;
}

/** `hasHeadings`: whether the headings `h2` and `h3` stay. */
export interface SanitizeOptions {
  readonly find?: FindAddresses | undefined;
  readonly hasHeadings?: boolean;
}

/** Reduces any HTML to the allow-list and masks its e-mail-like strings. */
export const sanitizeHtml = (html: string, find?: FindAddresses): string => sanitizeAndMask(html, { find }).html;

/** Passes plainly written HTML as it is and parses all else, so that the result is what a browser would see. */
export function sanitizeAndMask(html: string, options: SanitizeOptions = {}): SafeHtml {
  const plain = options.hasHeadings || mayHoldAddress(html) ? null : writtenPlainly(html);
  return plain === null ? sanitizeThroughParser(html, options) : { html: plain, isMasked: false };
}

/** As `sanitizeAndMask`, always through the parser; tests compare the short way with it. */
export function sanitizeThroughParser(html: string, options: SanitizeOptions = {}): SafeHtml {
  try {
    return sanitizedTree(html, options);
  } catch (error) {
    // Made to break things: nested very deep, or a few tags that open thousands. Only the words are kept.
    if (!(error instanceof ElaborateHtml || error instanceof RangeError)) throw error;
    const words = wordsOutsideTags(html);
    const masked = maskAddresses(words, options.find);
    const escaped = masked.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return { html: `<p>${escaped}</p>`, isMasked: masked !== words };
  }
}

function sanitizedTree(html: string, { find, hasHeadings = false }: SanitizeOptions): SafeHtml {
  const kept = hasHeadings ? HEADINGS : new Set<string>();
  const tree = sanitize(translated(parseHtml(html), kept), hasHeadings ? ALLOWED_WITH_HEADINGS : ALLOWED) as Root;
  tree.children = markLinks(tree.children);
  const isMasked = mayHoldAddress(html) && maskTree(tree, find);
  return { html: toHtml(tree, { closeSelfClosing: false }).trim(), isMasked };
}

/** Replaces tags by our equivalents, but for those that are kept. */
function translated(root: Root, kept: ReadonlySet<string>): Root {
  const visit = (nodes: readonly RootContent[], depth: number): RootContent[] =>
    nodes.flatMap((node): RootContent[] => {
      if (node.type !== 'element') return node.type === 'text' ? [node] : [];
      if (depth > DEPTH) return [];
      const tagName = kept.has(node.tagName) ? node.tagName : (ownValue(SAME_AS, node.tagName) ?? node.tagName);
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

/** Turns links without a safe target into their words; marks the others as unendorsed. */
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

/** Encodes angle brackets in an address, because all readers but browsers end a tag at a `>` inside an attribute. */
const withoutBrackets = (href: string): string => href.replaceAll('<', '%3C').replaceAll('>', '%3E');

const startOf = ({ start }: Element['properties']): Element['properties'] =>
  Number.isSafeInteger(Number(start ?? Number.NaN)) ? { start: Number(start) } : {};
