import type { Tx } from '../platform/database/database.ts';

/**
 * Detaches an account from its reports and appeals, which stay, and deletes its statements. Decisions are only ever
 * added: they keep an account id that leads nowhere.
 */
export async function forgetInModeration(tx: Tx, accountId: string): Promise<Record<string, number>> {
  const rowsOf = async (sql: string): Promise<number> => (await tx.query(sql, [accountId])).length;
  return {
    reports: await rowsOf(
      'update reports set account_id = null, login_code_id = null where account_id = $1 returning 1',
    ),
    appeals: await rowsOf('update appeals set account_id = null where account_id = $1 returning 1'),
    statements: await rowsOf('delete from statements where account_id = $1 returning 1'),
    decision_letters: await rowsOf('delete from decision_letters where account_id = $1 returning 1'),
    queue_claims: await rowsOf('delete from queue_claims where account_id = $1 returning 1'),
    report_warnings: await rowsOf('delete from report_warnings where account_id = $1 returning 1'),
  };
}
