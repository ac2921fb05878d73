import { byKey } from '../kernel/by-key.ts';
import { keyConflict, notFound } from '../kernel/common.problems.ts';
import type { Tx } from '../platform/database/database.ts';
import { mayLead, mayPost, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import type {
  WriteDecision,
  BatchedWrite,
  BatchedInput,
  ThreadContext,
  NumberedDecision,
} from '../threads/thread-write.ts';
import { answeringPersona, badgesOn } from '../accounts/badge.policy.ts';
import type { Participant, ParticipantsQueries } from '../accounts/participants.queries.ts';
import { choosePersona } from '../accounts/personas.queries.ts';
import { refuseSanctioned } from '../accounts/standings.queries.ts';
import { DUPLICATE_MINUTES, floodWait, slowWait, stateOf, type StateFacts } from './comment.policy.ts';
import type { CommentRow } from './comment.view.ts';
import { commentGone, duplicate, flood, slowed } from './comments.problems.ts';
import { refuseQuestionsUnder, rolesIn } from './recap-threads.ts';
import { insertComments } from './insert-comments.ts';
import { knownKeys, recentOf, type EarlierPost, type RecentPosts } from './earlier-posts.queries.ts';
import { demandGuestMay, holdsGuests } from './guest-acts.ts';
import type { Posting } from './posting.ts';
import { screen } from './screen.ts';

interface Parent extends StateFacts {
  id: string;
  threadId: string;
  rootId: string | null;
  seq: number | null;
}

export interface PostingFacts {
  known: EarlierPost | null;
  parent: Parent | null;
  participantIn: (conferenceId: string) => Participant;
  recent: RecentPosts;
}

/** The posted row; of a replay only its id, because the row may have changed. */
export interface PostingRows {
  commentId: string;
  isReplay: boolean;
  key: Posting['key'];
  row: CommentRow & { source: string; heldBecause: string | null };
}

export type PostCommentWrite = BatchedWrite<Posting, PostingFacts, PostingRows>;

/** Posts a comment, question or answer. `decide` checks in the order that PostComment.post lists. */
export const postCommentWrite = (participants: ParticipantsQueries): PostCommentWrite => ({
  isBatched: true,
  // The guards against duplicates and floods read the account's earlier posts, a key its earlier use.
  conflictKeys: ({ accountId, key }) => [`account:${accountId}`, ...(key ? [`key:${key.tag.toString('hex')}`] : [])],
  accountOf: ({ accountId }) => accountId,

  async read(tx, writes, now) {
    const [keys, parents, recents, people] = await Promise.all([
      knownKeys(tx, writes),
      parentsOf(tx, writes),
      recentOf(tx, writes, now),
      participants.lookup(
        tx,
        writes.map(({ input }) => input.accountId),
      ),
    ]);
    return writes.map(({ input: { key, parentId, accountId }, threadId }, i) => {
      const parent = parentId ? (parents.get(parentId) ?? null) : null;
      return {
        known: key ? (keys.get(`${threadId} ${key.tag.toString('hex')}`) ?? null) : null,
        parent: parent?.threadId === threadId ? parent : null,
        participantIn: (conferenceId) => people(accountId, conferenceId),
        recent: recents[i]!,
      };
    });
  },

  decide(posting, facts, context) {
    if (facts.known) return replay(posting, facts.known);
    const { thread, conference, now } = context;
    if (thread.hiddenAt !== null) throw notFound();
    const participant = facts.participantIn(conference.id);
    const persona = choosePersona(
      participant.personas,
      posting.personaId ?? (posting.isFromDesk ? answeringPersona(participant, thread.talkId) : null),
      posting.isAnonymous,
    );
    const badges = badgesOn(persona.id, participant, thread.talkId);
    refuseSanctioned(participant.sanctions);
    if (participant.isGuest) demandGuestMay(posting.kind, context);
    refuseUnlessAllowed(
      posting,
      { ...facts, isSpeaker: badges.includes('speaker') || speaksFromDesk(posting, participant, thread.talkId) },
      context,
    );
    const heldBecause = screen({
      mode: thread.screening ?? conference.settings.screening,
      isTrusted: badges.length > 0 || posting.isFromDesk,
      isApproved: facts.recent.isApproved && !participant.isGuest,
      holdsGuest: participant.isGuest && holdsGuests(context),
      isWatched: participant.isWatched,
      html: posting.html,
      source: posting.source,
      wordLists: conference.settings.wordLists ?? {},
    });
    const isPublic = heldBecause === null;
    // Fields are named one by one, because spreading an object costs as much as the rest of the decision.
    const row: PostingRows['row'] = {
      id: posting.commentId,
      threadId: thread.id,
      seq: null,
      changedSeq: null,
      revision: 1,
      kind: posting.kind,
      parentId: posting.parentId,
      rootId: facts.parent ? (facts.parent.rootId ?? facts.parent.id) : null,
      personaId: persona.id,
      isAnonymous: posting.isAnonymous,
      authorName: posting.isAnonymous ? null : persona.name,
      authorRoles: posting.isAnonymous ? [] : rolesIn(thread, persona.id, badges),
      source: posting.source,
      html: posting.html,
      heldAt: isPublic ? null : now,
      heldBecause,
      withheldAt: null,
      withdrawnAt: null,
      votes: 0,
      replyCount: 0,
      questionStatus: posting.kind === 'question' ? 'open' : null,
      questionReason: null,
      noteWithheldAt: null,
      answerId: null,
      mergedInto: null,
      postedAt: now,
      editedAt: null,
    };
    return {
      events: [
        {
          kind: isPublic ? 'comment.posted' : 'comment.held',
          commentId: posting.commentId,
          isPublic,
          data: { revision: 1 },
        },
      ],
      counts: isPublic ? { [posting.kind === 'question' ? 'questions' : 'comments']: 1 } : {},
      isActivity: isPublic,
      rows: { commentId: posting.commentId, isReplay: false, key: posting.key, row },
    };
  },

  write(tx, written) {
    for (const {
      rows: { row },
      numbers,
    } of written)
      row.seq = row.changedSeq = numbers[0]!.seq;
    insertComments(tx, written);
    countReplies(tx, written);
    const keyed = written.filter(({ rows }) => rows.key);
    if (keyed.length === 0) return;
    tx.send(
      `insert into posting_keys (thread_id, tag, body_tag, comment_id)
       select *
       from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::uuid[])`,
      [
        keyed.map(({ threadId }) => threadId),
        keyed.map(({ rows }) => rows.key!.tag),
        keyed.map(({ rows }) => rows.key!.bodyTag),
        keyed.map(({ rows }) => rows.commentId),
      ],
    );
  },
});

function replay(posting: Posting, known: EarlierPost): WriteDecision<PostingRows> {
  if (!known.bodyTag.equals(posting.key!.bodyTag)) throw keyConflict();
  return { events: [], rows: { commentId: known.commentId, isReplay: true, key: null, row: null! } };
}

/**
 * A speaker may answer and announce under any persona; all other exemptions need the persona that shows the right.
 */
const speaksFromDesk = ({ isFromDesk }: Posting, { roles }: Participant, talkId: string | null): boolean =>
  isFromDesk && talkId !== null && roles.speakerOf.has(talkId);

function refuseUnlessAllowed(
  posting: Posting,
  { parent, recent, isSpeaker }: PostingFacts & { isSpeaker: boolean },
  { thread, conference, now }: ThreadContext,
): void {
  const asked = posting.kind === 'question' ? 'question' : 'comment';
  refuseQuestionsUnder(thread, asked);
  const isOpen = posting.isFromDesk ? mayLead(thread, now) : mayPost(asked, thread, now);
  if (!isOpen) throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
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

/** The parents of these postings, by id, in any thread. */
async function parentsOf(tx: Tx, writes: readonly BatchedInput<Posting>[]): Promise<Map<string, Parent>> {
  const ids = writes.flatMap(({ input: { parentId } }) => (parentId ? [parentId] : []));
  return ids.length === 0
    ? new Map()
    : byKey(
        await tx.query<Parent>(
          `select id, thread_id "threadId", root_id "rootId", seq, held_at "heldAt", withheld_at "withheldAt",
             withdrawn_at "withdrawnAt"
           from comments
           where id = any($1)`,
          [ids],
        ),
        ({ id }) => id,
      );
}

/** A public reply stamps the top-level comment above it. */
function countReplies(tx: Tx, written: readonly NumberedDecision<PostingRows>[]): void {
  const replies = written.flatMap(({ rows: { row } }) => (row.rootId !== null && row.seq !== null ? [row] : []));
  if (replies.length === 0) return;
  tx.send(
    `update comments m
     set reply_count = m.reply_count + r.replies, changed_seq = r.seq
     from (
       select id, count(*)::int replies, max(seq) seq
       from unnest($1::uuid[], $2::int[]) as u(id, seq)
       group by id
     ) r
     where m.id = r.id`,
    [replies.map(({ rootId }) => rootId), replies.map(({ seq }) => seq)],
  );
}
