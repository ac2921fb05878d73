/** Whether the end of a thread is visible, so that new comments there move nothing. */
export function endIsInSight(root: HTMLElement): boolean {
  if (document.visibilityState !== 'visible') return false;
  const list = root.querySelector('ol.comments');
  return !list || list.getBoundingClientRect().bottom <= innerHeight + 40;
}

/** Whether the form has the focus; it must not move while a reader is typing. */
export const isWriting = (root: HTMLElement): boolean =>
  root.querySelector('.write :is(textarea, input, select):focus') !== null;

/** The first comment that is in sight below what sticks to the top of the window; -1 without one. */
export function firstInSight(comments: readonly HTMLElement[]): number {
  const covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return comments.findIndex((each) => each.getBoundingClientRect().bottom > covered);
}
