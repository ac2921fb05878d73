import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { stateOf } from '../comments/comment.policy.ts';
import { lockedComments, type LockedComment } from '../comments/comments.queries.ts';
import { Database } from '../platform/database/database.ts';
import { phaseOf } from '../threads/thread.policy.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';

/** So many questions a transaction: a bound on how long the head of the thread stays locked. */
const AT_ONCE = 50;

const expiringWith = (notices: Notices): ExclusiveWrite<null, LockedComment[], LockedComment[]> => ({
  isBatched: false,
  conflictKeys: () => [],

  async read(tx, { thread }) {
    const rows = await tx.query<{ id: string }>(
      `select id from comments where thread_id = $1 and question_status in ('open', 'taken') order by id limit $2`,
      [thread.id, AT_ONCE],
    );
    return [
      (
        await lockedComments(
          tx,
          thread.id,
          rows.map(({ id }) => id),
        )
      ).filter((question) => question !== null),
    ];
  },

  decide(_input, questions, { thread, now }) {
    const phase = phaseOf(thread, now);
    if (phase !== 'readonly' && phase !== 'archived') return { events: [], rows: [] };
    const isShown = (question: LockedComment): boolean => question.seq !== null && stateOf(question) === 'visible';
    return {
      events: questions.map(({ id, seq }) => ({
        kind: 'question.expired' as const,
        commentId: id,
        isPublic: seq !== null,
      })),
      counts: { expired: questions.filter(isShown).length },
      rows: questions,
    };
  },

  async write(tx, _context, [written]) {
    const { rows: questions, numbers } = written!;
    const ids = questions.map(({ id }) => id);
    await tx.query(
      `update comments m
       set question_status = 'expired', changed_seq = coalesce(r.seq, m.changed_seq)
       from unnest($1::uuid[], $2::int[]) as r(id, seq)
       where m.id = r.id`,
      [ids, numbers.map(({ seq }) => seq)],
    );
    await tx.query('delete from question_takers where comment_id = any($1)', [ids]);
    // What its author took back or a moderator withheld had its last word already.
    for (const { id, accountId, ...facts } of questions)
      if (accountId !== null && stateOf(facts) === 'visible')
        await notices.tell(tx, { accountId, kind: 'expired', commentId: id });
  },
});

/**
 * Every question ends: those still open or taken when their thread becomes read-only expire, and their askers are told
 * in the same transaction, hence once. Looks at the rows themselves: a run that is cut short is made good by the next.
 */
@Injectable()
export class ExpireQuestions {
  private readonly expiring;

  constructor(
    private readonly database: Database,
    private readonly threadWriter: ThreadWriter,
    private readonly notices: Notices,
  ) {
    this.expiring = expiringWith(notices);
  }

  async expire(): Promise<void> {
    const threads = await this.database.ask<{ id: string }>(
      `select t.id from threads t
       where t.state in ('readonly', 'archived')
         and exists (select from comments m where m.thread_id = t.id and m.question_status in ('open', 'taken'))`,
    );
    for (const { id } of threads)
      while ((await this.threadWriter.submit(id, this.expiring, null)).numbers.length > 0) this.notices.wake();
  }
}
