import type { Queryable } from '../platform/database/database.ts';
import type { BatchedInput } from '../threads/thread-write.ts';
import { byKey } from '../kernel/by-key.ts';
import { DUPLICATE_MINUTES, FLOOD_IN_TEN_MINUTES } from './comment.policy.ts';
import type { Posting } from './posting.ts';

/** A comment that was posted with a key before. */
export interface EarlierPost {
  threadId: string;
  tag: Buffer;
  bodyTag: Buffer;
  commentId: string;
}

/** The recent posts of an account, anywhere and in this thread. */
export interface RecentPosts {
  lastAt: Date | null;
  lastHereAt: Date | null;
  thirtiethLastAt: Date | null;
  isDuplicate: boolean;
  isApproved: boolean;
  /** Whether the account is posting something else in another transaction. */
  isPosting: boolean;
}

/**
 * The inputs whose account is posting in another transaction, on any node. Each account tries an advisory lock without
 * waiting, before earlier posts are read, so that the holder sees all of them and none deadlocks.
 */
async function postingElsewhere(tx: Queryable, writes: readonly BatchedInput<Posting>[]): Promise<Set<string>> {
  const accounts = writes.filter(({ input }) => input.isRateLimited).map(({ input: { accountId } }) => accountId);
  if (accounts.length === 0) return new Set();
  const rows = await tx.query<{ accountId: string }>(
    `select account_id "accountId" from unnest($1::uuid[]) as w(account_id)
     where not pg_try_advisory_xact_lock(hashtextextended('posting ' || account_id, 0))`,
    [accounts],
  );
  return new Set(rows.map(({ accountId }) => accountId));
}

/** By thread and tag. */
export async function knownKeys(
  tx: Queryable,
  writes: readonly BatchedInput<Posting>[],
): Promise<Map<string, EarlierPost>> {
  const keyed = writes.flatMap(({ input: { key }, threadId }) => (key ? [{ threadId, tag: key.tag }] : []));
  const rows =
    keyed.length === 0
      ? []
      : await tx.query<EarlierPost>(
          `select k.thread_id "threadId", k.tag, k.body_tag "bodyTag", k.comment_id "commentId"
           from unnest($1::uuid[], $2::bytea[]) as u(thread_id, tag)
           join posting_keys k on k.thread_id = u.thread_id and k.tag = u.tag`,
          [keyed.map(({ threadId }) => threadId), keyed.map(({ tag }) => tag)],
        );
  return byKey(rows, ({ threadId, tag }) => `${threadId} ${tag.toString('hex')}`);
}

/**
 * SQL: the newest contributions of each persona of an account, more than may be made in ten minutes, which is as far as
 * the guards look.
 */
const NEWEST = (columns: string, since: string): string => `personas p
  cross join lateral (
    select ${columns} from comments
    where persona_id = p.id and posted_at > $5::timestamptz - interval '${since}'
    order by posted_at desc limit ${FLOOD_IN_TEN_MINUTES + 1}
  ) m
  where p.account_id = w.account_id`;

/** One entry for each input, in order. What no guard needs is not read. */
export async function recentOf(
  tx: Queryable,
  writes: readonly BatchedInput<Posting>[],
  now: Date,
): Promise<RecentPosts[]> {
  const posting = postingElsewhere(tx, writes);
  const rows = await tx.query<Omit<RecentPosts, 'isPosting'> & { i: number }>(
    `select w.i::int - 1 i,
       case when w.is_limited then (select max(m.posted_at) from ${NEWEST('posted_at', '10 minutes')}) end "lastAt",
       case when w.is_limited then (
         select m.posted_at from ${NEWEST('posted_at', '10 minutes')}
         order by m.posted_at desc
         offset ${FLOOD_IN_TEN_MINUTES - 1}
         limit 1
       )
       end "thirtiethLastAt",
       case when coalesce(t.slow_mode, nullif(c.settings->'slowMode', 'null')) is not null then (
         select max(m.posted_at) from personas p
         join comments m on m.persona_id = p.id
         where p.account_id = w.account_id
           and m.thread_id = w.thread_id
           and m.posted_at > $5::timestamptz - interval '1 hour'
       )
       end "lastHereAt",
       exists (
         select
         from ${NEWEST('thread_id, source, withdrawn_at', `${DUPLICATE_MINUTES} minutes`)}
           and m.thread_id = w.thread_id
           and m.source = w.source
           and m.withdrawn_at is null
       ) "isDuplicate",
       exists (
         select from personas p
         cross join lateral (select from comments m where m.persona_id = p.id and m.seq is not null limit 1) m
         where p.account_id = w.account_id and p.conference_id = t.conference_id
       ) "isApproved"
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bool[])
       with ordinality as w(account_id, thread_id, source, is_limited, i)
     join threads t on t.id = w.thread_id
     join conferences c on c.id = t.conference_id`,
    [
      writes.map(({ input }) => input.accountId),
      writes.map(({ threadId }) => threadId),
      writes.map(({ input }) => input.source),
      writes.map(({ input }) => input.isRateLimited),
      now,
    ],
  );
  const byPlace = byKey(rows, ({ i }) => i);
  const busy = await posting;
  return writes.map(({ input: { accountId } }, i) => ({ ...byPlace.get(i)!, isPosting: busy.has(accountId) }));
}
