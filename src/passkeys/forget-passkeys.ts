import type { Tx } from '../platform/database/database.ts';

/** No device signs anybody in to this account any more. */
export async function forgetPasskeys(tx: Tx, accountId: string): Promise<number> {
  await tx.query('delete from passkey_challenges where account_id = $1', [accountId]);
  return (await tx.query('delete from passkeys where account_id = $1 returning 1', [accountId])).length;
}
