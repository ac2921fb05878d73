import type { Tx } from '../platform/database/database.ts';

/** Deletes the passkeys and challenges of an account; returns how many passkeys there were. */
export async function forgetPasskeys(tx: Tx, accountId: string): Promise<number> {
  await tx.query('delete from passkey_challenges where account_id = $1', [accountId]);
  return (await tx.query('delete from passkeys where account_id = $1 returning 1', [accountId])).length;
}
