import { hydrate, render } from 'preact';
import { wordsFrom } from '../../locales/words.ts';
import { api, framed } from './api.ts';
import { CommentComposer } from './comment-composer.ts';
import { CommentLoader } from './comment-loader.ts';
import { CommentSummaries } from './comment-summaries.ts';
import { takeKeys } from './keyboard-shortcuts.ts';
import { loadPersonal } from './load-personal.ts';
import { pauseBeforeRetry } from './pause-before-retry.ts';
import { ReadingControls } from './reading-controls.ts';
import { actionsOf, type LivePage } from './thread-actions.ts';
import { ThreadConnection } from './thread-connection.ts';
import { asksOnly, type Island } from './thread-island.ts';
import { endIsInSight, isWriting, linkedElsewhere } from './viewport.ts';
import { wakeWhatIsTouched } from '../components/comment-branch.tsx';
import { CommentList } from '../components/comment-list.ts';
import { reuseServerTimes } from '../components/date-time.tsx';
import { LocaleContext, type LocaleSettings } from '../components/locale-context.ts';
import type { Changes, Mine, Persona } from '../components/shapes.ts';
import type { Aside, ThreadActions, ThreadProps } from '../components/thread-props.ts';
import { ThreadView } from '../components/thread-view.tsx';
import { TranscriptClient } from '../components/transcript-client.ts';

/** Final statuses of a question. */
const ENDINGS = ['answered', 'declined', 'merged', 'expired'];

/** Makes a thread's page live: takes over what the server rendered, connects, and sends its forms in place. */
export function takeOverThread(root: HTMLElement, island: Island): void {
  new ThreadClient(root, island, Date.now).begin();
}

class ThreadClient implements LivePage {
  readonly client: TranscriptClient;
  readonly reading: CommentList;
  readonly say;
  /** One object for every drawing, because a changed one would redraw all that depends on it. */
  private readonly scene: LocaleSettings;
  readonly saying: CommentComposer;
  private mine: Mine | null;
  private personas: Persona[];
  private readers = 0;
  private word: ThreadProps['word'];
  readonly loading: CommentLoader;
  private wasTaken = false;
  private scheduled = false;
  readonly own: ReadingControls;
  private readonly summaries: CommentSummaries;
  private heard = '';
  private line: ThreadConnection | undefined;
  private readonly actions: ThreadActions;

  constructor(
    readonly root: HTMLElement,
    readonly island: Island,
    private readonly now: () => number,
  ) {
    this.mine = island.mine;
    this.personas = island.personas;
    this.say = wordsFrom(island.words, island.locale);
    this.scene = { locale: island.locale, say: this.say, timeZone: island.timeZone };
    const { id } = island.thread;
    this.loading = new CommentLoader(id, island.sort);
    this.client = new TranscriptClient(
      { load: () => this.loading.all(), changes: (after) => api.get<Changes>(`/threads/${id}/changes?after=${after}`) },
      {
        changed: () => this.refresh(),
        reloaded: (pages) => {
          this.reading.begin(pages);
          // After a reset all rows are dropped, also those above the thread.
          void this.loading.aside(this.client.thread?.announcementId ?? null).then(
            (rows) => this.client.merge(rows),
            () => undefined,
          );
        },
      },
      pauseBeforeRetry,
    );
    this.client.begin(island.page, island.thread);
    this.reading = new CommentList(this.client, island.sort);
    this.client.mergeQuietly(island.questions);
    this.reading.begin([island.page]);
    this.saying = new CommentComposer({
      root,
      threadId: id,
      conferenceId: island.conferenceId,
      asksOnly: asksOnly(island),
      isFramed: island.embed !== undefined,
      now,
      newest: () => this.client.n,
      rows: () => this.client.rows.values(),
      mine: () => this.mine,
      personas: () => this.personas,
      draw: () => this.draw(),
      refreshMine: () => this.refreshMine(),
      took: (comment) => {
        if (comment.seq === null) return;
        this.client.merge([comment]);
        this.reading.reveal(comment.id);
      },
      signedIn: async () => {
        this.line?.reconnect();
        await this.refreshMine();
        await this.client.sync();
        this.reading.reveal();
      },
    });
    this.summaries = new CommentSummaries(
      island.page.seq,
      () => this.own.habits.tellEvery * 1_000,
      (count) => this.hear(count),
    );
    this.own = new ReadingControls({
      root,
      threadId: id,
      keepsPlace: island.embed === undefined,
      placeOf: (comment) => this.placeOf(comment),
      draw: () => this.draw(),
      calm: (isCalm) => {
        this.line?.calm(isCalm);
        if (isCalm) this.readers = 0;
      },
    });
    this.actions = actionsOf(this);
  }

  begin(): void {
    this.saying.begin(new URLSearchParams(location.search).get('reply'));
    this.own.begin();
    reuseServerTimes(this.root);
    wakeWhatIsTouched(this.root);
    this.draw();
    setTimeout(() => {
      // What the server did not draw.
      this.saying.takeUp();
      this.attend();
    });
  }

  /** Starts the live updates. */
  private attend(): void {
    takeKeys(this.root, { areWanted: () => this.own.habits.keys, help: () => this.own.open() });
    if (this.island.embed) {
      framed.begin();
      if (framed.token() !== null) void this.refreshMine().catch(() => undefined);
    } else {
      const linked = linkedElsewhere();
      if (linked !== null) location.replace(this.placeOf(linked));
    }
    setTimeout(() => this.listen());
  }

  private listen(): void {
    // An archived thread never changes, so it needs no connection.
    if (this.island.thread.state === 'archived') return;
    this.line = new ThreadConnection(
      this.island.thread.id,
      this.own.habits.calm,
      {
        opened: () => void this.client.sync(),
        frame: (frame) => this.client.frame(frame),
        presence: (readers, seq) => {
          this.readers = readers;
          this.client.presence(seq);
          this.refresh();
        },
        notice: (word) => {
          if (!ENDINGS.includes(word.kind)) return;
          this.word = word;
          this.refresh();
        },
        changed: () => this.draw(),
      },
      this.now,
      this.island.embed && framed.token,
    );
  }

  /** Screen readers skip a repeated sentence, so every second one ends in an invisible space. */
  private hear(count: number): void {
    const words = this.say('pages.thread.new', { count });
    this.heard = this.heard === words ? `${words}\u00A0` : words;
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
      this.summaries.see(this.client.rows.values());
      if (this.reading.canAppend && this.island.sort !== 'newest' && endIsInSight(this.root) && !isWriting(this.root))
        this.reading.reveal();
      this.draw();
    });
  }

  draw(): void {
    for (const id of this.saying.arrived()) this.reading.reveal(id);
    const { here, sort, archiveUrl } = this.island;
    const props: ThreadProps = {
      thread: this.client.thread ?? this.island.thread,
      here,
      sort,
      mine: this.mine,
      personas: this.personas,
      archiveUrl,
      word: this.word,
      embedded: this.island.embed?.mode,
    };
    const aside: Aside = {
      habits: this.own.habits,
      isOpen: this.own.isOpen,
      place: this.own.place,
      outgoing: this.saying.outbox.items,
      lostSince: this.line?.lostSince ?? null,
      heard: this.heard,
      Panel: this.own.Panel,
    };
    const view = (known: Aside | null) => (
      <LocaleContext.Provider value={this.scene}>
        <ThreadView
          props={props}
          reading={this.reading}
          draft={this.saying.draft}
          actions={this.actions}
          readers={known ? this.readers : 0}
          aside={known}
        />
      </LocaleContext.Provider>
    );
    // First exactly what the server drew, then, in a later turn, what only a script knows.
    if (this.wasTaken) render(view(aside), this.root);
    else hydrate(view(null), this.root);
    this.wasTaken = true;
  }

  async refreshMine(): Promise<void> {
    [this.mine, this.personas] = await loadPersonal(this.island);
    this.draw();
  }
}
