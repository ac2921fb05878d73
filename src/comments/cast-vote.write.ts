import { refuseSanctioned, type SanctionsByConference, type StandingsQueries } from '../accounts/standings.queries.ts';
import { byKey } from '../kernel/by-key.ts';
import { notFound } from '../kernel/common.problems.ts';
import { mayChange, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import type { BatchedWrite } from '../threads/thread-write.ts';
import { stateOf, type StateFacts } from './comment.policy.ts';
import { demandGuestMay } from './guest-acts.ts';
import { commentGone, voteOwn } from './comments.problems.ts';
import { alsoChanged, MERGED_QUESTIONS, type MergedQuestion } from './merged-votes.ts';

interface Ballot {
  commentId: string;
  accountId: string;
  on: boolean;
}
interface BallotFacts {
  comment:
    | (StateFacts & {
        id: string;
        seq: number | null;
        votes: number;
        ownerId: string | null;
        hasVote: boolean;
        isGuest: boolean;
        merged: readonly MergedQuestion[] | null;
      })
    | null;
  sanctionsIn: SanctionsByConference;
}
/** `votes` are the comment's once all ballots are counted; `also` lists the merged questions that it changes too. */
type CountedBallot = Ballot & { votes: number; isByGuest: boolean; also: readonly string[] };

/** A vote of one account, given or taken back. Many share a transaction and its statements. */
export const castVoteWrite = (standings: StandingsQueries): BatchedWrite<Ballot, BallotFacts, CountedBallot> => ({
  isBatched: true,
  // A vote may also count for a merged question, hence one of each account at a time.
  conflictKeys: ({ accountId }) => [`vote:${accountId}`],
  accountOf: ({ accountId }) => accountId,

  async read(tx, writes) {
    const [rows, sanctions] = await Promise.all([
      tx.query<NonNullable<BallotFacts['comment']> & { i: number }>(
        `select b.i::int - 1 i, m.id, m.seq, m.votes, m.held_at "heldAt", m.withheld_at "withheldAt",
           m.withdrawn_at "withdrawnAt", p.account_id "ownerId", v.comment_id is not null "hasVote",
           coalesce(a.kind = 'guest', false) "isGuest",
           ${MERGED_QUESTIONS} merged
         from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as b(thread_id, comment_id, account_id, i)
         join comments m on m.id = b.comment_id and m.thread_id = b.thread_id
         left join personas p on p.id = m.persona_id
         left join accounts a on a.id = b.account_id
         left join votes v on v.comment_id = m.id and v.account_id = b.account_id`,
        [
          writes.map(({ threadId }) => threadId),
          writes.map(({ input }) => input.commentId),
          writes.map(({ input }) => input.accountId),
        ],
      ),
      standings.lasting(
        tx,
        writes.map(({ input }) => input.accountId),
      ),
    ]);
    const byPlace = byKey(rows, ({ i }) => i);
    return writes.map(({ input }, i) => ({
      comment: byPlace.get(i) ?? null,
      sanctionsIn: (conferenceId) => sanctions(input.accountId, conferenceId),
    }));
  },

  decide(ballot, { comment, sanctionsIn }, context) {
    const { thread, conference, now } = context;
    if (!comment || comment.seq === null || thread.hiddenAt !== null) throw notFound();
    // Taking a vote back adds nothing to the conference.
    if (ballot.on) refuseSanctioned(sanctionsIn(conference.id));
    if (ballot.on && comment.isGuest) demandGuestMay('vote', context);
    if (comment.ownerId === ballot.accountId) throw voteOwn();
    if (stateOf(comment) !== 'visible') throw commentGone();
    if (!mayChange(thread, now)) throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
    const isChanged = comment.hasVote !== ballot.on;
    const also = isChanged ? alsoChanged(ballot.on, comment.merged ?? []) : [];
    const rows = { ...ballot, votes: comment.votes, isByGuest: comment.isGuest, also };
    if (!isChanged) return { events: [], rows };
    const kind = ballot.on ? 'comment.voted' : 'comment.unvoted';
    return { events: [ballot.commentId, ...also].map((commentId) => ({ kind, commentId, isPublic: true })), rows };
  },

  write(tx, written) {
    const changes = written.flatMap(({ rows, numbers, threadId }) =>
      [rows.commentId, ...rows.also].map((commentId, i) => ({
        ...rows,
        commentId,
        threadId,
        movedFrom: i === 0 ? null : rows.commentId,
        seq: numbers[i]!.seq,
      })),
    );
    const given = changes.filter(({ on }) => on);
    const taken = changes.filter(({ on }) => !on);
    if (given.length > 0) {
      tx.send(
        `insert into votes (comment_id, account_id, thread_id, moved_from, is_by_guest)
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[])`,
        [
          given.map(({ commentId }) => commentId),
          given.map(({ accountId }) => accountId),
          given.map(({ threadId }) => threadId),
          given.map(({ movedFrom }) => movedFrom),
          given.map(({ isByGuest }) => isByGuest),
        ],
      );
    }
    if (taken.length > 0) {
      tx.send(
        `delete from votes v
         using unnest($1::uuid[], $2::uuid[]) as u(a, b)
         where v.comment_id = u.a and v.account_id = u.b`,
        [taken.map(({ commentId }) => commentId), taken.map(({ accountId }) => accountId)],
      );
    }
    tx.send<{ id: string; votes: number }>(
      `update comments m
       set votes = m.votes + r.by, changed_seq = r.seq
       from (
         select id, sum(by)::int by, max(seq) seq
         from unnest($1::uuid[], $2::int[], $3::int[]) as u(id, by, seq)
         group by id
       ) r
       where m.id = r.id
       returning m.id, m.votes`,
      [
        changes.map(({ commentId }) => commentId),
        changes.map(({ on }) => (on ? 1 : -1)),
        changes.map(({ seq }) => seq),
      ],
      (counted) => {
        const votes = new Map(counted.map((row) => [row.id, row.votes]));
        for (const { rows } of written) rows.votes = votes.get(rows.commentId)!;
      },
    );
  },
});
