import type { Tx } from '../platform/database/database.ts';
import type { Sharing } from '../threads/work.ts';
import { byKey } from '../kernel/by-key.ts';
import { DUPLICATE_MINUTES, FLOOD_IN_TEN_MINUTES } from './comment.policy.ts';
import type { Posting } from './posting.ts';

/** What was posted with a key before. */
export interface Known { threadId: string; tag: Buffer; bodyTag: Buffer; commentId: string }

/** What an account has said lately: anywhere, and in the thread it now writes in. */
export interface Recent { lastAt: Date | null; lastHereAt: Date | null; inTenMinutes: number; thirtiethLastAt: Date | null; isDuplicate: boolean; isApproved: boolean }

/** By thread and tag. */
export async function knownKeys(tx: Pick<Tx, 'query'>, works: readonly Sharing<Posting>[]): Promise<Map<string, Known>> {
  const keyed = works.flatMap(({ input: { key }, context }) => (key ? [{ threadId: context.thread.id, tag: key.tag }] : []));
  const rows = keyed.length === 0 ? [] : await tx.query<Known>(
    `select k.thread_id "threadId", k.tag, k.body_tag "bodyTag", k.comment_id "commentId"
     from unnest($1::uuid[], $2::bytea[]) as u(thread_id, tag) join posting_keys k on k.thread_id = u.thread_id and k.tag = u.tag`,
    [keyed.map(({ threadId }) => threadId), keyed.map(({ tag }) => tag)]);
  return byKey(rows, ({ threadId, tag }) => `${threadId} ${tag.toString('hex')}`);
}

/**
 * One entry for each work, in order. Looks at each face's newest contributions only: one more than may be made in ten
 * minutes, so that what the guards ask is always among them.
 */
export async function recentOf(tx: Pick<Tx, 'query'>, works: readonly Sharing<Posting>[]): Promise<Recent[]> {
  const rows = await tx.query<Recent & { i: number }>(
    `select w.i::int - 1 i, r.last_at "lastAt", r.in_ten_minutes "inTenMinutes", r.thirtieth_last_at "thirtiethLastAt", r.is_duplicate "isDuplicate",
       case when w.is_slow then (select max(m.posted_at) from personas p join comments m on m.persona_id = p.id where p.account_id = w.account_id and m.thread_id = w.thread_id and m.posted_at > $6::timestamptz - interval '1 hour') end "lastHereAt",
       a.is_approved is not null "isApproved"
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bool[]) with ordinality as w(account_id, thread_id, conference_id, source, is_slow, i)
     cross join lateral (
       select max(m.posted_at) last_at, (count(*) filter (where m.posted_at > $6::timestamptz - interval '10 minutes'))::int in_ten_minutes,
         (array_agg(m.posted_at order by m.posted_at desc))[${FLOOD_IN_TEN_MINUTES}] thirtieth_last_at,
         coalesce(bool_or(m.thread_id = w.thread_id and m.source = w.source and m.withdrawn_at is null and m.posted_at > $6::timestamptz - interval '${DUPLICATE_MINUTES} minutes'), false) is_duplicate
       from personas p cross join lateral (
         select thread_id, posted_at, source, withdrawn_at from comments where persona_id = p.id order by posted_at desc limit ${FLOOD_IN_TEN_MINUTES + 1}) m
       where p.account_id = w.account_id and m.posted_at > $6::timestamptz - interval '1 hour') r
     left join lateral (
       select true is_approved from personas p cross join lateral (select from comments m where m.persona_id = p.id and m.seq is not null limit 1) m
       where p.account_id = w.account_id and p.conference_id = w.conference_id limit 1) a on true`,
    [
      works.map(({ input }) => input.accountId), works.map(({ context }) => context.thread.id), works.map(({ context }) => context.conference.id), works.map(({ input }) => input.source),
      works.map(({ context: { thread, conference } }) => (thread.slowMode ?? conference.settings.slowMode) !== null), works[0]!.context.now,
    ],
  );
  const byPlace = byKey(rows, ({ i }) => i);
  return works.map((_, i) => byPlace.get(i)!);
}
