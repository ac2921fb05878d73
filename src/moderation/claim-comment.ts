import { Injectable } from '@nestjs/common';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { CLAIM_MINUTES } from './moderation.policy.ts';
import { decisionOwn, queueClaimed } from './moderation.problems.ts';

/** Claims a comment of the queue, so that two moderators do not read the same one. Expires by itself. */
@Injectable()
export class ClaimComment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commentsQueries: CommentsQueries,
  ) {}

  /** Repeating it extends the claim. Throws `not-found`, `decision-own`, `queue-claimed`. */
  async claim(accountId: string, commentId: string): Promise<{ until: string }> {
    // A claim of an own comment would only keep others from deciding about it.
    if ((await this.commentsQueries.get(commentId)).accountId === accountId) throw decisionOwn();
    const [now, until] = [this.clock.now(), this.clock.in({ minutes: CLAIM_MINUTES })];
    const mine = await this.database.ask(
      `insert into queue_claims (comment_id, account_id, until)
       values ($1, $2, $3)
       on conflict (comment_id) do update set account_id = excluded.account_id, until = excluded.until
       where queue_claims.account_id = excluded.account_id or queue_claims.until <= $4
       returning comment_id`,
      [commentId, accountId, until, now],
    );
    if (mine.length > 0) return { until: until.toISOString() };
    const [other] = await this.database.ask<{ until: Date }>('select until from queue_claims where comment_id = $1', [
      commentId,
    ]);
    throw queueClaimed({ until: (other?.until ?? now).toISOString() });
  }

  async end(accountId: string, commentId: string): Promise<void> {
    await this.database.ask('delete from queue_claims where comment_id = $1 and account_id = $2', [
      commentId,
      accountId,
    ]);
  }
}
