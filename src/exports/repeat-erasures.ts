import { completeDeparture, type DepartureTools, type DueDeparture } from '../comments/complete-departure.ts';
import type { Config } from '../platform/config/settings.ts';
import { partRecaps } from '../recap/part-recaps.ts';
import type { Tx } from '../platform/database/database.ts';
import { runWrites } from '../threads/thread-transaction.ts';
import { endAccount, finishErasure, type ErasureInput } from './erasing.ts';
import { ErasuresLedger } from './erasures-ledger.ts';

/**
 * After a restore, before the server starts: erases again every account in DATA_DIR's ledger of erasures, and completes
 * all departures at once in a random order, since readers saw them before. Returns how many accounts.
 */
export async function repeatErasures(tx: Tx, config: Config): Promise<number> {
  const [clock] = await tx.query<{ now: Date }>('select now() now');
  const { now } = clock!;
  const noted = await new ErasuresLedger(config).list();
  await tx.query(
    `insert into erasures (account_id, posts, asked_at, done_at)
     select account, posts, at, $2
     from json_to_recordset($1::json) as r(account uuid, posts text, at timestamptz)
     on conflict do nothing`,
    [JSON.stringify(noted), now],
  );
  const due = await tx.query<ErasureInput>(
    `select e.account_id "accountId", e.posts from erasures e
     join accounts a on a.id = e.account_id
     order by e.asked_at`,
  );
  for (const erasing of due) await endAccount(tx, erasing, now);
  const unfinished = await tx.query<ErasureInput>(
    'select account_id "accountId", posts from erasures where done_at is null or account_id = any($1)',
    [due.map(({ accountId }) => accountId)],
  );
  for (const erasing of unfinished) await finishErasure(tx, erasing, now);
  await departAll(tx, now);
  return due.length;
}

/** A persona leaves its anonymous questions as departures of their own, hence the second round. */
async function departAll(tx: Tx, now: Date): Promise<void> {
  const tools = toolsOf(tx, now);
  for (;;) {
    const departures = await tx.query<DueDeparture>(
      'select subject_id "subjectId", kind, posts from departures order by random()',
    );
    if (departures.length === 0) return;
    for (const departure of departures) await completeDeparture(tools, departure, now, [partRecaps]);
  }
}

const toolsOf = (tx: Tx, now: Date): DepartureTools => ({
  query: (sql, values) => tx.query(sql, values),
  transaction: (work) => work(tx),
  async submit(threadId, kind, input) {
    const {
      outcomes: [outcome],
    } = await runWrites(tx, [{ threadId, kind: kind as never, input }], { now, skip: false });
    return outcome && 'written' in outcome ? outcome.written : { numbers: [] };
  },
});
