import type { Changes, Comment, CommentsPage, Thread } from './shapes.ts';

/** How a client reaches the server; each call may fail and is then made again. */
export interface TranscriptSource {
  /** Every page that is shown, from its first to its last. */
  load(): Promise<CommentsPage[]>;
  changes(after: number): Promise<Changes>;
}

/**
 * Holds a thread as the changes protocol of the API wants it: rows only move forward, the own number may be behind what
 * is held and never ahead. Whatever was missed (a frame, the network, the server, a deploy) is asked for again, so that
 * in the end the rows equal the database's. Knows nothing of the page.
 */
export class TranscriptClient {
  readonly rows = new Map<string, Comment>();
  thread: Thread | null = null;
  /** All changes up to this number are held; -1 while nothing is. */
  n = -1;
  private busy = false;
  private again = false;

  constructor(
    private readonly asker: TranscriptSource,
    private readonly told: { changed(): void; reloaded(pages: CommentsPage[]): void },
    private readonly pause: () => Promise<void>,
  ) {}

  /** What the page came with. */
  begin(page: CommentsPage, thread: Thread): void {
    this.thread = thread;
    this.mergeAll(page.items);
    this.n = page.seq;
  }

  /** Rows from an answer to something of one's own: newer ones are taken, older ones are not. */
  merge(comments: readonly Comment[]): void {
    this.mergeAll(comments);
    this.told.changed();
  }

  /** Rows that are known beside the pages, before anybody looks. */
  mergeQuietly(comments: readonly Comment[]): void {
    this.mergeAll(comments);
  }

  /** A page that is shown from now on. What is held may be no further than its oldest part. */
  extend(page: CommentsPage): void {
    this.mergeAll(page.items);
    this.n = Math.min(this.n, page.seq);
    this.told.changed();
  }

  frame(frame: Changes): void {
    if (this.n < 0 || frame.from > this.n || frame.reset) {
      void this.sync();
      return;
    }
    this.take(frame);
    this.told.changed();
  }

  presence(seq: number): void {
    if (seq > this.n) void this.sync();
  }

  /** Asks until nothing is missing. One question at a time; a wish that comes meanwhile makes one more round. */
  async sync(): Promise<void> {
    this.again = true;
    if (this.busy) return;
    this.busy = true;
    while (this.again) {
      this.again = false;
      try {
        await this.round();
      } catch {
        this.again = true;
        await this.pause();
      }
    }
    this.busy = false;
    this.told.changed();
  }

  private async round(): Promise<void> {
    if (this.n < 0) await this.reload();
    const answer = await this.asker.changes(this.n);
    if (answer.reset) {
      this.n = -1;
      this.again = true;
      return;
    }
    this.take(answer);
    this.again ||= answer.more;
  }

  /** Forgets everything first: after a reset even newer numbers may stand for older things. */
  private async reload(): Promise<void> {
    const pages = await this.asker.load();
    this.rows.clear();
    for (const page of pages) this.mergeAll(page.items);
    this.n = Math.min(...pages.map(({ seq }) => seq));
    this.told.reloaded(pages);
  }

  private take({ comments, thread, to }: Changes): void {
    this.mergeAll(comments);
    if (thread && thread.seq >= (this.thread?.seq ?? 0)) this.thread = thread;
    this.n = Math.max(this.n, to);
  }

  private mergeAll(comments: readonly Comment[]): void {
    for (const { replies, ...row } of comments) {
      if ((row.changedSeq ?? 0) >= (this.rows.get(row.id)?.changedSeq ?? 0)) this.rows.set(row.id, row);
      if (replies) this.mergeAll(replies);
    }
  }
}
