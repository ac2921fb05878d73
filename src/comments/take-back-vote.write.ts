import type { ExclusiveWrite } from '../threads/thread-write.ts';

/** Most comments stamped in one transaction. A vote is on one comment, and on another after a merge. */
const STAMPED_AT_ONCE = 8;

interface TakeBackVoteRows {
  readonly voterId: string;
  readonly commentIds: readonly string[];
}

/** Takes back the vote of an erased account, by the random number that replaced the account. */
export const takeBackVoteWrite: ExclusiveWrite<string, readonly string[], TakeBackVoteRows> = {
  isBatched: false,
  conflictKeys: () => [],

  async read(tx, { thread }, [voterId]) {
    const rows = await tx.query<{ id: string }>(
      `select comment_id id from votes
       where thread_id = $1 and account_id = $2
       order by comment_id limit ${STAMPED_AT_ONCE}`,
      [thread.id, voterId],
    );
    return [rows.map(({ id }) => id)];
  },

  decide: (voterId, commentIds) => ({
    events: commentIds.map((commentId) => ({ kind: 'comment.unvoted', commentId, isPublic: true })),
    rows: { voterId, commentIds },
  }),

  async write(tx, _context, [written]) {
    const {
      rows: { voterId, commentIds },
      numbers,
    } = written!;
    await tx.query('delete from votes where account_id = $1 and comment_id = any($2)', [voterId, commentIds]);
    await tx.query(
      `update comments m
       set votes = m.votes - 1, changed_seq = r.seq
       from unnest($1::uuid[], $2::int[]) as r(id, seq)
       where m.id = r.id`,
      [commentIds, numbers.map(({ seq }) => seq)],
    );
  },
};
