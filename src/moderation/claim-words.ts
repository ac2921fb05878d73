import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { COLUMN_OF, type JudgedWords } from './judged-words.ts';
import { JudgedWordsQueries } from './judged-words.queries.ts';
import { CLAIM_MINUTES } from './moderation.policy.ts';
import { decisionOwn, queueClaimed } from './moderation.problems.ts';

/** A claim of something in the queue. */
export interface ClaimView {
  /** End of the claim, unless it is claimed again. */
  until: string;
}

/** Claims a comment or recap of the queue, so that two moderators do not read the same one. Expires by itself. */
@Injectable()
export class ClaimWords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly judgedWordsQueries: JudgedWordsQueries,
  ) {}

  /** Repeating it extends the claim. Throws `not-found`, `decision-own`, `queue-claimed`. */
  async claim(accountId: string, words: JudgedWords): Promise<ClaimView> {
    // A claim of own words would only keep others from deciding about them.
    if ((await this.judgedWordsQueries.get(words)).accountId === accountId) throw decisionOwn();
    const column = COLUMN_OF[words.kind];
    const [now, until] = [this.clock.now(), this.clock.in({ minutes: CLAIM_MINUTES })];
    const mine = await this.database.ask(
      `insert into queue_claims (${column}, account_id, until)
       values ($1, $2, $3)
       on conflict (${column}) do update set account_id = excluded.account_id, until = excluded.until
       where queue_claims.account_id = excluded.account_id or queue_claims.until <= $4
       returning id`,
      [words.id, accountId, until, now],
    );
    if (mine.length > 0) return { until: until.toISOString() };
    const [other] = await this.database.ask<{ until: Date }>(`select until from queue_claims where ${column} = $1`, [
      words.id,
    ]);
    throw queueClaimed({ until: (other?.until ?? now).toISOString() });
  }

  async end(accountId: string, { kind, id }: JudgedWords): Promise<void> {
    await this.database.ask(`delete from queue_claims where ${COLUMN_OF[kind]} = $1 and account_id = $2`, [
      id,
      accountId,
    ]);
  }
}
