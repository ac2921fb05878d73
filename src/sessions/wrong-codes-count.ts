import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';

/** The window the site-wide limit looks back over. */
const WINDOW_MINUTES = 10;

/** A number of a second ago is good enough, so that a flood asks the database once a second. */
const FRESH_MS = 1_000;

/** Above this many wrong codes the log says that somebody guesses, once a minute. */
const LOUD = 1_000;

/** How many wrong codes were typed lately against codes that could be hit, over all accounts and nodes. */
@Injectable()
export class WrongCodesCount {
  private known = { at: Number.NEGATIVE_INFINITY, count: Promise.resolve(0) };
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  lately(): Promise<number> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.known.at) < FRESH_MS) return this.known.count;
    const count = this.ask();
    this.known = { at: now, count };
    // A question that failed is not the answer for the rest of the second.
    count.catch(() => {
      this.known.at = Number.NEGATIVE_INFINITY;
    });
    return count;
  }

  private async ask(): Promise<number> {
    const [wrong] = await this.database.ask<{ count: number }>(
      'select coalesce(sum(count), 0)::int count from wrong_codes where minute > $1',
      [this.clock.ago({ minutes: WINDOW_MINUTES })],
    );
    const { count } = wrong!;
    const now = this.clock.now().getTime();
    if (count >= LOUD && Math.abs(now - this.saidAt) > 60_000) {
      this.saidAt = now;
      this.log.error(
        { wrongCodes: count },
        'somebody guesses codes of many accounts: strangers pay a proof of work for each try',
      );
    }
    return count;
  }
}
