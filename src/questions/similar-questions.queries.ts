import { Injectable } from '@nestjs/common';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';

const AT_MOST = 5;
/**
 * Least similarity, chosen by hand over questions of real conferences; below it sentences share only their small words.
 */
const ALIKE = 0.3;

/**
 * Finds questions that ask about the same and wait or are answered, so that a participant votes or reads the answer
 * instead of asking again.
 */
@Injectable()
export class SimilarQuestions {
  constructor(
    private readonly database: Database,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  /** Public questions only, the most similar first. Throws `not-found`. */
  async find(threadId: string, typed: string): Promise<CommentView[]> {
    const { id } = await this.threadsQueries.get(threadId);
    const rows = await this.database.read<CommentRow>(
      `select ${COMMENT_COLUMNS} from comments m
       cross join lateral (
         select greatest(
           similarity(lower(m.source), lower($2)), 0.8 * word_similarity(lower($2), lower(m.source))
         ) alike
       ) s
       where m.thread_id = $1
         and m.question_status in ('open', 'taken', 'answered')
         and m.seq is not null
         and m.held_at is null
         and m.withheld_at is null
         and m.withdrawn_at is null
         and s.alike >= $3
       order by s.alike desc, m.votes desc, m.seq limit $4`,
      [id, typed, ALIKE, AT_MOST],
    );
    return rows.map((row) => toCommentView(row));
  }
}
