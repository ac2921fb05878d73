import type { Tx } from '../platform/database/database.ts';

/** The account that has taken this question; null without one. */
export async function takerOf(tx: Tx, questionId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>('select account_id id from question_takers where comment_id = $1', [
    questionId,
  ]);
  return row?.id ?? null;
}
