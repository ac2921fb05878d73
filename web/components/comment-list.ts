import type { Comment, CommentsPage, Sort } from './shapes.ts';
import type { TranscriptClient } from './transcript-client.ts';

/**
 * What of the rows a reader sees, and in which order. Nothing jumps: what is placed stays where it is, whatever happens
 * to its votes; what is new waits until the reader asks for it, except at the end, where it can push nothing away.
 */
export class CommentList {
  private order: string[] = [];
  private readonly repliesOf = new Map<string, string[]>();
  private placed = new Set<string>();
  /** Comments with a later number were written after the page was made. */
  private begunAt = 0;
  next: string | null = null;

  constructor(
    private readonly client: TranscriptClient,
    readonly sort: Sort,
  ) {}

  begin(pages: readonly CommentsPage[]): void {
    this.order = [];
    this.placed = new Set();
    this.repliesOf.clear();
    this.begunAt = Math.min(...pages.map(({ seq }) => seq));
    for (const page of pages) this.extend(page);
  }

  extend(page: CommentsPage): void {
    for (const { id, replies } of page.items) {
      if (!this.placed.has(id)) this.order.push(id);
      this.placed.add(id);
      this.extendReplies(id, replies ?? []);
    }
    this.putInOrder(this.order);
    this.next = page.next;
  }

  extendReplies(rootId: string, replies: readonly Comment[]): void {
    const shown = this.repliesOf.get(rootId) ?? [];
    for (const { id } of replies.filter((reply) => !this.placed.has(reply.id))) {
      shown.push(id);
      this.placed.add(id);
    }
    this.repliesOf.set(
      rootId,
      shown.toSorted((a, b) => this.seqOf(a) - this.seqOf(b)),
    );
  }

  /** Top-level comments, in order. */
  comments(): Comment[] {
    return this.order.flatMap((id) => this.client.rows.get(id) ?? []);
  }

  /** Those that wait for an answer or get it now, wherever they stand: what is answered first, then the most wanted. */
  questions(): Comment[] {
    return [...this.client.rows.values()]
      .filter(
        ({ kind, state, question }) =>
          kind === 'question' && state === 'visible' && (question?.status === 'open' || question?.status === 'taken'),
      )
      .toSorted(
        (a, b) =>
          Number(b.question?.status === 'taken') - Number(a.question?.status === 'taken') ||
          b.votes - a.votes ||
          a.seq! - b.seq!,
      );
  }

  /** What was answered, the most wanted first; an answer that was said aloud has no words of its own. */
  answered(): { question: Comment; answer: Comment | null }[] {
    return [...this.client.rows.values()]
      .filter(
        ({ kind, state, question }) => kind === 'question' && state === 'visible' && question?.status === 'answered',
      )
      .toSorted((a, b) => b.votes - a.votes || a.seq! - b.seq!)
      .flatMap((question) => {
        const { answerId } = question.question!;
        const answer = answerId === undefined ? null : this.client.rows.get(answerId);
        return answer === undefined || (answer !== null && answer.state !== 'visible') ? [] : [{ question, answer }];
      });
  }

  /** A row that everybody may read now. */
  visible(id: string | null): Comment | null {
    const row = id === null ? undefined : this.client.rows.get(id);
    return row?.state === 'visible' ? row : null;
  }

  replies(rootId: string): Comment[] {
    return (this.repliesOf.get(rootId) ?? []).flatMap((id) => this.client.rows.get(id) ?? []);
  }

  /** Replies that were there before the reader came and are not shown yet. */
  hiddenReplies(root: Comment): number {
    const waiting = this.waiting().filter(({ rootId }) => rootId === root.id).length;
    return Math.max(0, root.replyCount - this.replies(root.id).length - waiting);
  }

  /** What arrived since, in the order of its places: comments, and replies to comments that are shown whole. */
  waiting(): Comment[] {
    return [...this.client.rows.values()]
      .filter(
        (row) =>
          row.seq !== null &&
          row.seq > this.begunAt &&
          !this.placed.has(row.id) &&
          (row.rootId === null || this.placed.has(row.rootId) || this.isWaiting(row.rootId)),
      )
      .toSorted((a, b) => a.seq! - b.seq!);
  }

  /** Whether new comments can be put at the end: not while pages in between are missing. */
  get canAppend(): boolean {
    return this.sort !== 'oldest' || this.next === null;
  }

  /** Places what waits; `only` places nothing but that comment, which is the reader's own. */
  reveal(only?: string): void {
    for (const row of this.waiting().filter(({ id }) => only === undefined || id === only)) {
      if (row.rootId !== null && this.placed.has(row.rootId)) this.extendReplies(row.rootId, [row]);
      else if (row.rootId === null) this.place(row.id);
    }
  }

  private place(id: string): void {
    if (this.sort === 'newest') this.order.unshift(id);
    else this.order.push(id);
    this.placed.add(id);
    this.repliesOf.set(id, []);
    this.putInOrder(this.order);
  }

  /** What was loaded late may belong in between; the other orders keep things where they were put. */
  private putInOrder(ids: string[]): void {
    if (this.sort === 'oldest') ids.sort((a, b) => this.seqOf(a) - this.seqOf(b));
  }

  private seqOf(id: string): number {
    return this.client.rows.get(id)?.seq ?? 0;
  }

  private isWaiting(id: string): boolean {
    return this.seqOf(id) > this.begunAt;
  }
}
