import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { ADDRESS_MARK, addressesIn, type AddressRange, type FindAddresses } from '../../kernel/text.ts';

type TreeNode = Root | RootContent | ElementContent;

/** Tags within a line, whose text a reader joins with the text around it. */
const INLINE = new Set(['em', 'strong', 'code', 'a']);

/** A piece of a line as displayed; `node` is null for a line break. */
interface LinePiece {
  readonly node: Text | null;
  readonly text: string;
}

/**
 * Masks the e-mail-like strings that a reader of the rendered text sees, through entities and across the tags of a
 * block. Changes the tree; returns whether there was any.
 */
export function maskTree(tree: Root, find: FindAddresses = addressesIn): boolean {
  let found = false;
  const visit = (node: TreeNode): void => {
    if (!('children' in node)) return;
    for (const line of linesOf(node.children)) found = maskLine(line, find) || found;
    for (const child of node.children) {
      if (child.type === 'element' && !INLINE.has(child.tagName)) visit(child);
    }
    const kept = withoutTelling(node.children, find);
    found ||= kept.length !== node.children.length || kept.some((child, i) => child !== node.children[i]);
    node.children = kept as typeof node.children;
  };
  visit(tree);
  return found;
}

/** The lines of a block: its text and that of its inline tags, up to the next block. */
function linesOf(children: readonly TreeNode[]): LinePiece[][] {
  const lines: LinePiece[][] = [[]];
  const collect = (nodes: readonly TreeNode[]): void => {
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

/** The line breaks that may part an address: beside its at sign, or between its dots. */
const BROKEN = /(?<=[@\uFF20\uFE6B])\n+|\n+(?=[@\uFF20\uFE6B.])|(?<=\.)\n+(?=\p{Ll})/gu;

function maskLine(line: readonly LinePiece[], find: FindAddresses): boolean {
  const text = line.map((piece) => piece.text).join('');
  const { joined, places } = withoutBreaks(text);
  const ranges = find(joined).map(({ start, end }) => ({ start: places(start), end: places(end - 1) + 1 }));
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

/** Removes the breaks that part an address; `places` maps an index of the result to one of the text. */
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

/** Removes the ranges from a text that begins at `offset` and puts the mark where a range begins. */
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

/** Turns a link whose target holds an address into its words, and removes a tag whose words were masked. */
function withoutTelling(nodes: readonly TreeNode[], find: FindAddresses): TreeNode[] {
  return nodes.flatMap((node): TreeNode[] => {
    if (node.type !== 'element') return [node];
    const children = withoutTelling(node.children, find) as ElementContent[];
    const isSame = children.length === node.children.length && children.every((child, i) => child === node.children[i]);
    if (INLINE.has(node.tagName) && children.every((child) => child.type === 'text' && child.value === '')) return [];
    if (node.tagName === 'a' && tells(String(node.properties['href'] ?? ''), find)) return children;
    return [isSame ? node : ({ ...node, children } satisfies Element)];
  });
}

function tells(href: string, find: FindAddresses): boolean {
  if (find(href).length > 0) return true;
  try {
    return find(decodeURIComponent(href)).length > 0;
  } catch {
    return false;
  }
}
