import { Injectable } from '@nestjs/common';
import {
  COMMENT_COLUMNS,
  toCommentView,
  type CommentRow,
  type CommentView,
  VISIBLE,
} from '../comments/comment.view.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';

/** Most talks, and most questions of each; the desk has them all. */
const TALKS = 100;
const QUESTIONS_SHOWN = 10;

export interface WaitingTalk {
  threadId: string;
  talkId: string;
  /** The title of the talk. */
  title: string;
  /** The page of its thread, as a path of this site. */
  path: string;
  /** Number of its open questions. */
  open: number;
  /** Number of its questions that a speaker has taken. */
  taken: number;
  /** The questions that wait, the most wanted first; at most 10. */
  questions: CommentView[];
}

/** The place of a question, and the time zone of its conference. */
interface QuestionPlace {
  /** The page of its thread, as a path of this site. */
  path: string;
  /** The IANA zone of its conference. */
  timeZone: string;
}

/** A question of the caller's own, with its text also while others do not see it. */
export interface OwnQuestion extends CommentView, QuestionPlace {}

/** Reads what waits for a speaker, and what became of an account's questions. */
@Injectable()
export class OpenQuestions {
  constructor(private readonly database: Database) {}

  /** The talks of a speaker with waiting questions, also weeks later; the most wanted questions of each. */
  async inTalksOf(accountId: string): Promise<WaitingTalk[]> {
    const rows = await this.database.read<Omit<WaitingTalk, 'questions'> & { questions: CommentRow[] }>(
      `select t.id "threadId",
         t.talk_id "talkId",
         t.title,
         '/c/' || c.slug || '/t/' || t.slug path,
         w.open,
         w.taken,
         (
           select json_agg(q)
           from (
             select ${COMMENT_COLUMNS} from comments m
             where m.thread_id = t.id
               and m.question_status in ('open', 'taken')
               and ${VISIBLE}
             order by m.votes desc, m.seq limit ${QUESTIONS_SHOWN}
           ) q
         ) questions
       from threads t
       join conferences c on c.id = t.conference_id
       cross join lateral (
         select count(*) filter (where m.question_status = 'open')::int open,
           count(*) filter (where m.question_status = 'taken')::int taken
         from comments m
         where m.thread_id = t.id
           and m.question_status in ('open', 'taken')
           and ${VISIBLE}
       ) w
       where t.talk_id in (select talk_id from grants where account_id = $1 and role = 'speaker')
         and t.state not in ('readonly', 'archived')
         and w.open + w.taken > 0
       order by t.starts_at, t.id limit ${TALKS}`,
      [accountId],
    );
    return rows.map(({ questions, ...talk }) => ({
      ...talk,
      questions: questions.map((question) => toCommentView(question)),
    }));
  }

  /** An account's questions, the latest first, with its own words also where others do not see them. */
  async askedBy(
    accountId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<OwnQuestion>> {
    const [before] = cursor === undefined ? [null] : decodeCursor(cursor, ['id'] as const);
    const rows = await this.database.read<CommentRow & QuestionPlace>(
      `select ${COMMENT_COLUMNS}, '/c/' || c.slug || '/t/' || t.slug path, c.time_zone "timeZone"
       from personas p
       join comments m on m.persona_id = p.id
       join threads t on t.id = m.thread_id
       join conferences c on c.id = t.conference_id
       where p.account_id = $1
         and m.kind = 'question'
         and m.withdrawn_at is null
         and ($3::uuid is null or m.id < $3::uuid)
       order by m.id desc limit $2`,
      [accountId, limit + 1, before],
    );
    const { items, next } = pageOf(rows, limit, ({ id }) => [id]);
    return {
      items: items.map((row) => ({
        ...toCommentView(row, { withWords: true }),
        path: row.path,
        timeZone: row.timeZone,
      })),
      next,
    };
  }
}
