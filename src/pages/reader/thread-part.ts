import type { SortOrder } from '../../../web/components/shapes.ts';
import { typed, type FormFields } from '../forms.ts';

const SORTS: readonly string[] = ['oldest', 'newest', 'top'];

/** The part of a thread on a page: its order, and a further page or one comment with its replies. */
export interface ThreadPart {
  sort: SortOrder;
  cursor?: string;
  comment?: string;
}

/** Reads the query of a page; unknown fields are left out. */
export function partIn(asked: Record<string, string | undefined>): ThreadPart {
  const { sort = '', cursor, comment } = asked;
  return {
    sort: (SORTS.includes(sort) ? sort : 'oldest') as SortOrder,
    ...(comment ? { comment } : {}),
    ...(cursor && !comment ? { cursor } : {}),
  };
}

/** The part on the page from which a form without a script was sent. */
export const partOfForm = (form: FormFields): ThreadPart =>
  partIn(Object.fromEntries(new URLSearchParams(typed(form, 'at').slice(0, 1_000))));

/** The query of the page of a part, without a question mark; empty for the first page in its usual order. */
export const queryOf = ({ sort, ...part }: ThreadPart): string =>
  new URLSearchParams({ ...(sort === 'oldest' ? {} : { sort }), ...part }).toString();
