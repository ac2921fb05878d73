import type { Words } from '../../locales/words.ts';

/** Updates the account links in the page's header, which the server drew before the reader signed in or out. */
export function showAccount(isSignedIn: boolean, say: Words): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.account')) {
    link.textContent = say(isSignedIn ? 'pages.me.link' : 'pages.signIn.link');
    link.href = isSignedIn ? '/me' : `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
  }
}
