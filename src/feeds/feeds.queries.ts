import { Injectable } from '@nestjs/common';
import type { CommentKind } from '../comments/comment.entity.ts';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { Database } from '../platform/database/database.ts';

/** A public comment and where it stands. */
export interface Entry { comment: CommentView; threadSlug: string; threadTitle: string }

const NEWEST = 50;
const KINDS: readonly CommentKind[] = ['comment', 'question', 'answer'];

/** The newest public words of a thread or of a conference; hidden ones are not among them. */
@Injectable()
export class FeedsQueries {
  constructor(private readonly database: Database) {}

  ofThread(threadId: string, kind: string | null): Promise<Entry[]> {
    return this.ask('t.id = $1', 'm.seq desc', threadId, kind);
  }

  ofConference(conferenceId: string, kind: string | null): Promise<Entry[]> {
    // Ids of comments are in the order of their making, across threads.
    return this.ask('t.conference_id = $1', 'm.id desc', conferenceId, kind);
  }

  private async ask(where: string, order: string, id: string, kind: string | null): Promise<Entry[]> {
    // For each thread and kind the newest by their place: an index has them in that order, however long the thread is.
    const rows = await this.database.read<CommentRow & { threadSlug: string; threadTitle: string }>(
      `select ${COMMENT_COLUMNS}, t.slug "threadSlug", t.title "threadTitle" from threads t cross join unnest($2::text[]) as k(kind)
       cross join lateral (select * from comments n where n.thread_id = t.id and n.kind = k.kind and n.seq is not null and n.held_at is null and n.withheld_at is null and n.withdrawn_at is null order by n.seq desc limit ${NEWEST}) m
       where ${where} order by ${order} limit ${NEWEST}`,
      [id, kind === null ? KINDS : [kind]],
    );
    return rows.map((row) => ({ comment: toCommentView(row), threadSlug: row.threadSlug, threadTitle: row.threadTitle }));
  }
}
