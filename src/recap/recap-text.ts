import { renderWithHeadings, writeMarkdown } from '../platform/markup/markdown.ts';
import { threadLinkIn, type ThreadLink } from './thread-link.ts';

/** A piece of a recap: its writer's text, the index of the quotation in this place, or the link to a talk. */
export type RecapPiece = { readonly text: string } | { readonly item: number } | { readonly talk: ThreadLink };

/** The places in a text besides words. */
export interface RecapPlaces {
  /** Number of quotations. */
  items: number;
  /** Whether the card of a talk stands where a line links to it; without it such lines are text. */
  isTalk?: (link: ThreadLink) => boolean;
}

const PLACE = /^ {0,3}\[(\d{1,3})\][ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]|$)/;

/** The lines of a text with their numbers from 1, and whether each is fenced code. */
function* linesOf(markdown: string): Generator<{ line: string; number: number; isCode: boolean }> {
  let fence: string | null = null;
  for (const [i, line] of markdown.split('\n').entries()) {
    const mark = FENCE.exec(line)?.[1];
    const wasCode = fence !== null;
    if (mark && (fence === null || (mark.startsWith(fence) && line.trim() === mark)))
      fence = fence === null ? mark : null;
    yield { line, number: i + 1, isCode: wasCode || fence !== null };
  }
}

/**
 * Cuts the writer's text at lines that hold only `[1]`, `[2]`, …, where the quotation of that number goes, and at lines
 * or headings that hold only the link of a talk. A number without a quotation is text, as is everything in fenced code.
 * Quotations without a place come last.
 */
export function piecesOf(markdown: string, { items, isTalk = () => false }: RecapPlaces): RecapPiece[] {
  const pieces: RecapPiece[] = [];
  const placed = new Set<number>();
  let text: string[] = [];
  const flush = (): void => {
    if (text.some((line) => line.trim() !== '')) pieces.push({ text: text.join('\n').trim() });
    text = [];
  };
  for (const { line, isCode } of linesOf(markdown)) {
    const number = isCode ? 0 : Number(PLACE.exec(line)?.[1] ?? 0);
    const talk = isCode ? null : threadLinkIn(line);
    if (number >= 1 && number <= items) {
      flush();
      pieces.push({ item: number - 1 });
      placed.add(number - 1);
    } else if (talk && isTalk(talk)) {
      flush();
      pieces.push({ talk });
    } else {
      text.push(line);
    }
  }
  flush();
  for (let item = 0; item < items; item += 1) if (!placed.has(item)) pieces.push({ item });
  return pieces;
}

/** The lines of a text that hold only the link of a thread, with their numbers from 1. */
export const threadLinksOf = (markdown: string): { link: ThreadLink; number: number }[] =>
  [...linesOf(markdown)].flatMap(({ line, number, isCode }) => {
    const link = isCode ? null : threadLinkIn(line);
    return link ? [{ link, number }] : [];
  });

/** The level of the highest headings of a text, 1 to 6; 2 for a text without one. */
export function topLevelOf(markdown: string): number {
  const levels = [...linesOf(markdown)].flatMap(({ line, isCode }) =>
    isCode ? [] : (HEADING.exec(line)?.[1]?.length ?? []),
  );
  return levels.length === 0 ? 2 : Math.min(...levels);
}

/** The safe HTML of a piece of a text whose highest headings have this level. */
export const pieceAsHtml = (text: string, top: number): string => renderWithHeadings(text, top);

/** The text as stored: masks, piece by piece, addresses that only the rendering shows. */
export function maskedRecap(markdown: string, items: number): string {
  const top = topLevelOf(markdown);
  const pieces = piecesOf(markdown, { items, isTalk: () => true });
  const masked = pieces.map((piece) => {
    return 'item' in piece ? `[${piece.item + 1}]` : writeMarkdown(wordsOf(piece), { top }).source;
  });
  const isSame = pieces.every((piece, i) => 'item' in piece || wordsOf(piece) === masked[i]);
  return isSame ? markdown : masked.join('\n\n');
}

const wordsOf = (piece: { text: string } | { talk: ThreadLink }): string =>
  'text' in piece ? piece.text : piece.talk.line;
