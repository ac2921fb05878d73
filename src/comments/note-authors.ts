import type { Tx } from '../platform/database/database.ts';

/** Notes who wrote the note of a question, while its thread is locked; null: it has none any more. */
export async function setNoteAuthor(tx: Tx, questionId: string, accountId: string | null): Promise<void> {
  if (accountId === null) {
    await tx.query('delete from note_authors where comment_id = $1', [questionId]);
    return;
  }
  await tx.query(
    `insert into note_authors (comment_id, account_id)
     values ($1, $2)
     on conflict (comment_id) do update set account_id = excluded.account_id`,
    [questionId, accountId],
  );
}

/** The account that wrote the note of a question; null where it is gone, or where the note is older than this table. */
export async function noteAuthorOf(tx: Pick<Tx, 'query'>, questionId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>('select account_id id from note_authors where comment_id = $1', [
    questionId,
  ]);
  return row?.id ?? null;
}

/** The notes of an account that leaves stay, and nothing leads from them to it. */
export const forgetNoteAuthor = async (tx: Tx, accountId: string): Promise<number> =>
  (await tx.query('delete from note_authors where account_id = $1 returning 1', [accountId])).length;
