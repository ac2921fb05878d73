import { hydrate, render } from 'preact';
import { wordsFrom, type Locale } from '../locales/words.ts';
import { api, framed, Refused } from './api.ts';
import { habits, keepHabits, showSize } from './habits.ts';
import { takeKeys } from './keys.ts';
import { takeDrawn } from './moment.tsx';
import { keepPlace, keptPlace } from './place-kept.ts';
import { Reading } from './reading.ts';
import { Saying } from './saying.ts';
import { Scene, type SceneValue } from './scene.ts';
import type { Changes, Comment, CommentsPage, Mine, Persona, Sort, Thread } from './shapes.ts';
import { Summaries } from './summaries.ts';
import type { Aside, ThreadActions, ThreadProps } from './thread-props.ts';
import { ThreadLine } from './thread-line.ts';
import { ThreadView } from './thread-view.tsx';
import { TranscriptClient } from './transcript-client.ts';

/** What the server left in the page for the script. */
export interface Island { page: CommentsPage; thread: Thread; here: string; sort: Sort; timeZone: string; locale: Locale; mine: Mine | null; personas: Persona[]; questions: Comment[]; conferenceId: string; words: Record<string, string>; archiveUrl: string | null; embed?: { mode: 'thread' | 'questions'; sites: string[] } }

const PAGE = 50;
/** What may become of one's question. */
const ENDINGS = ['answered', 'declined', 'merged', 'expired'];

/** Makes a thread's page live: takes over what the server rendered, listens, and does its forms without leaving the page. */
export function takeOverThread(root: HTMLElement, island: Island): void {
  new ThreadClient(root, island, Date.now).begin();
}

class ThreadClient {
  private readonly client: TranscriptClient;
  private readonly reading: Reading;
  private readonly say;
  /** The same for every drawing: what hangs on it is drawn again when it changes. */
  private readonly scene: SceneValue;
  private readonly saying: Saying;
  private mine: Mine | null;
  private personas: Persona[];
  private readers = 0;
  private word: ThreadProps['word'];
  private pages = 1;
  private wasTaken = false;
  private scheduled = false;
  private habits = habits();
  private isPanelOpen = false;
  private Panel: Aside['Panel'] = null;
  private readonly place: string | null;
  private readonly summaries: Summaries;
  private heard = '';
  private line: ThreadLine | undefined;

  constructor(private readonly root: HTMLElement, private readonly island: Island, private readonly now: () => number) {
    this.mine = island.mine;
    this.personas = island.personas;
    this.say = wordsFrom(island.words, island.locale);
    this.scene = { locale: island.locale, say: this.say, timeZone: island.timeZone };
    const { id } = island.thread;
    this.client = new TranscriptClient(
      { load: () => this.loadAll(), changes: (after) => api.get<Changes>(`/threads/${id}/changes?after=${after}`) },
      { changed: () => this.refresh(), reloaded: (pages) => {
        this.reading.begin(pages);
        void this.loadAside().catch(() => undefined);
      } },
      () => new Promise((resolve) => { setTimeout(resolve, 500 + Math.random() * 9_500); }),
    );
    this.client.begin(island.page, island.thread);
    this.reading = new Reading(this.client, island.sort);
    this.client.mergeQuietly(island.questions);
    this.reading.begin([island.page]);
    this.saying = new Saying({
      root, threadId: id, conferenceId: island.conferenceId, asksOnly: asksOnly(island), isFramed: island.embed !== undefined,
      now, mine: () => this.mine, personas: () => this.personas, draw: () => this.draw(), refreshMine: () => this.refreshMine(),
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
    this.summaries = new Summaries(island.page.seq, () => this.habits.tellEvery * 1_000, (count) => this.hear(count));
    this.place = island.embed ? null : keptPlace(id);
  }

  begin(): void {
    this.saying.begin(new URLSearchParams(location.search).get('reply'));
    showSize(this.habits);
    takeDrawn(this.root);
    this.draw();
    setTimeout(() => {
      // What the server did not draw.
      this.saying.takeUp();
      this.attend();
    });
  }

  /** From here on it lives. */
  private attend(): void {
    takeKeys(this.root, { areWanted: () => this.habits.keys, help: () => this.openPanel() });
    this.openLinked();
    if (this.island.embed) {
      framed.begin();
      if (framed.token() !== null) void this.refreshMine().catch(() => undefined);
    } else keepPlace(this.root, this.island.thread.id);
    setTimeout(() => this.listen());
  }

  private listen(): void {
    // Nothing happens in an archived thread any more: it costs no connection.
    if (this.island.thread.state === 'archived') return;
    this.line = new ThreadLine(this.island.thread.id, this.habits.calm, {
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
    }, this.now, this.island.embed && framed.token);
  }

  /** The same sentence twice is not read aloud twice, so every second one ends in a space that nobody sees. */
  private hear(count: number): void {
    const words = this.say('pages.thread.new', { count });
    this.heard = this.heard === words ? `${words}\u00A0` : words;
    this.draw();
  }

  /** A link to a comment that is further on in the thread opens at it, on a page of its own. */
  private openLinked(): void {
    const id = /^#c-([\da-f-]{36})$/.exec(location.hash)?.[1];
    if (id && !this.island.embed && !document.getElementById(`c-${id}`)) location.replace(this.placeOf(id));
  }

  private placeOf(id: string): string {
    return `${this.island.here}?comment=${id}#c-${id}`;
  }

  private openPanel(): void {
    this.isPanelOpen = true;
    this.draw();
    this.root.querySelector<HTMLElement>('#reading summary')?.focus();
  }

  /** Many changes make one drawing. New comments at the end of what is read push nothing away, so they show at once. */
  private refresh(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.summaries.see(this.client.rows.values());
      if (this.reading.canAppend && this.island.sort !== 'newest' && this.endIsVisible() && !this.isWriting()) this.reading.reveal();
      this.draw();
    });
  }

  private endIsVisible(): boolean {
    if (document.visibilityState !== 'visible') return false;
    const list = this.root.querySelector('ol.comments');
    return !list || list.getBoundingClientRect().bottom <= innerHeight + 40;
  }

  /** Whoever is writing would see the form move away under their hands. */
  private isWriting(): boolean {
    return this.root.querySelector('.write :is(textarea, input, select):focus') !== null;
  }

  private draw(): void {
    const { here, sort, archiveUrl } = this.island;
    const props: ThreadProps = { thread: this.client.thread ?? this.island.thread, here, sort, mine: this.mine, personas: this.personas, archiveUrl, word: this.word, embedded: this.island.embed?.mode };
    const aside: Aside = { habits: this.habits, isOpen: this.isPanelOpen, place: this.place, outgoing: this.saying.outbox.items, lostSince: this.line?.lostSince ?? null, heard: this.heard, Panel: this.Panel };
    const view = (known: Aside | null) => (
      <Scene.Provider value={this.scene}>
        <ThreadView props={props} reading={this.reading} draft={this.saying.draft} actions={this.actions} readers={known ? this.readers : 0} aside={known} />
      </Scene.Provider>
    );
    // First exactly what the server drew, and then, when the browser has taken a breath, what only a script knows.
    if (this.wasTaken) render(view(aside), this.root);
    else hydrate(view(null), this.root);
    this.wasTaken = true;
  }

  private readonly actions: ThreadActions = {
    reply: (id) => this.on(() => this.saying.reply(id)),
    edit: (id) => this.on(() => this.saying.edit(id)),
    vote: (id, on) => this.on(async () => {
      await api.send(on ? 'PUT' : 'DELETE', `/comments/${id}/vote`);
      await this.refreshMine();
    }),
    withdraw: (id) => this.on(async () => {
      if (!confirm(this.say('pages.thread.sureToWithdraw'))) return;
      await api.send('DELETE', `/comments/${id}`);
      await this.refreshMine();
      void this.client.sync();
    }),
    moreReplies: (id) => this.on(async () => {
      let next: string | null = '';
      while (next !== null) {
        const page: { items: Comment[]; next: string | null } = await api.get(`/comments/${id}/replies?limit=100${next && `&cursor=${encodeURIComponent(next)}`}`);
        this.client.merge(page.items);
        this.reading.extendReplies(id, page.items);
        next = page.next;
      }
      this.refresh();
    }),
    send: (event) => this.on(() => this.saying.send(event.currentTarget as HTMLFormElement))(event),
    confirm: (event) => this.on(() => this.saying.confirm(event.currentTarget as HTMLFormElement))(event),
    typed: (event) => this.saying.typed((event.currentTarget as HTMLTextAreaElement).value),
    choose: (kind) => () => this.saying.choose(kind),
    more: (event) => this.on(async () => {
      const page = await this.loadPage(this.reading.next);
      this.pages += 1;
      this.client.extend(page);
      this.reading.extend(page);
      this.refresh();
    })(event),
    reveal: (event) => this.on(() => {
      this.reading.reveal();
      this.draw();
    })(event),
    quote: (comment) => this.on(async () => {
      const { quoted } = await import('./quoted.ts');
      this.saying.quote(comment.id, quoted(comment));
    }),
    share: (comment) => this.on(async () => {
      const { openShare } = await import('./share-client.ts');
      const { here, thread } = this.island;
      openShare({ url: new URL(comment === null ? here : this.placeOf(comment.id), location.href).href, title: thread.title, qr: `${here}/qr.svg${comment === null ? '' : `?comment=${comment.id}`}` }, this.say);
    }),
    habit: (change) => {
      this.habits = { ...this.habits, ...change };
      keepHabits(this.habits);
      if (change.calm !== undefined) this.line?.calm(change.calm);
      if (change.calm) this.readers = 0;
      this.refresh();
    },
    panel: (event) => {
      this.isPanelOpen = (event.currentTarget as HTMLDetailsElement).open;
      if (this.isPanelOpen && !this.Panel) void import('./reading-panel.tsx').then(({ ReadingPanel }) => {
        this.Panel = ReadingPanel;
        this.draw();
      });
    },
    goBack: (event) => this.on(() => {
      const there = document.getElementById(`c-${this.place ?? ''}`);
      if (!there) return location.assign(this.placeOf(this.place ?? ''));
      there.scrollIntoView({ block: 'start' });
      there.focus({ preventScroll: true });
    })(event),
    again: ({ door, comment, key }) => this.on(() => this.saying.post(door, comment, key)),
    takeBack: (item) => this.on(() => this.saying.takeBack(item)),
  };

  /** Does what a link or form asks for without leaving the page; a refusal is shown at the form, which keeps its text. */
  private on(work: () => Promise<void> | void): (event: Event) => void {
    return (event) => {
      event.preventDefault();
      void (async () => {
        try {
          await work();
        } catch (error) {
          if (error instanceof Refused) this.saying.change({ refusal: error.document });
          else this.saying.change({ refusal: { type: 'about:blank', title: this.say('pages.form.unreachable'), status: 0 } });
          this.root.querySelector('.refusal')?.scrollIntoView({ block: 'nearest' });
        }
      })();
    };
  }

  private async refreshMine(): Promise<void> {
    this.mine = await api.get<Mine>(`/threads/${this.island.thread.id}/mine`);
    const me = await api.get<{ personas: (Persona & { conferenceId: string })[] }>('/me');
    this.personas = me.personas.filter(({ conferenceId }) => conferenceId === this.island.conferenceId);
    this.draw();
  }

  private loadPage(cursor: string | null): Promise<CommentsPage> {
    const query = new URLSearchParams({ sort: this.island.sort, limit: String(PAGE), ...(cursor === null ? {} : { cursor }) });
    return api.get(`/threads/${this.island.thread.id}/comments?${query.toString()}`);
  }

  /** After a reset all rows are forgotten, also those that stand above the thread wherever they are in it. */
  private async loadAside(): Promise<void> {
    const { items } = await api.get<CommentsPage>(`/threads/${this.island.thread.id}/comments?kind=question&sort=top&limit=100`);
    this.client.merge(items);
    const said = this.client.thread?.announcementId;
    if (said) this.client.merge([await api.get<Comment>(`/comments/${said}`)]);
  }

  private async loadAll(): Promise<CommentsPage[]> {
    const pages = [await this.loadPage(null)];
    while (pages.length < this.pages && pages.at(-1)!.next !== null) pages.push(await this.loadPage(pages.at(-1)!.next));
    return pages;
  }
}

/** Before the talk there is only asking, and so beside the queue of its questions. */
const asksOnly = (island: Island): boolean => island.thread.state === 'questions' || island.embed?.mode === 'questions';
