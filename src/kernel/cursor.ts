import { invalidRequest } from './common.problems.ts';

/** A place in a list, as the outside sees it: opaque, and the same bytes for the same place. */
export const encodeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** Reads a place back; `shape` says what each part must be. A cursor that is not ours is bad input. */
export function decodeCursor<T extends readonly ('string' | 'number')[]>(cursor: string, shape: T): { [K in keyof T]: T[K] extends 'number' ? number : string } {
  const refused = invalidRequest([{ pointer: '#/query/cursor', detail: 'Use the value of "next" from the previous page, unchanged.' }]);
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refused;
  }
  if (!Array.isArray(place) || place.length !== shape.length || shape.some((type, i) => typeof place[i] !== type)) throw refused;
  if (place.some((part) => typeof part === 'number' && !Number.isSafeInteger(part))) throw refused;
  return place as { [K in keyof T]: T[K] extends 'number' ? number : string };
}

export interface Page<T> { items: T[]; next: string | null }

/** Turns "one row more than asked for" into a page and the cursor of its last row. */
export function pageOf<T>(rows: T[], limit: number, place: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(place(last)) : null };
}
