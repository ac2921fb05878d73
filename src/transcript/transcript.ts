import { Injectable } from '@nestjs/common';
import { shownWordings } from '../comments/comment.policy.ts';
import { toCommentView, type CommentView } from '../comments/comment.view.ts';
import { decodeCursor, pageOf, type List, type Page } from '../kernel/cursor.ts';
import { notFound } from '../kernel/common.problems.ts';
import { toThreadView, type ThreadView } from '../threads/thread.view.ts';
import { ANSWER_BYTES, changesFrom, FRAME, type Changes } from './changes.ts';
import type { VersionLabel } from './version-label.ts';
import { ThreadVersions } from './thread-versions.ts';
import { CoalescedReads, type VersionedValue } from './coalesced-reads.ts';
import { REPLIES_SHOWN, Snapshot, type HeadRow, type KindFilter, type Sort } from './snapshot.ts';

/** Most replies that a page holds for paper alone. */
const FOLDED_AT_MOST = 200;
/** Most characters of HTML of these; a page with more prints the address of the rest. */
const FOLDED_HTML = 100_000;

/** An earlier wording of a comment that was public. */
export interface RevisionView {
  /** The number of the wording, from 1. */
  revision: number;
  /** The wording, safe to show. */
  html: string;
  /** Time when it was posted, or edited to this. */
  writtenAt: string;
}

/** Top-level comments with their first replies, and the number of their snapshot. */
export interface CommentsPage extends Page<CommentView> {
  /** The number of the thread for which the page is true. */
  seq: number;
}

/** A page and its thread in one snapshot. */
export interface ThreadPageSnapshot {
  page: CommentsPage;
  thread: ThreadView;
  label: VersionLabel;
}

/** A frame, and whether it shows nothing new but votes. */
export interface Frame {
  changes: Changes;
  isVotesOnly: boolean;
}

/** Answered questions; `answer` is null where it was said aloud. */
export interface AnsweredPage {
  items: { question: CommentView; answer: CommentView | null }[];
  next: string | null;
  thread: ThreadView;
  label: VersionLabel;
}

export interface PageOptions {
  sort: Sort;
  kind: KindFilter | null;
  limit: number;
  cursor?: string | undefined;
}

/** Reads the parts of a thread that every reader sees; never reads a session. */
@Injectable()
export class Transcript {
  private readonly pages: CoalescedReads<ThreadPageSnapshot>;
  private readonly answers: CoalescedReads<Changes>;
  private readonly pairs: CoalescedReads<AnsweredPage>;
  private readonly frames: CoalescedReads<Frame>;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly threadVersions: ThreadVersions,
  ) {
    this.pages = new CoalescedReads(threadVersions, ({ page }) => weightOf(page.items));
    this.pairs = new CoalescedReads(threadVersions, ({ items }) =>
      weightOf(items.flatMap(({ question, answer }) => (answer ? [question, answer] : [question]))),
    );
    // An answer that says "ahead of the thread" is never reused.
    this.answers = new CoalescedReads(threadVersions, ({ reset, comments }) => (reset ? null : weightOf(comments)));
    // Each node reads a frame once.
    this.frames = new CoalescedReads(threadVersions, () => null);
  }

  /** The confirmed label of a thread. Throws `not-found`. */
  versionLabel(threadId: string): Promise<VersionLabel> {
    return this.threadVersions.get(threadId);
  }

  async page(threadId: string, wanted: PageOptions): Promise<ThreadPageSnapshot> {
    const question = JSON.stringify([wanted.sort, wanted.kind, wanted.limit, wanted.cursor]);
    return (
      await this.pages.ask(threadId, question, async () => {
        const value = await this.readPage(threadId, wanted);
        return { value, versionLabel: value.label };
      })
    ).value;
  }

  /** Answered questions with their answers, by votes. */
  async answered(
    threadId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<AnsweredPage> {
    return (
      await this.pairs.ask(threadId, JSON.stringify([limit, cursor]), async () => {
        const { head, rows } = await this.snapshot.answered(
          threadId,
          limit,
          cursor === undefined ? null : decodeCursor(cursor, ['number', 'number'] as const),
        );
        const { items, next } = pageOf(rows, limit, (row) => [row.votes, row.seq!]);
        const pairs = items.map(({ answer, ...question }) => ({
          question: toCommentView(question),
          answer: answer && toCommentView(answer),
        }));
        return {
          value: { items: pairs, next, thread: toThreadView(head), label: versionLabelOf(head) },
          versionLabel: versionLabelOf(head),
        };
      })
    ).value;
  }

  private async readPage(threadId: string, { sort, kind, limit, cursor }: PageOptions): Promise<ThreadPageSnapshot> {
    const after =
      cursor === undefined
        ? null
        : decodeCursor(cursor, sort === 'top' ? (['number', 'number'] as const) : (['number'] as const));
    const { head, rows } = await this.snapshot.page(threadId, { sort, kind, limit, after });
    const { items, next } = pageOf(rows, limit, (row) => (sort === 'top' ? [row.votes, row.seq!] : [row.seq!]));
    const comments = items.map((row) => ({
      ...toCommentView(row),
      replies: row.replies.map((reply) => toCommentView(reply)),
    }));
    return { page: { items: comments, next, seq: head.seq }, thread: toThreadView(head), label: versionLabelOf(head) };
  }

  async replies(
    commentId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<CommentView>> {
    await this.comment(commentId);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number'] as const)[0];
    const { items, next } = pageOf(await this.snapshot.replies(commentId, limit, after), limit, (row) => [row.seq!]);
    return { items: items.map((row) => toCommentView(row)), next };
  }

  /** The replies under these comments that a page folds, as many as a page may hold for paper. */
  async foldedReplies(roots: readonly CommentView[]): Promise<CommentView[]> {
    const ids = roots.filter(({ replyCount }) => replyCount > REPLIES_SHOWN).map(({ id }) => id);
    if (ids.length === 0) return [];
    let characters = 0;
    return (await this.snapshot.laterReplies(ids, FOLDED_AT_MOST))
      .map((row) => toCommentView(row))
      .filter(({ html }) => (characters += html.length) < FOLDED_HTML);
  }

  /** Throws `not-found` for a comment that was never public. */
  async comment(id: string): Promise<CommentView> {
    const row = await this.snapshot.comment(id);
    if (!row) throw notFound();
    return toCommentView(row);
  }

  /** Comments as they may be shown now, without those that were never public. */
  async comments(ids: readonly string[]): Promise<CommentView[]> {
    return (await this.snapshot.comments(ids)).map((row) => toCommentView(row));
  }

  /** Earlier wordings by revision; empty unless the comment is visible. */
  async revisions(id: string): Promise<List<RevisionView>> {
    const { createdAt, editedAt } = await this.comment(id);
    const rows = shownWordings(await this.snapshot.revisions(id), new Date(editedAt ?? createdAt));
    return {
      items: rows.map(({ revision, html, writtenAt }) => ({ revision, html, writtenAt: writtenAt.toISOString() })),
      next: null,
    };
  }

  /** The one read of first load, reconnection, replay, polling and live frames. */
  async changes(threadId: string, after: number, limit = 100): Promise<Changes> {
    return (await this.changesAndVersion(threadId, after, limit)).value;
  }

  /** As `changes`, with the label of its snapshot. */
  changesAndVersion(threadId: string, after: number, limit = 100): Promise<VersionedValue<Changes>> {
    return this.answers.ask(threadId, `${after} ${limit}`, async () => {
      const read = await this.snapshot.changes(threadId, after, limit);
      return {
        value: changesFrom(read, after, { rows: limit, bytes: ANSWER_BYTES }),
        versionLabel: versionLabelOf(read.head),
      };
    });
  }

  /** As `changes`, within the limits of a frame. */
  async frame(threadId: string, after: number): Promise<Frame> {
    return (
      await this.frames.ask(threadId, String(after), async () => {
        const read = await this.snapshot.frame(threadId, after, FRAME.rows);
        return {
          value: { changes: changesFrom(read, after, FRAME), isVotesOnly: read.isVotesOnly },
          versionLabel: versionLabelOf(read.head),
        };
      })
    ).value;
  }
}

/** Estimated memory of rows, in bytes. */
const weightOf = (comments: readonly CommentView[]): number =>
  comments.reduce(
    (bytes, { html, replies }) => bytes + 1_000 + 2 * html.length + (replies ? weightOf(replies) : 0),
    500,
  );

const versionLabelOf = ({ id, seq, conferenceEdition, talkEdition }: HeadRow): VersionLabel => ({
  threadId: id,
  seq,
  conferenceEdition,
  talkEdition,
});
