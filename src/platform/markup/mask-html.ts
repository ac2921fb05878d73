import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { ADDRESS_MARK, addressesIn, type AddressRange } from '../../kernel/text.ts';

type Node = Root | RootContent | ElementContent;

/** Tags within a line: what they part is read as one word. */
const INLINE = new Set(['em', 'strong', 'code', 'a']);

/** A piece of a line as a reader sees it; `node` is null for a line break. */
interface Piece {
  readonly node: Text | null;
  readonly text: string;
}

/**
 * Masks the e-mail-like strings that a reader of the rendered text sees: entities are read, and the words of a block
 * are joined across its tags. Changes the tree; answers whether there was any.
 */
export function maskTree(tree: Root): boolean {
  let found = false;
  const visit = (node: Node): void => {
    if (!('children' in node)) return;
    for (const line of linesOf(node.children)) found = maskLine(line) || found;
    for (const child of node.children) {
      if (child.type === 'element' && !INLINE.has(child.tagName)) visit(child);
    }
    const kept = withoutTelling(node.children);
    found ||= kept.length !== node.children.length || kept.some((child, i) => child !== node.children[i]);
    node.children = kept as typeof node.children;
  };
  visit(tree);
  return found;
}

/** The lines of a block: its text, and that of the inline tags in it, up to the next block. */
function linesOf(children: readonly Node[]): Piece[][] {
  const lines: Piece[][] = [[]];
  const collect = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') lines.at(-1)!.push({ node, text: node.value });
      else if (node.type === 'element' && node.tagName === 'br') lines.at(-1)!.push({ node: null, text: '\n' });
      else if (node.type === 'element' && INLINE.has(node.tagName)) collect(node.children);
      else lines.push([]);
    }
  };
  collect(children);
  return lines.filter((line) => line.length > 0);
}

/** An address that is broken over two lines is one where the break stands beside its at sign, or between its dots. */
const BROKEN = /(?<=[@\uFF20\uFE6B])\n+|\n+(?=[@\uFF20\uFE6B.])|(?<=\.)\n+(?=\p{Ll})/gu;

function maskLine(line: readonly Piece[]): boolean {
  const text = line.map((piece) => piece.text).join('');
  const { joined, places } = withoutBreaks(text);
  const ranges = addressesIn(joined).map(({ start, end }) => ({ start: places(start), end: places(end - 1) + 1 }));
  if (ranges.length === 0) return false;
  let at = 0;
  for (const {
    node,
    text: { length },
  } of line) {
    if (node) node.value = withoutRanges(node.value, at, ranges);
    at += length;
  }
  return true;
}

/** The text without the breaks that part an address, and for each place in it the place in the text. */
function withoutBreaks(text: string): { joined: string; places: (index: number) => number } {
  const breaks = [...text.matchAll(BROKEN)].map((match) => ({ at: match.index, length: match[0].length }));
  if (breaks.length === 0) return { joined: text, places: (index) => index };
  const map: number[] = [];
  let joined = '';
  let taken = 0;
  for (const { at, length } of [...breaks, { at: text.length, length: 0 }]) {
    for (let i = taken; i < at; i += 1) map.push(i);
    joined += text.slice(taken, at);
    taken = at + length;
  }
  return { joined, places: (index) => map[index]! };
}

/** What is left of a text that begins at `offset`; the mark stands where a range begins. */
function withoutRanges(text: string, offset: number, ranges: readonly AddressRange[]): string {
  let kept = '';
  let taken = 0;
  for (const { start, end } of ranges) {
    const [from, to] = [start - offset, end - offset];
    if (to <= 0 || from >= text.length) continue;
    kept += text.slice(taken, Math.max(0, from)) + (from >= 0 ? ADDRESS_MARK : '');
    taken = Math.min(to, text.length);
  }
  return kept + text.slice(taken);
}

/** A link whose address holds an e-mail address is only its words; a tag whose words were masked away is none. */
function withoutTelling(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'element') return [node];
    const children = withoutTelling(node.children) as ElementContent[];
    const isSame = children.length === node.children.length && children.every((child, i) => child === node.children[i]);
    if (INLINE.has(node.tagName) && children.every((child) => child.type === 'text' && child.value === '')) return [];
    if (node.tagName === 'a' && tells(String(node.properties['href'] ?? ''))) return children;
    return [isSame ? node : ({ ...node, children } satisfies Element)];
  });
}

function tells(href: string): boolean {
  if (addressesIn(href).length > 0) return true;
  try {
    return addressesIn(decodeURIComponent(href)).length > 0;
  } catch {
    return false;
  }
}
