import type { Tx } from '../platform/database/database.ts';

/** Ends every session of an account, and voids its unused codes with the comments that wait for them. */
export async function forgetSessions(
  tx: Tx,
  accountId: string,
): Promise<{ sessionIds: string[]; codes: number; pending: number }> {
  const sessions = await tx.query<{ id: string }>('delete from sessions where account_id = $1 returning id', [
    accountId,
  ]);
  const [waiting] = await tx.query<{ count: number }>(
    `select count(*)::int count from pending_comments w
     join login_codes l on l.id = w.login_code_id
     join accounts a on a.address_index = l.address_index
     where a.id = $1`,
    [accountId],
  );
  const codes = await tx.query(
    'delete from login_codes l using accounts a where a.id = $1 and l.address_index = a.address_index returning 1',
    [accountId],
  );
  return { sessionIds: sessions.map(({ id }) => id), codes: codes.length, pending: waiting!.count };
}
