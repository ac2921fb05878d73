import { Injectable } from '@nestjs/common';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';

/** A comment that waits for a moderator, with its words and what it answers. */
export interface QueueItem { comment: CommentView; reports: never[]; context: CommentView[]; since: string }

type Waiting = CommentRow & { parent: CommentRow | null };

/** What moderators have to look at, the longest waiting first. */
@Injectable()
export class QueueQueries {
  constructor(private readonly database: Database) {}

  async held(conferenceId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<QueueItem>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const rows = await this.database.ask<Waiting>(
      `select ${COMMENT_COLUMNS}, (select row_to_json(c) from (select ${COMMENT_COLUMNS.replaceAll('m.', 'q.')} from comments q where q.id = m.parent_id) c) parent
       from comments m join threads t on t.id = m.thread_id
       where t.conference_id = $1 and m.held_at is not null and m.withheld_at is null and m.withdrawn_at is null
         and ($3::bigint is null or ((extract(epoch from m.held_at) * 1000)::bigint, m.id) > ($3, $4::uuid))
       order by (extract(epoch from m.held_at) * 1000)::bigint, m.id limit $2`,
      [conferenceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.heldAt!.getTime(), row.id]);
    return { items: items.map(toItem), next };
  }
}

const toItem = ({ parent, ...row }: Waiting): QueueItem => ({
  comment: toCommentView(row, { withWords: true }),
  reports: [],
  context: parent === null ? [] : [toCommentView(parent)],
  since: row.heldAt!.toISOString(),
});
