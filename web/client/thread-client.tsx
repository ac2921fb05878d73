import { hydrate, render } from 'preact';
import { wordsFrom } from '../../locales/words.ts';
import { framed } from './api.ts';
import { CommentComposer } from './comment-composer.ts';
import { CommentLoader } from './comment-loader.ts';
import { CommentSummaries } from './comment-summaries.ts';
import { showAccount } from './account-link.ts';
import { addKeyboardShortcuts } from './shortcut-keys.ts';
import { drawBanner } from './draw-banner.tsx';
import { loadPersonal } from './load-personal.ts';
import { dropFolded, dropOutdated, propsOf } from './props-of-island.ts';
import { ReadingControls } from './reading-controls.ts';
import { actionsOf, type LivePage } from './thread-actions.ts';
import { transcriptOf } from './thread-transcript.ts';
import { ThreadConnection } from './thread-connection.ts';
import { asksOnly, type Island } from './thread-island.ts';
import { endIsInSight, isWriting } from './viewport.ts';
import { hydrateOnTouch } from '../components/comment-branch.tsx';
import { CommentList } from '../components/comment-list.ts';
import { guestMay } from '../components/guests.ts';
import { reuseServerTimes, rewordTime } from '../components/date-time.tsx';
import { chooseLocale } from '../components/locale-context.ts';
import type { MineShape, PersonaShape } from '../components/shapes.ts';
import type { ClientState, ThreadActions, ThreadProps } from '../components/thread-props.ts';
import { ThreadView } from '../components/thread-view.tsx';
import type { TranscriptClient } from '../components/transcript-client.ts';

/** Makes a thread's page live: takes over what the server rendered, connects, and sends its forms in place. */
export function takeOverThread(root: HTMLElement, island: Island): void {
  new ThreadClient(root, island, Date.now).begin();
}

class ThreadClient implements LivePage {
  readonly transcript: TranscriptClient;
  readonly comments: CommentList;
  readonly say;
  readonly composer: CommentComposer;
  private mine: MineShape | null;
  private personas: PersonaShape[];
  private readers = 0;
  private word: ThreadProps['word'];
  readonly loader: CommentLoader;
  private wasTaken = false;
  private scheduled = false;
  readonly controls: ReadingControls;
  private readonly summaries: CommentSummaries;
  private announced = '';
  private sinceVisit: ClientState['sinceVisit'] = null;
  private connection: ThreadConnection | undefined;
  private readonly actions: ThreadActions;
  readonly keepsPlace: boolean;

  constructor(
    readonly root: HTMLElement,
    readonly island: Island,
    readonly now: () => number,
  ) {
    this.keepsPlace = !island.embed && !island.branch;
    [this.mine, this.personas] = [island.mine, island.personas];
    this.say = wordsFrom(island.words, island.locale);
    chooseLocale({ locale: island.locale, say: this.say, timeZone: island.timeZone });
    const { id } = island.thread;
    this.loader = new CommentLoader(id, island.sort, island);
    this.transcript = transcriptOf(id, this.loader, {
      changed: () => this.refresh(),
      reloaded: (pages) => this.comments.begin(pages),
    });
    this.transcript.begin(island.page, island.thread);
    this.comments = new CommentList(this.transcript, island.sort, island.branch);
    this.transcript.mergeQuietly(island.questions);
    this.comments.begin([island.page]);
    this.composer = new CommentComposer({
      root,
      threadId: id,
      asksOnly: asksOnly(island),
      isFramed: island.embed !== undefined,
      page: this,
      now,
      newest: () => this.transcript.n,
      rows: () => this.transcript.rows.values(),
      mine: () => this.mine,
      personas: () => this.personas,
      draw: () => this.draw(),
      refreshMine: () => this.refreshMine(),
      beGuest: () => this.beGuest(),
      guestMay: (act) =>
        island.embed === undefined && guestMay(act, this.transcript.thread ?? island.thread, this.mine),
      took: (comment) => {
        if (comment.seq === null) return;
        this.transcript.merge([comment]);
        this.comments.reveal(comment.id);
      },
      signedIn: async () => {
        this.connection?.reconnect();
        await this.refreshMine();
        await this.transcript.sync();
        this.comments.reveal();
      },
    });
    this.summaries = new CommentSummaries(
      island.page.seq,
      () => this.controls.settings.tellEvery * 1_000,
      (count) => this.announce(count),
    );
    this.controls = new ReadingControls({
      root,
      threadId: id,
      keepsPlace: this.keepsPlace,
      placeOf: (comment) => this.placeOf(comment),
      draw: () => this.draw(),
      calm: (isCalm) => {
        this.connection?.calm(isCalm);
        if (isCalm) this.readers = 0;
      },
    });
    this.actions = actionsOf(this);
  }

  begin(): void {
    this.composer.begin(new URLSearchParams(location.search));
    this.controls.begin();
    reuseServerTimes(this.root);
    hydrateOnTouch(this.root);
    dropFolded();
    this.draw();
    setTimeout(() => {
      this.composer.takeUp();
      this.attend();
    });
  }

  /** Starts the live updates. */
  private attend(): void {
    addKeyboardShortcuts(this.root, {
      areEnabled: () => this.controls.settings.keys,
      help: () => this.controls.open(),
    });
    if (this.island.embed) {
      framed.begin();
      if (framed.token() !== null) void this.refreshMine().catch(() => undefined);
    }
    document.querySelector('#share')?.addEventListener('click', this.actions.share(null));
    void this.attendLater();
    setTimeout(() => this.listen());
  }

  private async attendLater(): Promise<void> {
    this.sinceVisit = (await import('./after-load.ts')).afterLoad(this, rewordTime);
    if (this.sinceVisit) this.draw();
  }

  private listen(): void {
    // An archived thread never changes, so it needs no connection.
    if (this.island.thread.state === 'archived') return;
    this.connection = new ThreadConnection(
      this.island.thread.id,
      this.controls.settings.calm,
      {
        missed: () => this.transcript.sync(),
        frame: (frame) => this.transcript.frame(frame),
        presence: (readers, seq) => {
          this.readers = readers;
          this.transcript.presence(seq);
          this.refresh();
        },
        notice: (word) => {
          this.word = word;
          this.refresh();
        },
        signedOut: () => this.signedOut(),
        changed: () => this.draw(),
      },
      this.now,
      this.island.embed && framed.token,
    );
  }

  /** Screen readers skip a repeated sentence, so every second one ends in an invisible space. */
  private announce(count: number): void {
    const words = this.say('pages.thread.new', { count });
    this.announced = this.announced === words ? `${words}\u00A0` : words;
    this.draw();
  }

  placeOf(id: string): string {
    return `${this.island.here}?comment=${id}#c-${id}`;
  }

  /** Draws once for many changes. New comments at the end of the visible part move nothing, so they show at once. */
  refresh(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.summaries.see(this.transcript.rows.values());
      if (this.transcript.n > this.island.page.seq) dropOutdated(this.island, this.transcript.rows);
      if (this.comments.canAppend && this.island.sort !== 'newest' && endIsInSight(this.root) && !isWriting(this.root))
        this.comments.reveal();
      this.draw();
    });
  }

  draw(): void {
    for (const id of this.composer.arrived()) this.comments.reveal(id);
    const { mine, personas, word } = this;
    const props = propsOf(this.island, { thread: this.transcript.thread ?? this.island.thread, mine, personas, word });
    const view = (known: ClientState | null) => (
      <ThreadView
        props={props}
        commentList={this.comments}
        draft={this.composer.draft}
        actions={this.actions}
        client={known}
      />
    );
    // First exactly what the server drew, then, in a later turn, what only a script knows.
    if (this.wasTaken) drawBanner(props);
    if (this.wasTaken) render(view(this.state()), this.root);
    else hydrate(view(null), this.root);
    this.wasTaken = true;
  }

  private state(): ClientState {
    const { announced, readers, sinceVisit } = this;
    const { items: outgoing } = this.composer.outbox;
    const lostSince = this.connection?.lostSince ?? null;
    return { ...this.controls.shown(), outgoing, lostSince, announced, readers, sinceVisit };
  }

  async refreshMine(): Promise<void> {
    [this.mine, this.personas] = await loadPersonal(this.island);
    showAccount(true, this.say);
    this.draw();
  }

  async beGuest(): Promise<void> {
    if (this.mine) return;
    await (await import('./begin-guest.ts')).beginGuest();
    this.connection?.reconnect();
    await this.refreshMine();
  }

  signedOut(): void {
    if (this.mine === null) return;
    [this.mine, this.personas] = [null, []];
    showAccount(false, this.say);
    this.draw();
  }
}
