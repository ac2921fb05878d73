import { Injectable } from '@nestjs/common';
import { toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { notFound } from '../kernel/common.problems.ts';
import { toThreadView, type ThreadView } from '../threads/thread.view.ts';
import type { Label } from './label.ts';
import { Numbers } from './numbers.ts';
import { Sharing, type Brought } from './sharing.ts';
import { CHANGES_AT_MOST, Snapshot, type HeadRow, type KindFilter, type Sort } from './snapshot.ts';

/** An answer of the changes protocol (see the API's documentation): what changed after `from`. */
export interface Changes { threadId: string; from: number; to: number; comments: CommentView[]; thread: ThreadView | null; more: boolean; reset: boolean }

export interface CommentsPage { items: CommentView[]; next: string | null; seq: number }

/** A page and the thread as they stood in one snapshot. */
export interface ThreadPageOf { page: CommentsPage; thread: ThreadView; label: Label }

/** An answer ends at the first number after so many bytes, so that no reader is dropped by its own answer. */
const ANSWER_BYTES = 256 * 1024;

export interface PageWanted { sort: Sort; kind: KindFilter | null; limit: number; cursor?: string | undefined }

/** What every reader sees of a thread: the same for everybody, never looking at a session. */
@Injectable()
export class Transcript {
  private readonly pages: Sharing<ThreadPageOf>;
  private readonly answers: Sharing<Changes>;

  constructor(private readonly snapshot: Snapshot, private readonly numbers: Numbers) {
    this.pages = new Sharing(numbers);
    this.answers = new Sharing(numbers, ({ reset }) => !reset);
  }

  /** The confirmed numbers of a thread. Throws not-found. */
  label(threadId: string): Promise<Label> {
    return this.numbers.get(threadId);
  }

  async page(threadId: string, wanted: PageWanted): Promise<ThreadPageOf> {
    const question = JSON.stringify([wanted.sort, wanted.kind, wanted.limit, wanted.cursor]);
    return (await this.pages.ask(threadId, question, async () => {
      const value = await this.readPage(threadId, wanted);
      return { value, label: value.label };
    })).value;
  }

  private async readPage(threadId: string, { sort, kind, limit, cursor }: PageWanted): Promise<ThreadPageOf> {
    const after = cursor === undefined ? null : decodeCursor(cursor, sort === 'top' ? ['number', 'number'] as const : ['number'] as const);
    const { head, rows } = await this.snapshot.page(threadId, { sort, kind, limit, after });
    const { items, next } = pageOf(rows, limit, (row) => (sort === 'top' ? [row.votes, row.seq!] : [row.seq!]));
    const comments = items.map((row) => ({ ...toCommentView(row), replies: row.replies.map((reply) => toCommentView(reply)) }));
    return { page: { items: comments, next, seq: head.seq }, thread: toThreadView(head), label: labelOf(head) };
  }

  async replies(commentId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<CommentView>> {
    await this.comment(commentId);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number'] as const)[0];
    const { items, next } = pageOf(await this.snapshot.replies(commentId, limit, after), limit, (row) => [row.seq!]);
    return { items: items.map((row) => toCommentView(row)), next };
  }

  /** Throws not-found for what never was public. */
  async comment(id: string): Promise<CommentView> {
    const row = await this.snapshot.comment(id);
    if (!row) throw notFound();
    return toCommentView(row);
  }

  async revisions(id: string): Promise<{ items: { revision: number; html: string; writtenAt: string }[]; next: null }> {
    await this.comment(id);
    const rows = await this.snapshot.revisions(id);
    return { items: rows.map(({ revision, html, writtenAt }) => ({ revision, html, writtenAt: writtenAt.toISOString() })), next: null };
  }

  /** First load, reconnection, replay, polling and live all ask this. */
  async changes(threadId: string, after: number, limit = 100): Promise<Changes> {
    return (await this.answers.ask(threadId, `${after} ${limit}`, () => this.readChanges(threadId, after, limit))).value;
  }

  private async readChanges(threadId: string, after: number, limit: number): Promise<Brought<Changes>> {
    const read = await this.snapshot.changes(threadId, after, limit);
    return { value: changesFrom(read, { after, limit }), label: labelOf(read.head) };
  }
}

function changesFrom({ head, rows, changed }: { head: HeadRow; rows: CommentRow[]; changed: number }, { after, limit }: { after: number; limit: number }): Changes {
  const answer = { threadId: head.id, from: after };
  if (after > head.seq || after < head.floor || changed > CHANGES_AT_MOST) {
    return { ...answer, to: head.seq, comments: [], thread: after === head.seq ? null : toThreadView(head), more: false, reset: true };
  }
  const comments = cut(rows.map((row) => toCommentView(row)), limit);
  const more = comments.length < rows.length;
  return { ...answer, to: more ? comments.at(-1)!.changedSeq! : head.seq, comments, thread: head.seq > after ? toThreadView(head) : null, more, reset: false };
}

/** The first rows up to the limit and the size, never parting rows of one number. */
function cut(comments: readonly CommentView[], limit: number): CommentView[] {
  const taken: CommentView[] = [];
  let bytes = 0;
  for (const comment of comments) {
    const last = taken.at(-1)?.changedSeq;
    if ((taken.length >= limit || bytes > ANSWER_BYTES) && comment.changedSeq !== last) break;
    taken.push(comment);
    bytes += Buffer.byteLength(JSON.stringify(comment));
  }
  return taken;
}

const labelOf = ({ id, seq, conferenceEdition, talkEdition }: HeadRow): Label => ({ threadId: id, seq, conferenceEdition, talkEdition });
