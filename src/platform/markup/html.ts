import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';

/** Everything that may stand in a text somebody wrote; all else is taken out, its words stay. */
const ALLOWED: Schema = {
  tagNames: ['p', 'br', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'title', 'textarea', 'select'],
  required: {},
  clobber: [],
  ancestors: {},
};

/** What imported HTML says in other tags, in ours. */
const SAME_AS: Record<string, string> = { b: 'strong', i: 'em', h1: 'p', h2: 'p', h3: 'p', h4: 'p', h5: 'p', h6: 'p', div: 'p', tt: 'code' };

const REL = ['nofollow', 'ugc', 'noopener', 'noreferrer'];

/** Deeper trees are cut: a page that nests this deep was made to overflow something. */
const DEPTH = 60;

/** HTML from anywhere, reduced to the allow-list; works on the parsed tree, so that what it passes is what a browser sees. */
export function sanitizeHtml(html: string): string {
  try {
    return sanitizedTree(html);
  } catch (error) {
    // Nested so deep that the parser's own recursion ends: made to break things, so only its words are kept.
    if (!(error instanceof RangeError)) throw error;
    return `<p>${html.replace(/<[^>]*>/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\s+/g, ' ').trim()}</p>`;
  }
}

function sanitizedTree(html: string): string {
  const tree = sanitize(translated(fromHtml(html, { fragment: true })), ALLOWED) as Root;
  tree.children = markLinks(tree.children);
  return toHtml(tree, { closeSelfClosing: false }).trim();
}

function translated(root: Root): Root {
  const visit = (nodes: readonly RootContent[], depth: number): RootContent[] => nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    if (depth > DEPTH) return [];
    const tagName = SAME_AS[node.tagName] ?? node.tagName;
    return [{ ...node, tagName, content: undefined, children: visit(node.children, depth + 1) as ElementContent[] } as Element];
  });
  return { type: 'root', children: visit(root.children, 0) };
}

/** A link without a safe target is only its words; the others vouch for nothing. */
function markLinks<Node extends RootContent | ElementContent>(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'element') return [node];
    const children = markLinks(node.children);
    if (node.tagName !== 'a') return [{ ...node, children }];
    const { href } = node.properties;
    return typeof href === 'string' && /^https?:\/\//i.test(href) ? [{ ...node, properties: { href, rel: REL }, children }] : children as Node[];
  });
}
