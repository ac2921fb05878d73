import type { Element, ElementContent, RootContent, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { ElaborateHtml, parseHtml } from './parse-html.ts';

/** Marks of list items that are written without tags. */
const BULLET = '[-*•·◦‣–]';
const NUMBER = '\\d{1,2}[.)]';
const MARK = new RegExp(`^[\\s\\u00A0]*(?:${BULLET}|(${NUMBER}))[ \\t\\u00A0]+`);
/** An item at the beginning of a line of HTML; a text with fewer than two stays unchanged. */
const LOOKS_LIKE_ITEM = new RegExp(`(?:^|[\\n>])[ \\t\\u00A0]{0,16}(?:${BULLET}|${NUMBER})[ \\t\\u00A0]`, 'g');

const WITHIN_A_LINE = new Set('a abbr b br code em font i img small span strong sub sup tt u'.split(' '));
/** Elements whose text is shown verbatim. */
const VERBATIM = new Set(['pre', 'code', 'textarea', 'script', 'style']);

interface Item {
  /** The number of an ordered item; null in an unordered list. */
  number: number | null;
  content: ElementContent[];
}
type Line = { content: ElementContent[]; endsWithBreak: boolean };

/**
 * Turns lines that begin with a dash, a star, a dot or a number into list items, for authors who take an HTML field for
 * Markdown. A single such line stays, and so do two numbers that do not follow each other.
 */
export function withListedLines(html: string): string {
  if ((html.match(LOOKS_LIKE_ITEM) ?? []).length < 2) return html;
  try {
    const tree = parseHtml(html);
    tree.children = blocksOf(tree.children) as RootContent[];
    return toHtml(tree);
  } catch (error) {
    if (error instanceof ElaborateHtml || error instanceof RangeError) return html;
    throw error;
  }
}

const isWithinALine = (node: RootContent): boolean =>
  node.type === 'text' || (node.type === 'element' && WITHIN_A_LINE.has(node.tagName));

/** Rewrites the blocks of an element; text without a paragraph is treated as one. */
function blocksOf(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let loose: ElementContent[] = [];
  const flush = (): void => {
    blocks.push(...(paragraphs(loose) ?? loose));
    loose = [];
  };
  for (const node of nodes) {
    if (isWithinALine(node)) loose.push(node as ElementContent);
    else {
      flush();
      blocks.push(...blockOf(node));
    }
  }
  flush();
  return blocks;
}

function blockOf(node: RootContent): RootContent[] {
  if (node.type !== 'element' || VERBATIM.has(node.tagName)) return [node];
  if (node.tagName === 'p' && node.children.every(isWithinALine)) return paragraphs(node.children) ?? [node];
  return [{ ...node, children: blocksOf(node.children) as ElementContent[] }];
}

/** Paragraphs and lists; null without a list among the lines. */
function paragraphs(nodes: readonly ElementContent[]): Element[] | null {
  const lines = linesOf(nodes);
  const blocks: Element[] = [];
  let words: ElementContent[] = [];
  const flush = (): void => {
    if (words.some((node) => node.type !== 'text' || node.value.trim() !== '')) blocks.push(element('p', words));
    words = [];
  };
  let isFound = false;
  for (let at = 0; at < lines.length;) {
    const { items, next } = listAt(lines, at);
    if (items.length > 1) {
      isFound = true;
      flush();
      blocks.push(listOf(items));
      at = next;
      continue;
    }
    const { content, endsWithBreak } = lines[at]!;
    words.push(...content, endsWithBreak ? element('br', []) : { type: 'text', value: '\n' });
    at += 1;
  }
  flush();
  return isFound ? blocks : null;
}

/** The list that begins with this line, and the index of the line after it. */
function listAt(lines: readonly Line[], from: number): { items: Item[]; next: number } {
  const items: Item[] = [];
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]!;
    const item = itemOf(line);
    const last = items.at(-1);
    if (item && (!last || follows(last, item))) items.push(item);
    else if (item || !last) break;
    else if (isBlank(line)) continue;
    // A wrapped line continues the item, as in Markdown.
    else if (at === next && !lines[at - 1]!.endsWithBreak)
      last.content.push({ type: 'text', value: '\n' }, ...line.content);
    else break;
    next = at + 1;
  }
  return { items, next };
}

const follows = (last: Item, item: Item): boolean =>
  last.number === null ? item.number === null : item.number === last.number + 1;

const isBlank = ({ content }: Line): boolean =>
  content.every((node) => node.type === 'text' && node.value.trim() === '');

/** The item of a line, without its mark; null for any other line. */
function itemOf({ content }: Line): Item | null {
  const [first, ...rest] = content;
  const found = first?.type === 'text' ? MARK.exec(first.value) : null;
  if (
    !found ||
    isBlank({ content: [text((first as Text).value.slice(found[0].length)), ...rest], endsWithBreak: false })
  )
    return null;
  return {
    number: found[1] === undefined ? null : Number.parseInt(found[1], 10),
    content: [text((first as Text).value.slice(found[0].length)), ...rest],
  };
}

/** Lines by line feeds and by tags. */
function linesOf(nodes: readonly ElementContent[]): Line[] {
  const lines: Line[] = [{ content: [], endsWithBreak: false }];
  const end = (endsWithBreak: boolean): void => {
    lines.at(-1)!.endsWithBreak = endsWithBreak;
    lines.push({ content: [], endsWithBreak: false });
  };
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') end(true);
    else if (node.type !== 'text') lines.at(-1)!.content.push(node);
    else
      node.value.split('\n').forEach((part, i) => {
        if (i > 0 && !isAfterBreak(lines)) end(false);
        if (part !== '') lines.at(-1)!.content.push(text(part));
      });
  }
  return lines;
}

/** The line feed after a `<br>` begins no line of its own. */
const isAfterBreak = (lines: readonly Line[]): boolean =>
  lines.at(-1)!.content.length === 0 && (lines.at(-2)?.endsWithBreak ?? false);

const text = (value: string): Text => ({ type: 'text', value });

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

function listOf(items: readonly Item[]): Element {
  const list = element(
    items[0]!.number === null ? 'ul' : 'ol',
    items.map(({ content }) => element('li', content)),
  );
  const start = items[0]!.number ?? 1;
  if (start !== 1) list.properties['start'] = start;
  return list;
}
