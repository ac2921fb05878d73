import { Injectable } from '@nestjs/common';
import { COMMENT_COLUMNS, IN_READ_THREAD, type CommentRow } from '../comments/comment.view.ts';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { THREAD_ROW, THREAD_TABLES } from '../threads/threads.queries.ts';
import { EDITION_COLUMNS } from './version-label.ts';
import type { ThreadRow } from '../threads/thread.view.ts';

export type HeadRow = ThreadRow & { floor: number; conferenceEdition: number; talkEdition: number };

export type Sort = 'oldest' | 'newest' | 'top';
export type KindFilter = 'comment' | 'question' | 'answer';

export interface SnapshotOptions {
  sort: Sort;
  kind: KindFilter | null;
  limit: number;
  after: readonly number[] | null;
}

const HEAD = `select ${THREAD_ROW}, h.floor, ${EDITION_COLUMNS} from ${THREAD_TABLES}
  where t.id = $1 and t.hidden_at is null`;

/** Most rows of one changed_seq, so that a page of changes never splits a number. */
export const STAMPED_AT_MOST = 8;
/** Most changes for which catching up costs less than loading again. */
export const CHANGES_AT_MOST = 1_000;

/** Replies a page shows with each comment. */
export const REPLIES_SHOWN = 3;

const ORDERS: Record<Sort, { order: string; after: string }> = {
  oldest: { order: 'm.seq', after: 'm.seq > $4' },
  newest: { order: 'm.seq desc', after: 'm.seq < $4' },
  top: { order: 'm.votes desc, m.seq', after: '(m.votes < $4 or (m.votes = $4 and m.seq > $5))' },
};

/**
 * Reads what is public in a thread, each in one statement and hence in one snapshot, so that an answer's number is that
 * of its rows. Paging is by key, whatever the length of the thread.
 */
@Injectable()
export class Snapshot {
  constructor(private readonly database: Database) {}

  /** Top-level comments (and answers, wherever they are), each with its first replies; one row more than `limit`. */
  async page(
    threadId: string,
    { sort, kind, limit, after }: SnapshotOptions,
  ): Promise<{ head: HeadRow; rows: (CommentRow & { replies: CommentRow[] })[] }> {
    const { order, after: beyond } = ORDERS[sort];
    const filter = kind === 'answer' ? 'm.kind = $3' : 'm.parent_id is null and ($3::text is null or m.kind = $3)';
    return this.ask(
      `with head as (${HEAD}),
         rows as (
           select ${COMMENT_COLUMNS}, ${REPLIES} from comments m
           where m.thread_id = $1
             and m.seq is not null
             and ${filter} ${after === null ? '' : `and ${beyond}`}
           order by ${order} limit $2
         )
       select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows`,
      [threadId, limit + 1, kind, ...(after ?? [])],
    );
  }

  /** Visible answered questions, by votes, each with its written answer; one row more than `limit`. */
  async answered(
    threadId: string,
    limit: number,
    after: readonly number[] | null,
  ): Promise<{ head: HeadRow; rows: (CommentRow & { answer: CommentRow | null })[] }> {
    return this.ask(
      `with head as (${HEAD}),
         rows as (
           select ${COMMENT_COLUMNS}, to_jsonb(a) answer
           from comments m
           left join lateral (
             select ${COMMENT_COLUMNS.replaceAll('m.', 'y.')}
             from comments y
             where y.id = m.answer_id
               and y.seq is not null
               and y.held_at is null
               and y.withheld_at is null
               and y.withdrawn_at is null
           ) a on true
           where m.thread_id = $1
             and m.question_status = 'answered'
             and m.seq is not null
             and m.held_at is null
             and m.withheld_at is null
             and m.withdrawn_at is null
             and (
               m.answer_id is null
               or a.id is not null
             ) ${after === null ? '' : 'and (m.votes < $3 or (m.votes = $3 and m.seq > $4))'}
           order by m.votes desc, m.seq limit $2
         )
       select (select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows`,
      [threadId, limit + 1, ...(after ?? [])],
    );
  }

  /** Replies under a comment in order; one row more than `limit`. */
  async replies(rootId: string, limit: number, after: number | null): Promise<CommentRow[]> {
    return this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m
       where m.root_id = $1 and m.seq is not null and ${IN_READ_THREAD} and ($3::int is null or m.seq > $3)
       order by m.seq limit $2`,
      [rootId, limit + 1, after],
    );
  }

  /** The replies under these comments beyond the first ones, by comment and in order. */
  async laterReplies(rootIds: readonly string[], limit: number): Promise<CommentRow[]> {
    return this.database.read<CommentRow>(
      `select y.* from unnest($1::uuid[]) with ordinality as r(id, place)
       cross join lateral (
         select ${COMMENT_COLUMNS} from comments m
         where m.root_id = r.id and m.seq is not null
         order by m.seq offset ${REPLIES_SHOWN} limit $2
       ) y
       order by r.place, y.seq limit $2`,
      [rootIds, limit],
    );
  }

  /** A comment that is or was public; null for any other. */
  async comment(id: string): Promise<CommentRow | null> {
    const [row] = isUuid(id)
      ? await this.database.read<CommentRow>(
          `select ${COMMENT_COLUMNS} from comments m where m.id = $1 and m.seq is not null and ${IN_READ_THREAD}`,
          [id],
        )
      : [];
    return row ?? null;
  }

  /** Reads the comments of these ids that are or were public, in no order. */
  async comments(ids: readonly string[]): Promise<CommentRow[]> {
    return this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m where m.id = any($1) and m.seq is not null and ${IN_READ_THREAD}`,
      [ids],
    );
  }

  /** Earlier public wordings, while the comment is visible. */
  async revisions(commentId: string): Promise<{ revision: number; html: string; writtenAt: Date }[]> {
    return this.database.read(
      `select r.revision, r.html, r.written_at "writtenAt"
       from comment_revisions r
       join comments m on m.id = r.comment_id
       where r.comment_id = $1
         and r.was_public
         and m.held_at is null
         and m.withheld_at is null
         and m.withdrawn_at is null
       order by r.revision limit 100`,
      [commentId],
    );
  }

  /** The current rows that changed after `n`, by number; enough beyond the limit never to split a number. */
  async changes(
    threadId: string,
    n: number,
    limit: number,
  ): Promise<{ head: HeadRow; rows: CommentRow[]; changed: number }> {
    return this.askOften(`${CHANGES} select ${CHANGED}`, [threadId, n, limit + STAMPED_AT_MOST + 1]);
  }

  /** As `changes`, with whether there was nothing but votes. */
  async frame(
    threadId: string,
    n: number,
    limit: number,
  ): Promise<{ head: HeadRow; rows: CommentRow[]; changed: number; isVotesOnly: boolean }> {
    return this.askOften(
      `${CHANGES}
       select ${CHANGED},
         not exists (
           select from thread_log l
           where l.thread_id = $1
             and l.n > $2
             and l.seq > $2
             and l.kind not in ('comment.voted', 'comment.unvoted')
         ) "isVotesOnly"`,
      [threadId, n, limit + STAMPED_AT_MOST + 1],
    );
  }

  private ask<Row extends { head: HeadRow }>(sql: string, values: unknown[]): Promise<Row> {
    return found(values[0], () => this.database.read<Row>(sql, values));
  }

  /** With a kept plan, because planning took half the time (2.4 ms instead of 1.2, measured). */
  private askOften<Row extends { head: HeadRow }>(sql: string, values: unknown[]): Promise<Row> {
    return found(values[0], () => this.database.readOften<Row>(sql, values));
  }
}

/** The row of an existing thread. Throws `not-found`. */
async function found<Row extends { head: HeadRow }>(threadId: unknown, ask: () => Promise<Row[]>): Promise<Row> {
  if (!isUuid(threadId)) throw notFound();
  const [row] = await ask();
  if (!row?.head) throw notFound();
  return row;
}

const CHANGES = `with head as (${HEAD}),
    rows as (
      select ${COMMENT_COLUMNS} from comments m
      where m.thread_id = $1 and m.changed_seq > $2
      order by m.changed_seq, m.id limit $3
    ),
    changed as (
      select count(*)::int changed
      from (select from comments m where m.thread_id = $1 and m.changed_seq > $2 limit ${CHANGES_AT_MOST + 1}) few
    )`;
const CHANGED = `(select row_to_json(head) from head) head, coalesce((select json_agg(rows) from rows), '[]') rows,
    (select changed from changed) changed`;

const REPLIES = `coalesce(
    (
      select json_agg(r order by r.seq)
      from (
        select ${COMMENT_COLUMNS.replaceAll('m.', 'y.')}
        from comments y
        where y.root_id = m.id and y.seq is not null
        order by y.seq limit ${REPLIES_SHOWN}
      ) r
    ),
    '[]'
  ) replies`;
