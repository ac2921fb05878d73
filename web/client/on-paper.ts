import type { LivePage } from './thread-actions.ts';

/**
 * Prints what is folded on the screen: replies, and `details` in browsers before 2025, which cannot open them by style.
 * Requests are synchronous, because a browser prints as soon as the handler returns. What the server drew for paper is
 * taken away, because it would stay when a reply is withheld.
 */
export function putOnPaper(page: LivePage): void {
  for (const each of document.querySelectorAll('.folded')) each.remove();
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    showAllReplies(page);
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open], .reading)')];
    for (const each of opened) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });
  // Also in a preview of the printed page.
  matchMedia('print').addEventListener('change', ({ matches }) => matches && showAllReplies(page));
}

/** Without a network, the printed page has the address of those that are not there. */
function showAllReplies(page: LivePage): void {
  const { transcript, comments, loader } = page;
  try {
    for (const root of comments.comments().filter((each) => comments.hiddenReplies(each) > 0))
      loader.repliesNow(root.id, (replies) => {
        transcript.merge(replies);
        comments.extendReplies(root.id, replies);
      });
  } catch {
    /* Those that came are shown. */
  }
  page.draw();
}
