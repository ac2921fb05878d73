import { openDialog } from './open-dialog.ts';
import { showToasts } from './toasts.ts';
import type { Words } from '../../locales/words.ts';

/**
 * Shows a moderator's form as a dialog over the thread, sends it in place, and says what was done. The form, its
 * refusals and the notice are those that the server draws for browsers without a script. Loaded at the first press.
 */
export async function moderate(href: string, { say, done }: { say: Words; done: () => void }): Promise<void> {
  const form = (await pageAt(href)).querySelector('#moderation');
  // Signing in again, for instance, is a page of its own.
  if (!form) return location.assign(href);
  const dialog = openDialog();
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: say('pages.form.cancel'),
  });
  close.addEventListener('click', () => dialog.close());
  const put = (content: Element): void => {
    dialog.replaceChildren(content);
    const title = content.querySelector('h1');
    if (title) {
      title.id = 'moderation-title';
      dialog.setAttribute('aria-labelledby', title.id);
    }
    content.querySelector('.send')?.prepend(close);
  };
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    void (async () => {
      try {
        const said = await send(event.target as HTMLFormElement, dialog, put);
        if (said === null) return;
        dialog.close();
        sayDone(said, done);
      } catch {
        refuse(dialog, say('pages.form.unreachable'));
      }
    })();
  });
  put(form);
  showToasts(dialog);
  dialog.querySelector<HTMLElement>('select, textarea')?.focus();
}

/** The notice of what was done; null for a refusal, which is shown with what was typed. */
async function send(
  form: HTMLFormElement,
  dialog: HTMLElement,
  put: (content: Element) => void,
): Promise<Element | null> {
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const answer = await pageAt(form.action, { method: 'POST', body: fields });
  const again = answer.querySelector('#moderation');
  const said = answer.querySelector('#said');
  if (again) put(again);
  else if (!said) refuse(dialog, answer.querySelector('main')?.textContent ?? '');
  return said;
}

/** Says what was done; the form that undoes it is sent in place, too. */
function sayDone(said: Element, done: () => void): void {
  showToasts(said);
  done();
  const form = document.querySelector<HTMLFormElement>('.toasts form');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void undo(form, done);
  });
}

/** Undoes an act; a refusal takes the place of the button. */
async function undo(form: HTMLFormElement, done: () => void): Promise<void> {
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  try {
    const answer = await pageAt(form.action, { method: 'POST', body: fields });
    const said = answer.querySelector('#said');
    if (said) sayDone(said, done);
    else form.replaceWith(answer.querySelector('h1')?.textContent ?? '');
  } catch {
    form.submit();
  }
}

async function pageAt(url: string, how?: RequestInit): Promise<Document> {
  const response = await fetch(url, { ...how, headers: { accept: 'text/html' } });
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function refuse(dialog: HTMLElement, text: string): void {
  dialog.querySelector('.refusal')?.remove();
  const refusal = Object.assign(document.createElement('p'), { className: 'refusal', textContent: text });
  refusal.setAttribute('role', 'alert');
  dialog.querySelector('form')?.prepend(refusal);
}
