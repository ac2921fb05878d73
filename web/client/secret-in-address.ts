/**
 * Takes the secret of a link from an e-mail out of the address. Part of the script that every page loads: who presses
 * at once would lose it to one that comes later.
 */
export function takeSecret(): void {
  takeToken();
  addEventListener('hashchange', takeToken);
  carryFragment();
}

/**
 * The secret of a link is in the fragment, so that only a script can put it into the form. The reader presses the
 * button.
 */
function takeToken(): void {
  const token = /^#([\w-]{20,200})$/.exec(location.hash)?.[1];
  const byLink = document.querySelector<HTMLFormElement>('#by-link');
  const field = document.querySelector<HTMLInputElement>('#by-link [name=token], #claim [name=token]');
  if (!token || !field) return;
  field.value = token;
  history.replaceState(null, '', location.pathname + location.search);
  if (!byLink) return;
  byLink.hidden = false;
  document.querySelector<HTMLFormElement>('#by-code')?.setAttribute('hidden', '');
}

/** Carries an invitation's fragment through signing in. */
function carryFragment(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-keeps-fragment]');
  if (!link || location.hash === '') return;
  const url = new URL(link.href);
  url.searchParams.set('next', location.pathname + location.hash);
  link.href = url.href;
}
