import type { CommentShape, CommentsPageShape, SortOrder } from './shapes.ts';
import type { TranscriptClient } from './transcript-client.ts';

/** Most replies that are all shown under a comment, and how many of more are shown before the others are asked for. */
const ALL_SHOWN = 3;
const FIRST_SHOWN = 2;

/** The replies that a page of a thread shows under a comment at first. */
export const firstReplies = ({ replies = [], replyCount }: CommentShape): CommentShape[] =>
  replyCount > ALL_SHOWN ? replies.slice(0, FIRST_SHOWN) : replies;

/**
 * Decides which rows a reader sees, in which order. Nothing jumps: a placed comment stays where it is, whatever happens
 * to its votes; new ones wait until the reader asks for them, except at the end, where they move nothing.
 */
export class CommentList {
  private order: string[] = [];
  private readonly repliesOf = new Map<string, string[]>();
  private placed = new Set<string>();
  /** Comments with a later number were posted after the page was made. */
  private begunAt = 0;
  next: string | null = null;

  constructor(
    private readonly client: TranscriptClient,
    public sort: SortOrder,
    /** The id of the only comment that is shown, with its replies; undefined for the thread. */
    private readonly branch?: string,
  ) {}

  begin(pages: readonly CommentsPageShape[]): void {
    this.order = [];
    this.placed = new Set();
    this.repliesOf.clear();
    this.begunAt = Math.min(...pages.map(({ seq }) => seq));
    for (const page of pages) this.extend(page);
  }

  extend(page: CommentsPageShape): void {
    for (const root of page.items) {
      const { id, replies = [] } = root;
      if (!this.placed.has(id)) this.order.push(id);
      this.placed.add(id);
      this.extendReplies(id, this.branch === undefined ? firstReplies(root) : replies);
    }
    this.putInOrder(this.order);
    this.next = page.next;
  }

  extendReplies(rootId: string, replies: readonly CommentShape[]): void {
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
  comments(): CommentShape[] {
    return this.order.flatMap((id) => this.client.rows.get(id) ?? []);
  }

  /** Waiting and taken questions, wherever they are: taken ones first, then the most wanted. */
  questions(): CommentShape[] {
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

  /** Answered questions, the most wanted first; `answer` is null where it was said aloud. */
  answered(): { question: CommentShape; answer: CommentShape | null }[] {
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

  /** A row that all readers may read now. */
  visible(id: string | null): CommentShape | null {
    const row = id === null ? undefined : this.client.rows.get(id);
    return row?.state === 'visible' ? row : null;
  }

  replies(rootId: string): CommentShape[] {
    return (this.repliesOf.get(rootId) ?? []).flatMap((id) => this.client.rows.get(id) ?? []);
  }

  /** Replies from before the reader came that are not shown yet. */
  hiddenReplies(root: CommentShape): number {
    const waiting = this.waiting().filter(({ rootId }) => rootId === root.id).length;
    return Math.max(0, root.replyCount - this.replies(root.id).length - waiting);
  }

  /** New comments by place, and new replies to comments that are shown in full. */
  waiting(): CommentShape[] {
    return this.arrived().filter(({ rootId }) => this.branch === undefined || rootId === this.branch);
  }

  private arrived(): CommentShape[] {
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

  /** Whether new comments can be appended: not while pages in between are missing. */
  get canAppend(): boolean {
    return this.sort !== 'oldest' || this.next === null;
  }

  /** Places the waiting comments; `only` places just that one, which is the reader's own. */
  reveal(only?: string): void {
    for (const row of only === undefined ? this.waiting() : this.arrived().filter(({ id }) => id === only)) {
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

  /** A comment loaded late may belong in between; the other orders keep what is placed. */
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
