import { keyConflict, notFound } from '../kernel/common.problems.ts';
import type { Tx } from '../platform/database/database.ts';
import { mayPost, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import type { Decision, ThreadContext, WorkKind, Written } from '../threads/work.ts';
import { badges, type Roles } from '../accounts/grants.queries.ts';
import type { CommentKind } from './comment.entity.ts';
import { DUPLICATE_MINUTES, floodWait, slowWait, stateOf, type Facts as StateFacts } from './comment.policy.ts';
import { commentGone, duplicate, flood, slowed } from './comments.problems.ts';
import { screen } from './screening/screen.ts';

export interface Posting {
  commentId: string;
  kind: CommentKind;
  parentId: string | null;
  accountId: string;
  persona: { id: string; name: string };
  roles: Roles;
  source: string;
  html: string;
  /** Keyed hashes of the idempotency key and of what was asked with it; null without a key. */
  key: { tag: Buffer; bodyTag: Buffer } | null;
  isRateLimited: boolean;
}

interface Parent extends StateFacts { id: string; rootId: string | null; seq: number | null }

interface PostingFacts {
  known: { commentId: string; bodyTag: Buffer } | null;
  parent: Parent | null;
  recent: { lastAt: Date | null; lastHereAt: Date | null; inTenMinutes: number; thirtiethLastAt: Date | null; isDuplicate: boolean; isApproved: boolean };
}

export interface PostingRows { commentId: string; isReplay: boolean; posting: Posting; rootId: string | null; roles: string[]; heldBecause: string | null; now: Date }

/** A comment, question or answer on its way into a thread. Order of checks: PRODUCT, "Order of checks". */
export const postingComment: WorkKind<Posting, PostingFacts, PostingRows> = {
  shares: true,
  // The guards against duplicates and floods look at the account's own earlier posts; a key at its earlier use.
  apart: ({ accountId, key }) => [`account:${accountId}`, ...(key ? [`key:${key.tag.toString('hex')}`] : [])],

  async read(tx, { thread, now }, postings) {
    const [keys, parents, recents] = [await knownKeys(tx, thread.id, postings), await parentsOf(tx, thread.id, postings), await recentOf(tx, thread.id, now, postings)];
    return postings.map((posting, i) => ({
      known: posting.key ? keys.get(posting.key.tag.toString('hex')) ?? null : null,
      parent: posting.parentId ? parents.get(posting.parentId) ?? null : null,
      recent: recents.get(i)!,
    }));
  },

  decide(posting, facts, context) {
    if (facts.known) return replay(posting, facts.known, context);
    refuseUnlessAllowed(posting, facts, context);
    const { thread, conference, now } = context;
    const roles = badges(posting.roles, thread.talkId);
    const heldBecause = screen({ mode: thread.screening ?? conference.settings.screening, isTrusted: roles.length > 0, isApproved: facts.recent.isApproved, html: posting.html });
    const isPublic = heldBecause === null;
    return {
      events: [{ kind: isPublic ? 'comment.posted' : 'comment.held', commentId: posting.commentId, isPublic, data: { revision: 1 } }],
      counts: isPublic ? { [posting.kind === 'question' ? 'questions' : 'comments']: 1 } : {},
      isActivity: isPublic,
      rows: { commentId: posting.commentId, isReplay: false, posting, rootId: facts.parent ? facts.parent.rootId ?? facts.parent.id : null, roles, heldBecause, now },
    };
  },

  async write(tx, { thread }, written) {
    await insertComments(tx, thread.id, written);
    await countReplies(tx, written);
    const keyed = written.filter(({ rows }) => rows.posting.key);
    if (keyed.length === 0) return;
    await tx.query(
      `insert into posting_keys (thread_id, tag, body_tag, comment_id) select $1, * from unnest($2::bytea[], $3::bytea[], $4::uuid[])`,
      [thread.id, keyed.map(({ rows }) => rows.posting.key!.tag), keyed.map(({ rows }) => rows.posting.key!.bodyTag), keyed.map(({ rows }) => rows.commentId)],
    );
  },
};

function replay(posting: Posting, known: { commentId: string; bodyTag: Buffer }, { now }: ThreadContext): Decision<PostingRows> {
  if (!known.bodyTag.equals(posting.key!.bodyTag)) throw keyConflict();
  return { events: [], rows: { commentId: known.commentId, isReplay: true, posting, rootId: null, roles: [], heldBecause: null, now } };
}

function refuseUnlessAllowed(posting: Posting, { parent, recent }: PostingFacts, { thread, conference, now }: ThreadContext): void {
  const isSpeaker = thread.talkId !== null && posting.roles.speakerOf.has(thread.talkId);
  const asked = posting.kind === 'question' ? 'question' : 'comment';
  if (!mayPost(asked, thread, now)) throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
  if (posting.parentId !== null) {
    if (!parent || parent.seq === null) throw notFound();
    if (stateOf(parent) !== 'visible') throw commentGone();
  }
  if (isSpeaker) return;
  if (recent.isDuplicate) throw duplicate({ minutes: DUPLICATE_MINUTES });
  const slowMode = thread.slowMode ?? conference.settings.slowMode;
  const slow = slowWait(slowMode, recent.lastHereAt, now);
  if (slow > 0) throw slowed({ seconds: slow, reason: slowMode!.reason }, { retryAfterSeconds: slow });
  const wait = posting.isRateLimited ? floodWait(recent, now) : 0;
  if (wait > 0) throw flood({ seconds: wait }, { retryAfterSeconds: wait });
}

async function knownKeys(tx: Tx, threadId: string, postings: readonly Posting[]): Promise<Map<string, { commentId: string; bodyTag: Buffer }>> {
  const tags = postings.flatMap(({ key }) => (key ? [key.tag] : []));
  const rows = tags.length === 0 ? [] : await tx.query<{ tag: Buffer; commentId: string; bodyTag: Buffer }>(
    'select tag, comment_id "commentId", body_tag "bodyTag" from posting_keys where thread_id = $1 and tag = any($2)', [threadId, tags]);
  return new Map(rows.map((row) => [row.tag.toString('hex'), row]));
}

async function parentsOf(tx: Tx, threadId: string, postings: readonly Posting[]): Promise<Map<string, Parent>> {
  const ids = postings.flatMap(({ parentId }) => (parentId ? [parentId] : []));
  const rows = ids.length === 0 ? [] : await tx.query<Parent>(
    `select id, root_id "rootId", seq, held_at "heldAt", withheld_at "withheldAt", withdrawn_at "withdrawnAt" from comments where thread_id = $1 and id = any($2)`, [threadId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What each account has said lately: in the last ten minutes anywhere, and its last words here. */
async function recentOf(tx: Tx, threadId: string, now: Date, postings: readonly Posting[]): Promise<Map<number, PostingFacts['recent']>> {
  const rows = await tx.query<PostingFacts['recent'] & { i: number }>(
    `select a.i::int - 1 i, r.last_at "lastAt", r.last_here_at "lastHereAt", r.in_ten_minutes "inTenMinutes", r.thirtieth_last_at "thirtiethLastAt", r.is_duplicate "isDuplicate",
       exists (select from comments m join personas p on p.id = m.persona_id
               where p.account_id = a.account_id and p.conference_id = (select conference_id from threads where id = $1) and m.seq is not null) "isApproved"
     from unnest($2::uuid[], $3::text[]) with ordinality as a(account_id, source, i)
     cross join lateral (
       select max(m.posted_at) last_at, max(m.posted_at) filter (where m.thread_id = $1) last_here_at, count(*)::int in_ten_minutes,
         (array_agg(m.posted_at order by m.posted_at desc))[30] thirtieth_last_at,
         coalesce(bool_or(m.thread_id = $1 and m.source = a.source and m.withdrawn_at is null and m.posted_at > $4::timestamptz - interval '6 minutes'), false) is_duplicate
       from personas p join comments m on m.persona_id = p.id
       where p.account_id = a.account_id and m.posted_at > $4::timestamptz - interval '1 hour') r`,
    [threadId, postings.map(({ accountId }) => accountId), postings.map(({ source }) => source), now],
  );
  return new Map(rows.map((row) => [row.i, { ...row, inTenMinutes: row.thirtiethLastAt && now.getTime() - row.thirtiethLastAt.getTime() < 600_000 ? row.inTenMinutes : Math.min(row.inTenMinutes, 29) }]));
}

async function insertComments(tx: Tx, threadId: string, written: readonly Written<PostingRows>[]): Promise<void> {
  await tx.query(
    `insert into comments (id, thread_id, seq, changed_seq, kind, parent_id, root_id, persona_id, author_name, author_roles, source, html, held_at, held_because, posted_at)
     select id, $1, seq, seq, kind, parent_id, root_id, persona_id, author_name, author_roles, source, html, held_at, held_because, posted_at
     from jsonb_to_recordset($2::jsonb) as r(id uuid, seq int, kind text, parent_id uuid, root_id uuid, persona_id uuid, author_name text, author_roles text[],
       source text, html text, held_at timestamptz, held_because text, posted_at timestamptz)`,
    [threadId, JSON.stringify(written.map(({ rows: { posting, rootId, roles, heldBecause, now }, numbers }) => ({
      id: posting.commentId, seq: numbers[0]!.seq, kind: posting.kind, parent_id: posting.parentId, root_id: rootId, persona_id: posting.persona.id, author_name: posting.persona.name,
      author_roles: roles, source: posting.source, html: posting.html, held_at: heldBecause === null ? null : now, held_because: heldBecause, posted_at: now,
    })))],
  );
}

/** A public reply stamps the comment it stands under. */
async function countReplies(tx: Tx, written: readonly Written<PostingRows>[]): Promise<void> {
  const replies = written.filter(({ rows, numbers }) => rows.rootId !== null && numbers[0]!.seq !== null);
  if (replies.length === 0) return;
  await tx.query(
    `update comments m set reply_count = m.reply_count + r.replies, changed_seq = r.seq
     from (select id, count(*)::int replies, max(seq) seq from unnest($1::uuid[], $2::int[]) as u(id, seq) group by id) r where m.id = r.id`,
    [replies.map(({ rows }) => rows.rootId), replies.map(({ numbers }) => numbers[0]!.seq)],
  );
}
