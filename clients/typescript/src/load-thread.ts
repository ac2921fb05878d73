import type { Call, Comment, Thread } from './api-types.ts';
import { itemsOf } from './paging.ts';

/** Most items of a page. */
const LIMIT = 100;

interface LoadedPage {
  items: Comment[];
  next: string | null;
  seq: number;
}

/**
 * Everything in a thread. The thread is asked for last, and replies after the page that shows the first of them, so
 * that nothing is older than the number of the first page.
 */
export async function loadThread(
  get: Call<'get'>,
  id: string,
  signal: AbortSignal,
): Promise<{ pages: LoadedPage[]; thread: Thread }> {
  const pages: LoadedPage[] = [];
  const path = { id };
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = { sort: 'oldest', limit: LIMIT, ...(cursor && { cursor }) } as const;
    const page: LoadedPage = await get('/threads/{id}/comments', { params: { path, query }, signal });
    for (const item of page.items) await addReplies(get, item, signal);
    pages.push(page);
    cursor = page.next;
  }
  return { pages, thread: await get('/threads/{id}', { params: { path }, signal }) };
}

/** A page has the first three replies of each comment. */
async function addReplies(get: Call<'get'>, comment: Comment, signal: AbortSignal): Promise<void> {
  if (comment.replyCount <= (comment.replies?.length ?? 0)) return;
  const path = { id: comment.id };
  const replies = itemsOf<Comment>((cursor) =>
    get('/comments/{id}/replies', { params: { path, query: { limit: LIMIT, ...(cursor && { cursor }) } }, signal }),
  );
  comment.replies = [];
  for await (const reply of replies) comment.replies.push(reply);
}
