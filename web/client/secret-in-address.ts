/** Under which an invitation waits in this tab while its reader signs in. */
const WAITING = 'invitation';

/**
 * Takes the secret of a link from an e-mail out of the address. Part of the script that every page loads: who presses
 * at once would lose it to one that comes later.
 */
export function takeSecret(): void {
  takeToken();
  addEventListener('hashchange', takeToken);
}

/**
 * The secret of a link is in the fragment, so that only a script can put it into the form. The reader presses the
 * button.
 */
function takeToken(): void {
  const token = /^#([\w-]{20,200})$/.exec(location.hash)?.[1];
  const byLink = document.querySelector<HTMLFormElement>('#by-link');
  const field = document.querySelector<HTMLInputElement>('#by-link [name=token], #claim [name=token]');
  // Kept in this tab, because an address to return to would reach the server, and the logs on its way.
  if (token && document.querySelector('[data-keeps-fragment]'))
    inTab((tab) => {
      tab.setItem(WAITING, token);
      history.replaceState(null, '', location.pathname + location.search);
    });
  const taken = token ?? (byLink ? null : waiting(field));
  if (!taken || !field) return;
  field.value = taken;
  history.replaceState(null, '', location.pathname + location.search);
  if (!byLink) return;
  byLink.hidden = false;
  document.querySelector<HTMLFormElement>('#by-code')?.setAttribute('hidden', '');
}

/** The invitation that was opened before signing in, once. */
function waiting(field: HTMLInputElement | null): string | null {
  if (field === null || field.value !== '') return null;
  return inTab((tab) => {
    const token = tab.getItem(WAITING);
    tab.removeItem(WAITING);
    return token;
  });
}

/** Null in a browser that stores nothing: the link is opened again, or pasted. */
function inTab<T>(work: (tab: Storage) => T): T | null {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}
