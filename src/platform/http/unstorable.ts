import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import type { Problem } from '../../kernel/problem.ts';
import { pointerPart } from './input.pipe.ts';

/** Whether a text holds what PostgreSQL cannot store (NUL) or UTF-8 cannot hold (half of a surrogate pair). */
const isUnstorable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

const DETAIL = 'Take out the characters that are no text: NUL, or half of a surrogate pair.';

/** A JSON pointer to the first unstorable text in `value`, names included. */
function unstorableIn(value: unknown, above: string): string | null {
  if (typeof value === 'string') return isUnstorable(value) ? above : null;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = isUnstorable(name) ? above : unstorableIn(part, `${above}/${pointerPart(name)}`);
    if (found !== null) return found;
  }
  return null;
}

export interface RequestTexts {
  query: unknown;
  params: unknown;
  body: unknown;
  isForApi: boolean;
}

/**
 * Refuses text that no field may hold, once here instead of at several hundred fields: `not-found` in a page's address,
 * else `invalid-request`.
 */
export function refusalOfText({ query, params, body, isForApi }: RequestTexts): Problem | undefined {
  if (unstorableIn(params, '#') !== null) return notFound();
  const inQuery = unstorableIn(query, '#/query');
  if (inQuery !== null && !isForApi) return notFound();
  const pointer = inQuery ?? unstorableIn(body, '#');
  return pointer === null ? undefined : invalidRequest([{ pointer, detail: DETAIL }]);
}
