import { Injectable } from '@nestjs/common';
import { shownWordings } from '../comments/comment.policy.ts';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { Database } from '../platform/database/database.ts';
import type { ArchivedComment } from './archive-format.ts';

/** Most comments read at once. */
const AT_ONCE = 500;

/** Reads the comments of an archive: public data only, a few hundred rows at a time. */
@Injectable()
export class ArchivedCommentsQueries {
  constructor(private readonly database: Database) {}

  /** Everything public of a thread by place, some hundreds at a time. */
  async *comments(threadId: string): AsyncGenerator<ArchivedComment[]> {
    for (let after = 0; ;) {
      const rows = await this.database.read<CommentRow>(
        `select ${COMMENT_COLUMNS} from comments m
         where m.thread_id = $1 and m.seq > $2
         order by m.seq limit ${AT_ONCE}`,
        [threadId, after],
      );
      if (rows.length === 0) return;
      const edited = rows.filter(({ editedAt }) => editedAt !== null).map(({ id }) => id);
      const revisions =
        edited.length === 0
          ? []
          : await this.database.read<{ id: string; revision: number; html: string; writtenAt: Date }>(
              `select r.comment_id id, r.revision, r.html, r.written_at "writtenAt"
               from comment_revisions r
               join comments m on m.id = r.comment_id
               where r.comment_id = any($1)
                 and r.was_public
                 and m.held_at is null
                 and m.withheld_at is null
                 and m.withdrawn_at is null
               order by r.comment_id, r.revision`,
              [edited],
            );
      yield rows.map((row) => {
        const earlier = revisions.filter(({ id }) => id === row.id);
        const own = shownWordings(earlier, row.editedAt ?? row.postedAt).map(({ revision, html, writtenAt }) => ({
          revision,
          html,
          writtenAt: writtenAt.toISOString(),
        }));
        return { ...carried(row), ...(own.length > 0 ? { revisions: own } : {}) };
      });
      after = rows.at(-1)!.seq!;
    }
  }

  /** The places of a thread's top-level comments and the lengths of their branches, some thousands at a time. */
  async *outline(threadId: string): AsyncGenerator<{ seq: number; replyCount: number }[]> {
    for (let after = 0; ;) {
      const rows = await this.database.read<{ seq: number; replyCount: number }>(
        `select seq, reply_count "replyCount" from comments
         where thread_id = $1 and parent_id is null and seq > $2
         order by seq limit 5000`,
        [threadId, after],
      );
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)!.seq;
    }
  }

  /** Top-level comments between two places. */
  async roots(threadId: string, from: number, to: number): Promise<CommentView[]> {
    const found = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m
       where m.thread_id = $1 and m.parent_id is null and m.seq between $2 and $3
       order by m.seq`,
      [threadId, from, to],
    );
    return found.map((row) => carried(row));
  }

  /** The replies of a long branch behind a place. */
  async replies(rootId: string, after: number, limit: number): Promise<CommentView[]> {
    const found = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m where m.root_id = $1 and m.seq > $2 order by m.seq limit $3`,
      [rootId, after, limit],
    );
    return found.map((row) => carried(row));
  }

  /** The replies of several short branches. */
  async repliesOf(rootIds: readonly string[]): Promise<CommentView[]> {
    const found = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m where m.root_id = any($1) and m.seq is not null order by m.seq`,
      [rootIds],
    );
    return found.map((row) => carried(row));
  }

  /** Answered questions by votes, each with its answer. */
  async answered(threadId: string, limit: number): Promise<CommentView[]> {
    const found = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m
       where m.thread_id = $1
         and m.kind = 'question'
         and m.question_status = 'answered'
         and m.seq is not null
         and m.held_at is null
         and m.withheld_at is null
         and m.withdrawn_at is null
       order by m.votes desc, m.seq limit $2`,
      [threadId, limit],
    );
    return found.map((row) => carried(row));
  }

  async byIds(ids: readonly string[]): Promise<CommentView[]> {
    return (
      await this.database.read<CommentRow>(
        `select ${COMMENT_COLUMNS} from comments m where m.id = any($1) and m.seq is not null`,
        [ids],
      )
    ).map((row) => carried(row));
  }
}

/** The public view, without the author where the words are gone. */
function carried(row: CommentRow): CommentView {
  const view = toCommentView(row);
  return view.state === 'withheld' || view.state === 'withdrawn' ? { ...view, author: null } : view;
}
