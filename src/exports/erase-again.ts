import type { Config } from '../platform/config/settings.ts';
import type { Tx } from '../platform/database/database.ts';
import { eraseIn } from './erasing.ts';
import { ErasuresLedger } from './erasures-ledger.ts';
import type { PostsFate } from '../comments/erase-author.ts';

/**
 * After a restore, before anybody reads: whoever has left since the backup was made leaves again, and whoever was
 * leaving just then is gone. Answers how many. The ledger is the one in DATA_DIR.
 */
export async function eraseAgain(tx: Tx, config: Config): Promise<number> {
  const [clock] = await tx.query<{ now: Date }>('select now() now');
  const noted = await new ErasuresLedger(config).list();
  await tx.query(
    `insert into erasures (account_id, posts, asked_at, done_at) select account, posts, at, $2 from json_to_recordset($1::json) as r(account uuid, posts text, at timestamptz) on conflict do nothing`,
    [JSON.stringify(noted), clock!.now]);
  const due = await tx.query<{ accountId: string; posts: PostsFate }>('select e.account_id "accountId", e.posts from erasures e join accounts a on a.id = e.account_id order by e.asked_at');
  for (const erasure of due) await eraseIn(tx, erasure, clock!.now);
  return due.length;
}
