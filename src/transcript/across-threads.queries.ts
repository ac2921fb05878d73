import { Injectable } from '@nestjs/common';
import {
  COMMENT_COLUMNS,
  toCommentView,
  type CommentRow,
  type CommentView,
  VISIBLE,
} from '../comments/comment.view.ts';
import { Database } from '../platform/database/database.ts';

/** A question of any thread; `answer` is null where it waits or was answered aloud. */
export interface QuestionWithAnswer {
  comment: CommentView;
  answer: CommentView | null;
}

/** The contributions to all threads of a conference, counted; people count by the names they spoke under. */
export interface ConferenceFigures {
  comments: number;
  questions: number;
  answered: number;
  /** Questions without an outcome. */
  waiting: number;
  people: number;
}

/** The outcome by which questions of a conference are listed. */
export type QuestionOutcome = 'waiting' | 'answered';

const STATUSES: Readonly<Record<QuestionOutcome, readonly string[]>> = {
  waiting: ['taken', 'open'],
  answered: ['answered'],
};

const ANSWER_VISIBLE = VISIBLE.replaceAll('m.', 'y.');

interface QuestionRow {
  comment: CommentRow;
  answer: CommentRow | null;
}

/** Reads public contributions of all threads of a conference, each list in one statement. */
@Injectable()
export class AcrossThreads {
  constructor(private readonly database: Database) {}

  /** The visible questions with this outcome, the most wanted first. */
  async questions(conferenceId: string, outcome: QuestionOutcome, limit: number): Promise<QuestionWithAnswer[]> {
    const rows = await this.database.read<QuestionRow>(
      `select to_jsonb(q) comment, to_jsonb(a) answer
       from threads t
       join thread_heads h on h.thread_id = t.id
       cross join lateral (
         select ${COMMENT_COLUMNS} from comments m
         where m.thread_id = t.id and m.kind = 'question' and m.question_status = any($2) and ${VISIBLE}
         order by m.votes desc, m.seq limit $3
       ) q
       left join lateral (
         select ${COMMENT_COLUMNS.replaceAll('m.', 'y.')} from comments y
         where y.id = q."answerId" and ${ANSWER_VISIBLE}
       ) a on true
       where t.conference_id = $1 and h.questions > 0 and (q."answerId" is null or a.id is not null)
       order by q.votes desc, t.starts_at, t.slug, q.seq limit $3`,
      [conferenceId, STATUSES[outcome], limit],
    );
    return rows.map(({ comment, answer }) => ({
      comment: toCommentView(comment),
      answer: answer && toCommentView(answer),
    }));
  }

  /** The last visible contribution of each of these threads, by the thread's id. */
  async latest(threadIds: readonly string[]): Promise<Map<string, CommentView>> {
    const rows = await this.database.read<{ threadId: string; comment: CommentRow }>(
      `select t.id "threadId", to_jsonb(q) comment
       from threads t
       cross join lateral (
         select o.* from unnest(array['comment', 'question', 'answer']) k
         cross join lateral (
           select ${COMMENT_COLUMNS} from comments m
           where m.thread_id = t.id and m.kind = k and ${VISIBLE}
           order by m.seq desc limit 1
         ) o
         order by o.seq desc limit 1
       ) q
       where t.id = any($1)`,
      [threadIds],
    );
    return new Map(rows.map(({ threadId, comment }) => [threadId, toCommentView(comment)]));
  }

  /** Counts the contributions to all threads of a conference; people count by the names they spoke under. */
  async figures(conferenceId: string): Promise<ConferenceFigures> {
    const [figures] = await this.database.read<ConferenceFigures>(
      `select coalesce(sum(h.comments + h.questions), 0)::int comments, coalesce(sum(h.answered), 0)::int answered,
         coalesce(sum(h.questions), 0)::int questions,
         coalesce(sum(h.questions - h.answered - h.declined - h.merged - h.expired), 0)::int waiting,
         (
           select count(*)::int
           from (
             select id from personas where conference_id = $1
             union
             select persona_id from archived_faces where conference_id = $1
           ) p
           where exists (select from comments m where m.persona_id = p.id and ${VISIBLE})
         ) people
       from threads t join thread_heads h on h.thread_id = t.id
       where t.conference_id = $1 and t.hidden_at is null`,
      [conferenceId],
    );
    return figures!;
  }
}
