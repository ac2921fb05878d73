import { copy } from './copy-field.ts';
import { openDialog } from './open-dialog.ts';
import type { Island } from './thread-island.ts';
import type { CommentShape } from '../components/shapes.ts';
import { formsOf } from '../components/thread-props.ts';
import type { Words } from '../../locales/words.ts';

/** The part of a live page that sharing needs. */
interface SharedPage {
  readonly island: Pick<Island, 'here' | 'thread'>;
  readonly say: Words;
  placeOf(commentId: string): string;
}

/**
 * A dialog with the address of a comment, or of the thread, ways to share it without another service, and its QR code
 * for a phone nearby.
 */
export function openShare(page: SharedPage, comment: CommentShape | null): void {
  const { island, say } = page;
  const { here, thread } = island;
  const url = new URL(comment === null ? here : page.placeOf(comment.id), location.href).href;
  const { title } = thread;
  const qr = `${formsOf(island)}/qr.svg${comment === null ? '' : `?comment=${comment.id}`}`;
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
  const dialog = openDialog(field, row, status, picture);
  dialog.classList.add('share');
  dialog.setAttribute('aria-label', say('pages.reading.share'));
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.addEventListener('click', act);
  return made;
}
