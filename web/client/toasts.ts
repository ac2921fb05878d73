/** Time for which a toast stays, in milliseconds; longer while the pointer or the focus is on it. */
const SHOWN_MS = 5_000;

/** The place of toasts, which is in the page before they are, so that a screen reader announces them. */
function place(): HTMLElement {
  const known = document.querySelector<HTMLElement>('.toasts');
  if (known) return known;
  const made = document.createElement('div');
  made.className = 'toasts';
  made.setAttribute('role', 'status');
  document.body.append(made);
  return made;
}

/**
 * Shows the notices of acts in `root` above the page for some seconds, each in place of the one before, and takes them
 * out of `root`. Called once before there is any, it prepares their place.
 */
export function showToasts(root: ParentNode): void {
  const above = place();
  for (const toast of root.querySelectorAll<HTMLElement>('.toast')) {
    toast.removeAttribute('role');
    above.replaceChildren(toast);
    goesBy(toast);
  }
  // A reload says nothing again.
  const url = new URL(location.href);
  if (!url.searchParams.has('done')) return;
  for (const name of ['done', 'id', 'from']) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}

function goesBy(toast: HTMLElement): void {
  let leaving: ReturnType<typeof setTimeout>;
  const leave = (): void => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (toast.matches(':hover, :focus-within')) leave();
      else toast.remove();
    }, SHOWN_MS);
  };
  leave();
}
