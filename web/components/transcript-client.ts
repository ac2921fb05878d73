import type { ChangesShape, CommentShape, CommentsPageShape, ThreadShape } from './shapes.ts';

/** The way of a client to the server; a failed call is made again. */
export interface TranscriptSource {
  /** Every shown page, from the first to the last. */
  load(): Promise<CommentsPageShape[]>;
  changes(after: number): Promise<ChangesShape>;
}

/**
 * Implements the changes protocol of the API: rows only move forward, and the own number is never ahead of what is
 * held. Whatever was missed is requested again, so that in the end the rows equal the database's.
 */
export class TranscriptClient {
  readonly rows = new Map<string, CommentShape>();
  thread: ThreadShape | null = null;
  /** All changes up to this number are held; -1 before the first. */
  n = -1;
  private asking: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly asker: TranscriptSource,
    private readonly told: { changed(): void; reloaded(pages: CommentsPageShape[]): void },
    private readonly pause: () => Promise<void>,
  ) {}

  /** Starts with the rows of the page. */
  begin(page: CommentsPageShape, thread: ThreadShape): void {
    this.thread = thread;
    this.mergeAll(page.items);
    this.n = page.seq;
  }

  /** Merges rows of an answer: newer ones are taken, older ones are not. */
  merge(comments: readonly CommentShape[]): void {
    this.mergeAll(comments);
    this.told.changed();
  }

  /** Merges rows known beside the pages, before the first drawing. */
  mergeQuietly(comments: readonly CommentShape[]): void {
    this.mergeAll(comments);
  }

  /** Adds a page. The own number falls back to that of its oldest part. */
  extend(page: CommentsPageShape): void {
    this.mergeAll(page.items);
    this.n = Math.min(this.n, page.seq);
    this.told.changed();
  }

  /** A frame of what is held already brings nothing: it may come from before a backup was put back. */
  frame(frame: ChangesShape): void {
    if (!frame.reset && frame.to <= this.n) return;
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

  /** Requests changes until none is missing. One request at a time; a call meanwhile makes one more round. */
  sync(): Promise<void> {
    this.again = true;
    return (this.asking ??= this.askUntilHeld().finally(() => {
      this.asking = null;
    }));
  }

  private async askUntilHeld(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        await this.round();
      } catch {
        this.again = true;
        await this.pause();
      }
    }
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

  /** Drops everything first, because after a reset even newer numbers may stand for older things. */
  private async reload(): Promise<void> {
    const pages = await this.asker.load();
    this.rows.clear();
    for (const page of pages) this.mergeAll(page.items);
    this.n = Math.min(...pages.map(({ seq }) => seq));
    this.told.reloaded(pages);
  }

  private take({ comments, thread, to }: ChangesShape): void {
    this.mergeAll(comments);
    if (thread && thread.seq >= (this.thread?.seq ?? 0)) this.thread = thread;
    this.n = Math.max(this.n, to);
  }

  private mergeAll(comments: readonly CommentShape[]): void {
    for (const { replies, ...row } of comments) {
      if ((row.changedSeq ?? 0) >= (this.rows.get(row.id)?.changedSeq ?? 0)) this.rows.set(row.id, row);
      if (replies) this.mergeAll(replies);
    }
  }
}
