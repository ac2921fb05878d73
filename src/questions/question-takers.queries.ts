import type { Database, Tx } from '../platform/database/database.ts';

/** The account that has taken this question; null without one. */
export async function takerOf(tx: Tx, questionId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>('select account_id id from question_takers where comment_id = $1', [
    questionId,
  ]);
  return row?.id ?? null;
}

/** The question of a thread that was taken last, among those that are taken now; null without one. */
export async function latestTakenOf(database: Database, threadId: string): Promise<string | null> {
  const [row] = await database.read<{ id: string }>(
    'select comment_id id from question_takers where thread_id = $1 order by at desc, comment_id desc limit 1',
    [threadId],
  );
  return row?.id ?? null;
}
