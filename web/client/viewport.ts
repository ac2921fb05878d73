/** Whether the end of a thread is what somebody looks at: what comes there pushes nothing away. */
export function endIsInSight(root: HTMLElement): boolean {
  if (document.visibilityState !== 'visible') return false;
  const list = root.querySelector('ol.comments');
  return !list || list.getBoundingClientRect().bottom <= innerHeight + 40;
}

/** Whoever is writing would see the form move away under their hands. */
export const isWriting = (root: HTMLElement): boolean =>
  root.querySelector('.write :is(textarea, input, select):focus') !== null;

/** The comment that the address names and the page does not hold: it is further on in the thread. */
export function linkedElsewhere(): string | null {
  const id = /^#c-([\da-f-]{36})$/.exec(location.hash)?.[1];
  return id && !document.getElementById(`c-${id}`) ? id : null;
}
