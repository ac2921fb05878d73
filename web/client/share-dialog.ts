import type { Words } from '../../locales/words.ts';

/** An address of this forum to share. */
export interface ShareLink {
  url: string;
  title: string;
  qr: string;
}

/** A dialog with the address, ways to share it without another service, and its QR code for a phone nearby. */
export function openShare({ url, title, qr }: ShareLink, say: Words): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'share';
  dialog.setAttribute('aria-label', say('pages.reading.share'));
  const field = document.createElement('input');
  Object.assign(field, { readOnly: true, value: url });
  field.setAttribute('aria-label', say('pages.reading.link'));
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const picture = document.createElement('img');
  Object.assign(picture, { src: qr, alt: say('pages.reading.qr'), width: 200, height: 200 });
  const row = document.createElement('p');
  row.append(
    button(
      say('pages.reading.copy'),
      () =>
        void copy(field).then((done) => {
          status.textContent = say(done ? 'pages.reading.copied' : 'pages.reading.copyYourself');
        }),
    ),
    ...('share' in navigator
      ? [button(say('pages.reading.native'), () => void navigator.share({ url, title }).catch(() => undefined))]
      : []),
    button(say('pages.reading.close'), () => dialog.close()),
  );
  dialog.append(field, row, status, picture);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.addEventListener('click', act);
  return made;
}

/** Without https the clipboard is not available; the field is selected then, to be copied by hand. */
async function copy(field: HTMLInputElement): Promise<boolean> {
  field.select();
  return navigator.clipboard
    ? navigator.clipboard.writeText(field.value).then(
        () => true,
        () => false,
      )
    : false;
}
