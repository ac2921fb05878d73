import { writeMarkdown } from '../platform/markup/markdown.ts';

/** A piece of a recap: its writer's text, or the index of the quotation in this place. */
export type RecapPiece = { readonly text: string } | { readonly item: number };

const PLACE = /^ {0,3}\[(\d{1,3})\][ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts the writer's text at lines that hold only `[1]`, `[2]`, …, where the quotation of that number goes. A number
 * without a quotation is text, as is everything in fenced code. Quotations without a place come last.
 */
export function piecesOf(markdown: string, items: number): RecapPiece[] {
  const pieces: RecapPiece[] = [];
  const placed = new Set<number>();
  let text: string[] = [];
  let fence: string | null = null;
  const flush = (): void => {
    if (text.some((line) => line.trim() !== '')) pieces.push({ text: text.join('\n').trim() });
    text = [];
  };
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && (fence === null || (mark.startsWith(fence) && line.trim() === mark)))
      fence = fence === null ? mark : null;
    const number = fence === null ? Number(PLACE.exec(line)?.[1] ?? 0) : 0;
    if (number >= 1 && number <= items) {
      flush();
      pieces.push({ item: number - 1 });
      placed.add(number - 1);
    } else {
      text.push(line);
    }
  }
  flush();
  for (let item = 0; item < items; item += 1) if (!placed.has(item)) pieces.push({ item });
  return pieces;
}

/** The text as stored: masks, piece by piece, addresses that only the rendering shows. */
export function maskedRecap(markdown: string, items: number): string {
  const pieces = piecesOf(markdown, items);
  const masked = pieces.map((piece) => ('text' in piece ? writeMarkdown(piece.text).source : `[${piece.item + 1}]`));
  const isSame = pieces.every((piece, i) => !('text' in piece) || piece.text === masked[i]);
  return isSame ? markdown : masked.join('\n\n');
}
