import { countDown } from '../components/count-down.ts';
import { isWholeCode } from '../components/whole-code.ts';
import { takeCopyFields } from './copy-field.ts';

/**
 * Small additions by script: links from e-mails, the zone of a new conference, and fields to copy. Loaded where
 * something has the attribute `data-forms`.
 */
export function takeOverForms(): void {
  takeCopyFields();
  takeToken();
  addEventListener('hashchange', takeToken);
  carryFragment();
  guessZone();
  takeCode();
}

const ADDRESS_KEY = 'aftertalk:sign-in';

/** Shows the typed address on the step of the code. It stays in this tab: no page of the server ever holds it. */
function keepAddress(): void {
  const email = document.querySelector<HTMLInputElement>('#by-code [name=email]');
  const place = document.querySelector<HTMLElement>('[data-address]');
  const address = sessionStorage.getItem(ADDRESS_KEY);
  if (place && address) {
    place.textContent = address;
    place.hidden = false;
  } else if (email && address && !email.value) email.value = address;
  sessionStorage.removeItem(ADDRESS_KEY);
  // Not with the code, after which no page asks for it again.
  addEventListener('submit', ({ target }) => {
    const typed = (target as HTMLElement).id === 'send-again' ? address : email?.value;
    if (typed) sessionStorage.setItem(ADDRESS_KEY, typed);
  });
}

/** Sends a code as soon as it is whole, and lets another be asked for after a while. */
function takeCode(): void {
  const field = document.querySelector<HTMLInputElement>('#by-code [name=code]');
  keepAddress();
  let isSent = false;
  field?.addEventListener('input', () => {
    if (isWholeCode(field.value) && field.form!.reportValidity()) field.form!.requestSubmit();
  });
  // A press of the button after the code was sent by itself would send it twice, and a code works once.
  field?.form!.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener('pageshow', () => {
    isSent = false;
  });
  if (document.querySelector('#send-again')) field?.focus();
  const button = document.querySelector<HTMLButtonElement>('#send-again button');
  if (button)
    countDown(button, (seconds) => (button.form!.dataset['wait'] ?? '').replace('{seconds}', String(seconds)));
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

/** Fills in the browser's own zone where a new conference needs one, and says that it was guessed. */
function guessZone(): void {
  const said = document.querySelector<HTMLElement>('[data-zone-guessed]');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (!said || !timeZone || !timeZone.includes('/')) return;
  for (const field of document.querySelectorAll<HTMLInputElement>('[name=timeZone]')) field.value = timeZone;
  said.hidden = false;
}
