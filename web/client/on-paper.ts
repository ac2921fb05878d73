import type { CommentShape } from '../components/shapes.ts';
import type { CommentList } from '../components/comment-list.ts';
import type { TranscriptClient } from '../components/transcript-client.ts';

/** The part of a live page that printing needs. */
interface PrintedPage {
  readonly transcript: TranscriptClient;
  readonly comments: CommentList;
  draw(): void;
}

/**
 * Prints what is folded on the screen: replies, and `details` in browsers before 2025, which cannot open them by style.
 * Requests are synchronous, because a browser prints as soon as the handler returns.
 */
export function putOnPaper(page: PrintedPage): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    showAllReplies(page);
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open], .reading)')];
    for (const each of opened) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });
  // Also in a preview of the printed page, which may have been opened before this script came.
  const preview = matchMedia('print');
  preview.addEventListener('change', ({ matches }) => matches && showAllReplies(page));
  if (preview.matches) showAllReplies(page);
}

/** Without a network, the printed page has the address of those that are not there. */
function showAllReplies(page: PrintedPage): void {
  const { transcript, comments } = page;
  try {
    for (const root of comments.comments().filter((each) => comments.hiddenReplies(each) > 0))
      repliesNow(root.id, (replies) => {
        transcript.merge(replies);
        comments.extendReplies(root.id, replies);
      });
  } catch {
    /* The loaded ones are shown. */
  }
  page.draw();
}

/** Loads all replies to a comment, page by page, while the browser waits. */
function repliesNow(id: string, take: (replies: CommentShape[]) => void): void {
  let next: string | null = '';
  while (next !== null) {
    const request = new XMLHttpRequest();
    request.open(
      'GET',
      `/api/v1/comments/${id}/replies?limit=100${next && `&cursor=${encodeURIComponent(next)}`}`,
      false,
    );
    request.send();
    const page = JSON.parse(request.responseText) as { items: CommentShape[]; next: string | null };
    take(page.items);
    next = page.next;
  }
}
