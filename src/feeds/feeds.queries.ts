import { Injectable } from '@nestjs/common';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { Database } from '../platform/database/database.ts';

/** A public comment and where it stands. */
export interface Entry { comment: CommentView; threadSlug: string; threadTitle: string }

const NEWEST = 50;

/** The newest public words of a thread or of a conference; hidden ones are not among them. */
@Injectable()
export class FeedsQueries {
  constructor(private readonly database: Database) {}

  ofThread(threadId: string, kind: string | null): Promise<Entry[]> {
    return this.ask('m.thread_id = $1', 'm.seq desc', threadId, kind);
  }

  ofConference(conferenceId: string, kind: string | null): Promise<Entry[]> {
    // Ids of comments are in the order of their making, across threads.
    return this.ask('t.conference_id = $1', 'm.id desc', conferenceId, kind);
  }

  private async ask(where: string, order: string, id: string, kind: string | null): Promise<Entry[]> {
    const rows = await this.database.read<CommentRow & { threadSlug: string; threadTitle: string }>(
      `select ${COMMENT_COLUMNS}, t.slug "threadSlug", t.title "threadTitle" from comments m join threads t on t.id = m.thread_id
       where ${where} and m.seq is not null and m.held_at is null and m.withheld_at is null and m.withdrawn_at is null and ($2::text is null or m.kind = $2) order by ${order} limit ${NEWEST}`,
      [id, kind],
    );
    return rows.map((row) => ({ comment: toCommentView(row), threadSlug: row.threadSlug, threadTitle: row.threadTitle }));
  }
}
