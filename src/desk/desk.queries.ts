import { Injectable } from '@nestjs/common';
import { GrantsQueries, leads, moderates } from '../accounts/grants.queries.ts';
import { COMMENT_COLUMNS, toCommentView, type CommentRow, type CommentView } from '../comments/comment.view.ts';
import { notAllowed } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';

/** Most waiting or held items: more than a speaker reads in an hour. */
const AT_MOST = 200;
/** Most settled questions. */
const SETTLED_SHOWN = 20;

/** A waiting question. */
export interface DeskQuestion extends CommentView {
  /** Number of its votes that are by guests. */
  guestVotes: number;
}

export interface DeskView {
  /** The latest number of the thread, public or not. */
  n: number;
  /** The questions that wait, the most wanted first; at most 200. */
  questions: DeskQuestion[];
  /** For moderators: held comments, without their own, which others decide about. */
  held: CommentView[];
  /** Number of open questions. */
  open: number;
  /** Number of questions that a speaker has taken. */
  taken: number;
  /**
   * Questions that can be opened again, and those answered aloud with a note; the latest first. Moderators read hidden
   * notes too.
   */
  settled: CommentView[];
  /** The ids of the questions taken by the account that reads. */
  mine: string[];
}

interface DeskRow {
  n: number;
  questions: (CommentRow & { guestVotes: number })[];
  held: CommentRow[];
  settled: CommentRow[];
  mine: string[];
  open: number;
  taken: number;
}

/** The speaker's view of a thread. Held words are for moderators; anonymous askers stay unknown. */
@Injectable()
export class DeskQueries {
  constructor(
    private readonly database: Database,
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
  ) {}

  /** Whether an account may see this desk. Throws `not-found`. */
  async mayOpen(accountId: string, threadId: string): Promise<boolean> {
    const { conferenceId, talkId } = await this.threadsQueries.get(threadId);
    return leads(await this.grantsQueries.rolesIn(accountId, conferenceId), talkId);
  }

  /** Read in one statement, so that its number is that of its rows. Throws `not-found`, `not-allowed`. */
  async get(accountId: string, threadId: string): Promise<DeskView> {
    const { id, conferenceId, talkId } = await this.threadsQueries.get(threadId);
    const roles = await this.grantsQueries.rolesIn(accountId, conferenceId);
    if (!leads(roles, talkId)) throw notAllowed();
    const isModerator = moderates(roles, talkId);
    const [row] = await this.database.ask<DeskRow>(
      `with visible as (
         select ${COMMENT_COLUMNS} from comments m
         where m.thread_id = $1
           and m.kind = 'question'
           and m.seq is not null
           and m.held_at is null
           and m.withheld_at is null
           and m.withdrawn_at is null
       ),
         waiting as (select * from visible where "questionStatus" in ('open', 'taken'))
       select (select n from thread_heads where thread_id = $1) n,
         (select count(*)::int from waiting where "questionStatus" = 'open') open,
         (select count(*)::int from waiting where "questionStatus" = 'taken') taken,
         coalesce(
           (
             select json_agg(w)
             from (
               select q.*,
                 (select count(*)::int from votes v where v.comment_id = q.id and v.is_by_guest) "guestVotes"
               from waiting q
               order by q.votes desc, q.seq limit ${AT_MOST}
             ) w
           ),
           '[]'
         ) questions,
         coalesce(
           (
             select json_agg(s)
             from (
               select * from visible
               where "questionStatus" in ('declined', 'merged')
                 or ("questionStatus" = 'answered' and "questionReason" is not null)
               order by "changedSeq" desc limit ${SETTLED_SHOWN}
             ) s
           ),
           '[]'
         ) settled,
         coalesce(
           (
             select json_agg(h)
             from (
               select ${COMMENT_COLUMNS} from comments m
               where $3
                 and m.thread_id = $1
                 and m.held_at is not null
                 and m.withheld_at is null
                 and m.withdrawn_at is null
                 and not exists (select from personas p where p.id = m.persona_id and p.account_id = $2)
               order by m.held_at, m.id limit ${AT_MOST}
             ) h
           ),
           '[]'
         ) held,
         coalesce(
           (select json_agg(q.comment_id) from question_takers q where q.thread_id = $1 and q.account_id = $2), '[]'
         ) mine`,
      [id, accountId, isModerator],
    );
    const { questions, held, settled, ...counts } = row!;
    return {
      ...counts,
      questions: questions.map((question) => ({ ...toCommentView(question), guestVotes: question.guestVotes })),
      held: held.map((comment) => toCommentView(comment, { withWords: true })),
      settled: settled.map((question) => toCommentView(question, { withNote: isModerator })),
    };
  }
}
