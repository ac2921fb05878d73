import type { Tx } from '../platform/database/database.ts';

/** Frees the questions an account had taken; returns how many. */
export const forgetTaker = async (tx: Tx, accountId: string): Promise<number> =>
  (await tx.query('delete from question_takers where account_id = $1 returning 1', [accountId])).length;
