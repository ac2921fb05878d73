import { Injectable } from '@nestjs/common';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { notFound } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import { mayChange, phaseOf, stateOf as threadStateOf } from '../threads/thread.policy.ts';
import { threadClosed } from '../threads/threads.problems.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { WorkKind } from '../threads/work.ts';
import { stateOf, type Facts } from './comment.policy.ts';
import { commentGone, voteOwn } from './comments.problems.ts';
import { CommentsQueries } from './comments.queries.ts';

interface Ballot { commentId: string; accountId: string; on: boolean }
interface BallotFacts extends Facts { id: string; seq: number | null; ownerId: string | null; hasVote: boolean }

/** One account's wish to have a comment seen, given or taken back. Many share a transaction and its statements. */
const voting: WorkKind<Ballot, BallotFacts | null, Ballot> = {
  shares: true,
  apart: ({ commentId, accountId }) => [`vote:${commentId}:${accountId}`],

  async read(tx, { thread }, ballots) {
    const rows = await tx.query<BallotFacts & { i: number }>(
      `select b.i::int - 1 i, m.id, m.seq, m.held_at "heldAt", m.withheld_at "withheldAt", m.withdrawn_at "withdrawnAt", p.account_id "ownerId", v.comment_id is not null "hasVote"
       from unnest($2::uuid[], $3::uuid[]) with ordinality as b(comment_id, account_id, i)
       join comments m on m.id = b.comment_id and m.thread_id = $1 left join personas p on p.id = m.persona_id
       left join votes v on v.comment_id = m.id and v.account_id = b.account_id`,
      [thread.id, ballots.map(({ commentId }) => commentId), ballots.map(({ accountId }) => accountId)],
    );
    const byPlace = new Map(rows.map((row) => [row.i, row]));
    return ballots.map((_, i) => byPlace.get(i) ?? null);
  },

  decide(ballot, comment, { thread, now }) {
    if (!comment || comment.seq === null) throw notFound();
    if (comment.ownerId === ballot.accountId) throw voteOwn();
    if (stateOf(comment) !== 'visible') throw commentGone();
    if (!mayChange(thread, now)) throw threadClosed({ state: threadStateOf(phaseOf(thread, now), thread.lockedAt) });
    if (comment.hasVote === ballot.on) return { events: [], rows: ballot };
    return { events: [{ kind: ballot.on ? 'comment.voted' : 'comment.unvoted', commentId: ballot.commentId, isPublic: true }], rows: ballot };
  },

  async write(tx, { thread }, written) {
    const given = written.filter(({ rows }) => rows.on).map(({ rows }) => rows);
    const taken = written.filter(({ rows }) => !rows.on).map(({ rows }) => rows);
    await tx.query('insert into votes (comment_id, account_id, thread_id) select a, b, $3 from unnest($1::uuid[], $2::uuid[]) as u(a, b)', [given.map((b) => b.commentId), given.map((b) => b.accountId), thread.id]);
    await tx.query('delete from votes v using unnest($1::uuid[], $2::uuid[]) as u(a, b) where v.comment_id = u.a and v.account_id = u.b', [taken.map((b) => b.commentId), taken.map((b) => b.accountId)]);
    await tx.query(
      `update comments m set votes = m.votes + r.by, changed_seq = r.seq
       from (select id, sum(by)::int by, max(seq) seq from unnest($1::uuid[], $2::int[], $3::int[]) as u(id, by, seq) group by id) r where m.id = r.id`,
      [written.map(({ rows }) => rows.commentId), written.map(({ rows }) => (rows.on ? 1 : -1)), written.map(({ numbers }) => numbers[0]!.seq)],
    );
  },
};

/** Gives and takes back a vote. Doing it twice is doing it once. */
@Injectable()
export class CastVote {
  constructor(private readonly writer: ThreadWriter, private readonly comments: CommentsQueries, private readonly standings: StandingsQueries, private readonly database: Database) {}

  /** Throws not-found, vote-own, comment-gone, thread-closed, account-…. */
  async run(accountId: string, commentId: string, on: boolean): Promise<{ voted: boolean; votes: number }> {
    const { threadId, conferenceId } = await this.comments.get(commentId);
    await this.standings.mayTakePart({ query: (sql, values) => this.database.ask(sql, values) }, accountId, conferenceId);
    await this.writer.submit(threadId, voting, { commentId, accountId, on });
    return { voted: on, votes: (await this.comments.get(commentId)).votes };
  }
}
