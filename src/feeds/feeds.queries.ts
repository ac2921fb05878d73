import { Injectable } from '@nestjs/common';
import type { CommentKind } from '../comments/comment.entity.ts';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { Database } from '../platform/database/database.ts';

/** A public comment with its thread, when it became public, and when its words or its answer last changed. */
export interface FeedEntry {
  comment: CommentView;
  threadSlug: string;
  threadTitle: string;
  publishedAt: string;
  changedAt: string;
}

type FeedRow = CommentRow & { threadSlug: string; threadTitle: string; publishedAt: Date; changedAt: Date };

const NEWEST = 50;
const KINDS: readonly CommentKind[] = ['comment', 'question', 'answer'];

// SQL: for each kind the newest by place, in the order of an index, however long the thread is.
const NEWEST_OF_A_THREAD = `select n.* from unnest($2::text[]) as k(kind)
  cross join lateral (
    select * from comments c
    where c.thread_id = t.id
      and c.kind = k.kind
      and c.seq is not null
      and c.held_at is null
      and c.withheld_at is null
      and c.withdrawn_at is null
    order by c.seq desc limit ${NEWEST}
  ) n
  order by n.seq desc limit ${NEWEST}`;

/** SQL: when a number was taken. An event's n is never smaller than its number, so the search begins there. */
const takenAt = (seq: string, of: string): string =>
  `coalesce(
     (
       select l.at from thread_log l
       where l.thread_id = ${of}.thread_id
         and l.n >= ${of}.${seq}
         and l.seq = ${of}.${seq}
       order by l.n limit 1
     ),
     ${of}.posted_at
   )`;
/** SQL: when its answer became public. */
const ANSWERED = `(
     select ${takenAt('seq', 'a')} from comments a
     where a.id = m.answer_id and a.seq is not null
   )`;
/** A vote changes a comment's number, but nothing that a feed's reader would open it for. */
const ROW =
  `${COMMENT_COLUMNS}, m."threadSlug", m."threadTitle", m."publishedAt", ` +
  `greatest(m."publishedAt", m.edited_at, ${ANSWERED}) "changedAt"`;
const PUBLISHED = `p.*, t.slug "threadSlug", t.title "threadTitle", ${takenAt('seq', 'p')} "publishedAt"`;

/**
 * The newest public comments of a thread or a conference, by when they became public; a held one is as new as its
 * release. Hidden ones are left out.
 */
@Injectable()
export class FeedsQueries {
  constructor(private readonly database: Database) {}

  async ofThread(threadId: string, kind: string | null): Promise<FeedEntry[]> {
    return this.ask(
      `select ${ROW} from (select ${PUBLISHED}
       from threads t cross join lateral (${NEWEST_OF_A_THREAD}) p where t.id = $1) m order by m.seq desc`,
      threadId,
      kind,
    );
  }

  /** Recent comments are in the fifty threads that were written to last; answers may be older. */
  async ofConference(conferenceId: string, kind: string | null): Promise<FeedEntry[]> {
    return this.ask(
      `with lately as (
         select t.id, t.slug, t.title from threads t
         join thread_heads h on h.thread_id = t.id
         where t.conference_id = $1 and t.hidden_at is null
         order by h.last_activity_at desc nulls last limit case when cardinality($2::text[]) > 1 then ${NEWEST} end
       )
       select ${ROW}
       from (
         select ${PUBLISHED} from lately t
         cross join lateral (${NEWEST_OF_A_THREAD}) p
         order by "publishedAt" desc, p.thread_id, p.seq desc limit ${NEWEST}
       ) m
       order by m."publishedAt" desc, m.thread_id, m.seq desc`,
      conferenceId,
      kind,
    );
  }

  private async ask(sql: string, id: string, kind: string | null): Promise<FeedEntry[]> {
    const rows = await this.database.read<FeedRow>(sql, [id, kind === null ? KINDS : [kind]]);
    return rows.map((row) => ({
      comment: toCommentView(row),
      threadSlug: row.threadSlug,
      threadTitle: row.threadTitle,
      publishedAt: row.publishedAt.toISOString(),
      changedAt: row.changedAt.toISOString(),
    }));
  }
}
