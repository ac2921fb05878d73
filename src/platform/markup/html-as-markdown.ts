import type { ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

type ContentNode = RootContent | ElementContent;

/** A bare address, up to the sign that ends a sentence. */
const ADDRESS = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"»”])/;
/** Signs that mean something in Markdown; an ampersand only where it begins an entity. */
const MARKS = /[\\`*_[\]<>#|~]|&(?=#?\w+;)/g;

/**
 * Words as they are, outside a link or in one. A bare address becomes a link, so escaping its signs would change where
 * it leads.
 */
const escaped = (text: string, isLinked: boolean): string =>
  (isLinked ? [text] : text.split(ADDRESS))
    .map((part, i) => {
      const plain = part.replaceAll(MARKS, '\\$&');
      return i % 2 === 1 && plain !== part ? `<${part}>` : plain;
    })
    .join('')
    .replaceAll(
      /^([ \t]*)([-+]|\d+[.)])(?=\s)/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );

function textOf(node: ContentNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

const inline = (nodes: readonly ContentNode[], isLinked = false): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return escaped(node.value.replaceAll(/\s+/g, ' '), isLinked);
      if (node.type !== 'element') return '';
      const inner = (): string => inline(node.children, isLinked || node.tagName === 'a');
      switch (node.tagName) {
        case 'br':
          return '  \n';
        case 'em':
          return `*${inner()}*`;
        case 'strong':
          return `**${inner()}**`;
        case 'code':
          return codeOf(textOf(node));
        case 'a':
          return `[${inner()}](<${String(node.properties['href']).replaceAll(/[<>\s]/g, encodeURIComponent)}>)`;
        default:
          return inner();
      }
    })
    .join('')
    .replaceAll(/ {2}\n /g, '  \n');

/** Code with backticks is enclosed by a longer run of them. */
function codeOf(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return text.includes('`') ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Indents lines; empty ones stay empty. */
function indented(text: string, first: string, rest: string): string {
  const [line = '', ...others] = text.split('\n');
  return [first + line, ...others.map((other) => (other === '' ? '' : rest + other))].join('\n');
}

const INLINE = new Set(['em', 'strong', 'code', 'a', 'span', 'br']);

function blocks(nodes: readonly ContentNode[]): string[] {
  const found: string[] = [];
  let loose: ContentNode[] = [];
  const flush = (): void => {
    const text = inline(loose).trim();
    if (text !== '') found.push(text);
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && INLINE.has(node.tagName))) loose.push(node);
    else if (node.type === 'element') {
      flush();
      found.push(blockOf(node.tagName, node.children, Number(node.properties['start'] ?? 1)));
    }
  }
  flush();
  return found.filter((block) => block !== '');
}

function blockOf(tagName: string, children: readonly ContentNode[], start: number): string {
  const inner = (): string => blocks(children).join('\n\n');
  if (tagName === 'pre') return fenced(children.map((child) => textOf(child)).join(''));
  if (tagName === 'h2' || tagName === 'h3') return `${tagName === 'h2' ? '##' : '###'} ${inner()}`;
  if (tagName === 'blockquote') return quoted(inner());
  if (tagName === 'ul' || tagName === 'ol') {
    const items = children.filter((child) => child.type === 'element');
    return items
      .map((item, i) => {
        const mark = tagName === 'ul' ? '- ' : `${start + i}. `;
        return indented(blocks('children' in item ? item.children : []).join('\n'), mark, ' '.repeat(mark.length));
      })
      .join('\n');
  }
  return inner();
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** Markdown as a quotation. */
export const quoted = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** The Markdown of safe HTML, such as that of a comment, whose source stays with its author. */
export const htmlAsMarkdown = (html: string): string =>
  blocks(fromHtml(html, { fragment: true }).children).join('\n\n');
