import type { Notices } from '../accounts/notices.ts';
import { stateOf } from '../comments/comment.policy.ts';
import { lockedComments, type LockedComment } from '../comments/comments.queries.ts';
import { phaseOf } from '../threads/thread.policy.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';

/** Most questions expired in one transaction, so that the head is not locked for long. */
const AT_ONCE = 50;

export const expireQuestionsWrite = (notices: Notices): ExclusiveWrite<null, LockedComment[], LockedComment[]> => ({
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
    // No notice about a withdrawn or withheld question.
    for (const { id, accountId, ...facts } of questions)
      if (accountId !== null && stateOf(facts) === 'visible')
        await notices.add(tx, { accountId, kind: 'expired', commentId: id });
  },
});
