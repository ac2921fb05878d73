import { RefusedRequest, api } from './api.ts';
import type { CommentComposer } from './comment-composer.ts';
import type { CommentLoader } from './comment-loader.ts';
import type { ReadingControls } from './reading-controls.ts';
import type { Island } from './thread-island.ts';
import type { CommentList } from '../components/comment-list.ts';
import type { LocaleSettings } from '../components/locale-context.ts';
import type { ThreadActions } from '../components/thread-props.ts';
import type { CommentSource } from '../components/shapes.ts';
import type { TranscriptClient } from '../components/transcript-client.ts';

/** The version of no comment. */
const NO_VERSION = '-';

/** The parts of a live page that its links and forms use. */
export interface LivePage {
  readonly root: HTMLElement;
  readonly island: Island;
  readonly say: LocaleSettings['say'];
  readonly transcript: TranscriptClient;
  readonly comments: CommentList;
  readonly loader: CommentLoader;
  readonly composer: CommentComposer;
  readonly controls: ReadingControls;
  placeOf(commentId: string): string;
  refresh(): void;
  draw(): void;
  refreshMine(): Promise<void>;
  /** Begins the session of a guest, unless there is a session. */
  beGuest(): Promise<void>;
  /** Shows the form for guests again, which keeps its text. */
  signedOut(): void;
}

/** Handlers of the links and forms of a live page. */
export function actionsOf(page: LivePage): ThreadActions {
  const { composer, controls } = page;
  /** Handles a link or form without leaving the page; a refusal is shown at the form, which keeps its text. */
  const on =
    (work: () => Promise<void> | void) =>
    (event: Event): void => {
      event.preventDefault();
      void (async () => {
        try {
          await work();
        } catch (error) {
          if (error instanceof RefusedRequest && error.document.status === 401) page.signedOut();
          const unreachable = { type: 'about:blank', title: page.say('pages.form.unreachable'), status: 0 };
          composer.change({ refusal: error instanceof RefusedRequest ? error.document : unreachable });
          const field = page.root.querySelector<HTMLElement>('[aria-invalid]');
          if (field) field.focus();
          else page.root.querySelector('.refusal')?.scrollIntoView({ block: 'nearest' });
        }
      })();
    };
  return {
    reply: (id) => on(() => composer.reply(id)),
    open: (kind) => on(() => composer.open(kind)),
    unfold: () => composer.change({ isOpen: true }),
    close: (event) => on(() => composer.close())(event),
    edit: (id) => on(() => composer.edit(id)),
    vote: (id, isGiven) =>
      on(async () => {
        await page.beGuest();
        await api.send(isGiven ? 'PUT' : 'DELETE', `/comments/${id}/vote`);
        await page.refreshMine();
      }),
    withdraw: ({ id, revision }) =>
      on(async () => {
        if (!confirm(page.say('pages.thread.sureToWithdraw'))) return;
        const source = await api.get<CommentSource>(`/comments/${id}/source`);
        // Words other than those that were shown are refused as outdated.
        await api.remove(`/comments/${id}`, source.revision === revision ? source.version : NO_VERSION);
        await page.refreshMine();
        void page.transcript.sync();
      }),
    moderate: (event) => {
      const { href } = event.currentTarget as HTMLAnchorElement;
      on(async () =>
        (await import('./moderate.ts')).moderate(href, { say: page.say, done: () => void page.transcript.sync() }),
      )(event);
    },
    moreReplies: (id) =>
      on(async () => {
        await page.loader.replies(id, (replies) => {
          page.transcript.merge(replies);
          page.comments.extendReplies(id, replies);
        });
        page.refresh();
      }),
    send: (event) => on(() => composer.send(event.currentTarget as HTMLFormElement))(event),
    newCode: (event) => on(() => composer.newCode())(event),
    rewrite: (event) =>
      on(() => {
        composer.change({ step: 'write', refusal: null, isOpen: true });
        page.root.querySelector<HTMLElement>('#email')?.focus();
      })(event),
    confirm: (event) => on(() => composer.confirm(event.currentTarget as HTMLFormElement))(event),
    typed: (event) => composer.typed((event.currentTarget as HTMLTextAreaElement).value),
    choose: (kind) => () => composer.choose(kind),
    more: (event) =>
      on(async () => {
        const loaded = await page.loader.more(page.comments.next);
        page.transcript.extend(loaded);
        page.comments.extend(loaded);
        page.refresh();
      })(event),
    sort: (order) => on(async () => (await import('./after-load.ts')).chooseOrder(page, order)),
    reveal: (event) =>
      on(() => {
        page.comments.reveal();
        page.draw();
      })(event),
    quote: (comment) =>
      on(async () => {
        const { quoted } = await import('./quote-comment.ts');
        composer.quote(comment.id, quoted(comment));
      }),
    share: (comment) => on(async () => (await import('./share-dialog.ts')).openShare(page, comment)),
    changeSettings: (change) => controls.set(change),
    panel: (event) => controls.toggled((event.currentTarget as HTMLDetailsElement).open),
    goBack: (event) => on(() => controls.goBack())(event),
    again: ({ path, comment, key }) => on(() => composer.post(path, comment, key)),
    takeBack: (item) => on(() => composer.takeBack(item)),
  };
}
