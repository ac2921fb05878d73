import { showToasts } from './toasts.ts';
import type { Words } from '../../locales/words.ts';
import type { CommentShape } from '../components/shapes.ts';

/** The words of a thread's page, and the address of a comment on it. */
export interface PageOfThread {
  say: Words;
  placeOf(commentId: string): string;
}

/**
 * Says that a comment or a question is published, or that it waits for a moderator, with a link that shows it; brings
 * it into sight at once where that needs no other part of the page. Loaded when the first one was sent.
 */
export function sayPosted(comment: CommentShape, page: PageOfThread): void {
  const { id, kind, seq } = comment;
  const became = seq === null ? 'waits' : 'published';
  const link = Object.assign(document.createElement('a'), {
    href: seq === null ? '#own' : page.placeOf(id),
    textContent: page.say('pages.form.posted.see'),
  });
  const toast = Object.assign(document.createElement('div'), { className: 'toast' });
  const words = page.say(`pages.form.posted.${kind === 'question' ? 'question' : 'comment'}.${became}`);
  toast.append(Object.assign(document.createElement('p'), { textContent: words }), link);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    showPosted(comment)?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    toast.remove();
  });
  // On a phone a comment's part may be hidden, which the address then chooses; a question is asked beside the others.
  if (placeIn(comment) || kind === 'comment') showPosted(comment);
  // The place of toasts is in the page first, so that a screen reader announces what comes into it.
  showToasts(document.createElement('div'));
  requestAnimationFrame(() => {
    const said = document.createElement('div');
    said.append(toast);
    showToasts(said);
  });
}

/** Brings what was posted into sight and returns it; on a phone its part may be hidden, and is chosen first. */
function showPosted(comment: CommentShape): HTMLElement | undefined {
  if (!placeIn(comment)) location.hash = comment.kind === 'question' ? 'questions' : `c-${comment.id}`;
  const place = placeIn(comment);
  place?.scrollIntoView({ block: place.closest('.comments') ? 'nearest' : 'center' });
  return place;
}

/** The place of a comment on the page, if it is drawn. */
const placeIn = ({ id, seq }: CommentShape): HTMLElement | undefined =>
  [
    ...document.querySelectorAll<HTMLElement>(
      seq === null ? '#own' : `#c-${id}, .question-row:has(a[href$="#c-${id}"])`,
    ),
  ].find((place) => place.getClientRects().length > 0);
