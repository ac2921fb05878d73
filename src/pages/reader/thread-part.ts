import type { SortOrder } from '../../../web/components/shapes.ts';
import { typed, type FormFields } from '../forms.ts';

const SORTS: readonly string[] = ['oldest', 'newest', 'top'];

/** Comments from which a thread begins with the most supported ones. */
const LONG = 30;

/** The part of a thread on a page: its order, and a further page or one comment with its replies. */
export interface ThreadPart {
  sort: SortOrder;
  /** Whether the address names the order; without one it is the thread's usual order. */
  isSortNamed?: boolean;
  cursor?: string;
  comment?: string;
}

/** Reads the query of a page of a thread with so many comments; unknown fields are left out. */
export function partIn(asked: Record<string, string | undefined>, comments = 0): ThreadPart {
  const { sort = '', cursor, comment } = asked;
  const isSortNamed = SORTS.includes(sort);
  const part = {
    sort: isSortNamed ? (sort as SortOrder) : 'oldest',
    isSortNamed,
    ...(comment ? { comment } : {}),
    ...(cursor && !comment ? { cursor } : {}),
  };
  return inUsualOrder(part, comments);
}

/** The same part in the usual order of a thread with so many comments; the same order where the address names it. */
export const inUsualOrder = (part: ThreadPart, comments: number): ThreadPart =>
  part.isSortNamed ? part : { ...part, sort: comments >= LONG && !part.cursor && !part.comment ? 'top' : 'oldest' };

/** The part on the page from which a form without a script was sent. */
export const partOfForm = (form: FormFields, comments = 0): ThreadPart =>
  partIn(Object.fromEntries(new URLSearchParams(typed(form, 'at').slice(0, 1_000))), comments);

/** The query of the page of a part, without a question mark; empty for the first page in its usual order. */
export const queryOf = ({ sort, isSortNamed, ...part }: ThreadPart): string =>
  new URLSearchParams({ ...(isSortNamed ? { sort } : {}), ...part }).toString();
