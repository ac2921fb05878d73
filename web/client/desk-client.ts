import { connect, LiveSection } from './live-section.ts';
import { showToasts } from './toasts.ts';

/** The desk: every change is shown at once; forms are sent without leaving; keys move and act. */
export function takeOverDesk(): void {
  const desk = document.getElementById('desk');
  if (!desk) return;
  const threadId = desk.dataset['thread']!;
  showToasts(desk);
  const redrawn = new LiveSection('desk', () => showToasts(redrawn.root));
  connect(redrawn, 'desk:join', threadId).on('desk:bell', () => void redrawn.look());
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!redrawn.root.contains(form) && !form.closest('.toasts')) return;
    event.preventDefault();
    void redrawn.whileSending(() => send(redrawn, form));
  });
  document.addEventListener('keydown', (event) => {
    if (
      event.target instanceof HTMLInputElement ||
      event.target instanceof HTMLTextAreaElement ||
      event.target instanceof HTMLSelectElement ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    const cards = [...redrawn.root.querySelectorAll<HTMLElement>('[id^="q-"]')];
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    if (event.key === 'j' || event.key === 'k')
      cards[Math.max(0, Math.min(cards.length - 1, at + (event.key === 'j' ? 1 : -1)))]?.focus();
    if (event.key === 't')
      cards
        .slice(Math.max(at, 0))
        .map((card) => card.querySelector<HTMLElement>('[data-act=taken]'))
        .find(Boolean)
        ?.click();
    const here = cards[at] ?? cards[0];
    if (event.key === 'w') unfold(here?.querySelector('details:has([name=body])'), '[name=body]');
    if (event.key === 'd') unfold(here?.querySelector('details[id^="m-"]'), '[name=reason]');
    if (event.key === 'b') redrawn.root.querySelector<HTMLElement>('.own-taken [data-act=open]')?.click();
    if (event.key === 'a') redrawn.root.querySelector<HTMLElement>('[data-act=answered]')?.click();
  });
}

const sending = new WeakSet<HTMLFormElement>();

/** Sends a form and shows the desk that answers it. Whatever is refused, the form keeps what was typed. */
async function send(redrawn: LiveSection, form: HTMLFormElement): Promise<void> {
  if (sending.has(form)) return;
  sending.add(form);
  const body = new URLSearchParams(
    [...new FormData(form)].map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : '']),
  );
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
    const html = await response.text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    form.closest('.toast')?.remove();
    if (page.getElementById('desk')) redrawn.take(html, { form, isDone: response.ok });
    else refuse(form, page);
    // The question that was taken is next to be talked about.
    if (response.ok && body.get('act') === 'taken') redrawn.root.querySelector<HTMLElement>('.own-taken')?.focus();
  } catch {
    redrawn.showLost(true);
  }
  sending.delete(form);
}

/** Shows in a form what another page says of it: that the session has ended, a limit, or a fault of the server. */
function refuse(form: HTMLFormElement, page: Document): void {
  form.querySelector('.refusal')?.remove();
  const refusal = document.createElement('div');
  refusal.className = 'refusal';
  refusal.setAttribute('role', 'alert');
  const signIn = page.querySelector<HTMLAnchorElement>('main a[href^="/sign-in"]');
  if (signIn) signIn.target = '_blank';
  refusal.append(...[...page.querySelectorAll('main > :is(h1, .lead)')].map(asParagraph), ...(signIn ? [signIn] : []));
  form.prepend(refusal);
}

function asParagraph({ textContent }: Element): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = textContent;
  return paragraph;
}

/** Opens what a key asked for and focuses its field; the key itself is not typed there. */
function unfold(details: HTMLDetailsElement | null | undefined, field: string): void {
  if (!details) return;
  details.open = true;
  setTimeout(() => details.querySelector<HTMLElement>(field)?.focus(), 0);
}
