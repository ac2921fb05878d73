import { countDown } from '../components/count-down.ts';
import { isWholeCode } from '../components/whole-code.ts';
import { takeCopyFields } from './copy-field.ts';

/**
 * Small additions by script: codes from e-mails, the zone of a new conference, and fields to copy. Loaded where
 * something has the attribute `data-forms`.
 */
export function takeOverForms(): void {
  takeCopyFields();
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
  const sendWhole = (): void => {
    if (field && isWholeCode(field.value) && field.form!.reportValidity()) field.form!.requestSubmit();
  };
  field?.addEventListener('input', sendWhole);
  // A press of the button after the code was sent by itself would send it twice, and a code works once.
  field?.form!.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener('pageshow', () => {
    isSent = false;
  });
  // Typed before this script had come. What a browser puts back after a step back or a reload was sent already.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type === 'navigate') sendWhole();
  if (document.querySelector('#send-again')) field?.focus();
  const button = document.querySelector<HTMLButtonElement>('#send-again button');
  if (button)
    countDown(button, (seconds) => (button.form!.dataset['wait'] ?? '').replace('{seconds}', String(seconds)));
}

/** Fills in the browser's own zone where a new conference needs one, and says that it was guessed. */
function guessZone(): void {
  const said = document.querySelector<HTMLElement>('[data-zone-guessed]');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (!said || !timeZone || !timeZone.includes('/')) return;
  for (const field of document.querySelectorAll<HTMLInputElement>('[name=timeZone]')) field.value = timeZone;
  said.hidden = false;
}
