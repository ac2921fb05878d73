import { invalidRequest } from './common.problems.ts';
import { isUuid } from './ids.ts';
import { isDay, isInstant } from './zone.ts';

/** Encodes a place in a list as an opaque cursor; the same place gives the same bytes. */
export const encodeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** Checks of the parts of a place: a number within PostgreSQL's `integer`, milliseconds, an id, a day, a time. */
const PARTS = {
  number: (part: unknown) => Number.isInteger(part) && Math.abs(part as number) <= 2_147_483_647,
  milliseconds: (part: unknown) => Number.isSafeInteger(part),
  id: (part: unknown) => isUuid(part),
  day: (part: unknown) => typeof part === 'string' && isDay(part),
  time: (part: unknown) => typeof part === 'string' && part.endsWith('Z') && isInstant(part),
} as const;

type CursorPart = keyof typeof PARTS;
type CursorValue<P> = P extends 'number' | 'milliseconds' ? number : string;

/**
 * Decodes a cursor; `shape` says what each part must be. Throws `invalid-request` for a cursor that was not made here.
 */
export function decodeCursor<T extends readonly CursorPart[]>(
  cursor: string,
  shape: T,
): { [K in keyof T]: CursorValue<T[K]> } {
  const refused = invalidRequest([
    { pointer: '#/query/cursor', detail: 'Use the value of "next" from the previous page, unchanged.' },
  ]);
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refused;
  }
  if (!Array.isArray(place) || place.length !== shape.length || shape.some((part, i) => !PARTS[part](place[i])))
    throw refused;
  return place as { [K in keyof T]: CursorValue<T[K]> };
}

export interface Page<T> {
  /** The things of this page, in the order of the list. */
  items: T[];
  /** The `cursor` of the next page; null on the last one. */
  next: string | null;
}

/** A list that is answered whole. */
export interface List<T> {
  /** All that is listed, in order. */
  items: T[];
  /** Always null, because there is no other page. */
  next: null;
}

/** Turns "one row more than asked for" into a page and the cursor of its last row. */
export function pageOf<T>(rows: T[], limit: number, place: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(place(last)) : null };
}
