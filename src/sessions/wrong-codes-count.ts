import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';

/** Window of the site-wide limit, in minutes. */
const WINDOW_MINUTES = 10;

/** Age up to which a count is reused, in milliseconds, so that a flood queries the database once a second. */
const FRESH_MS = 1_000;

/** Wrong codes above which the log reports guessing, once a minute. */
const LOUD = 1_000;

/** Counts the recent wrong codes that could have hit one, over all accounts and nodes. */
@Injectable()
export class WrongCodesCount {
  private known = { at: Number.NEGATIVE_INFINITY, count: Promise.resolve(0) };
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  recent(): Promise<number> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.known.at) < FRESH_MS) return this.known.count;
    const count = this.ask();
    this.known = { at: now, count };
    // A failed query is not reused for the rest of the second.
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
