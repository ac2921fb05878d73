import { forgetAccount, silenceAccount, type Gone } from '../accounts/forget-account.ts';
import { erasingAuthor, threadsTouchedBy, type ErasedRows, type ErasingAuthor, type PostsFate } from '../comments/erase-author.ts';
import { forgetInModeration } from '../moderation/forget-in-moderation.ts';
import type { Tx } from '../platform/database/database.ts';
import { forgetPasskeys } from '../passkeys/forget-passkeys.ts';
import { forgetTaker } from '../questions/forget-taker.ts';
import { forgetSessions } from '../sessions/forget-sessions.ts';
import { runWorks } from '../threads/thread-transaction.ts';

/** What an erasure did so far, table by table. */
export type Touched = Gone;

export const add = (touched: Touched, more: Touched): void => {
  for (const [table, rows] of Object.entries(more)) touched[table] = (touched[table] ?? 0) + rows;
};

/** First: nobody is signed in to the account any more, none of its faces has a name, and it is noted that all else follows. */
export async function cutOff(tx: Tx, { accountId, posts, now }: { accountId: string; posts: PostsFate; now: Date }): Promise<{ touched: Touched; sessionIds: string[] }> {
  await tx.query('insert into erasures (account_id, posts, asked_at) values ($1, $2, $3) on conflict do nothing', [accountId, posts, now]);
  const { sessionIds, codes, pending } = await forgetSessions(tx, accountId);
  await silenceAccount(tx, accountId, now);
  return { sessionIds, touched: { sessions: sessionIds.length, login_codes: codes, pending_comments: pending, passkeys: await forgetPasskeys(tx, accountId), question_takers: await forgetTaker(tx, accountId) } };
}

/** Last: the account itself. */
export async function finish(tx: Tx, accountId: string, now: Date): Promise<Touched> {
  const { sessionIds } = await forgetSessions(tx, accountId);
  const touched = { ...(await forgetInModeration(tx, accountId)), ...(await forgetAccount(tx, accountId)), sessions: sessionIds.length };
  await tx.query('update erasures set done_at = $2 where account_id = $1 and done_at is null', [accountId, now]);
  return touched;
}

export const rowsOf = ({ kept, removed, votes }: ErasedRows): Touched => ({ comments_kept: kept, comments_removed: removed, votes });

/** All of it in one transaction: for a database that nobody reads yet. */
export async function eraseIn(tx: Tx, { accountId, posts }: ErasingAuthor, now: Date): Promise<void> {
  await cutOff(tx, { accountId, posts, now });
  for (const threadId of await threadsTouchedBy(tx, accountId)) await eraseInThread(tx, threadId, { accountId, posts }, now);
  await finish(tx, accountId, now);
}

async function eraseInThread(tx: Tx, threadId: string, input: ErasingAuthor, now: Date): Promise<void> {
  for (;;) {
    const { outcomes: [outcome] } = await runWorks(tx, [{ threadId, kind: erasingAuthor as never, input }], { now, skip: false });
    if (!outcome || !('written' in outcome) || outcome.written.numbers.length === 0) return;
  }
}

