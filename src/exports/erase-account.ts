import { Injectable } from '@nestjs/common';
import type { PostsFate } from '../comments/departure.entity.ts';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { SessionsQueries } from '../sessions/sessions.queries.ts';
import { endAccount, finishErasure, noteErasure, type ErasureInput, type ErasedRows } from './erasing.ts';
import { ErasuresLedger } from './erasures-ledger.ts';
import { reportOf, type ErasureReport } from './erasure-report.ts';
import { erasureUnderWay } from './exports.problems.ts';

/** Age from which another node takes over an erasure that its request did not finish. */
const LEFT_BEHIND = { seconds: 30 };
/**
 * Time for which votes of an erased account are looked for: a token is trusted for a second, and a write waits some
 * more.
 */
const LATE_WRITES = { minutes: 10 };
/** Longest duration of a write in milliseconds, since the database ends it. */
const LONGEST_WRITE_MS = 5_000;

/**
 * Erases an account.
 * 1. One transaction deletes the person: address, sessions, rights; and schedules the departure of personas and votes,
 * each at a time of its own (CompleteDepartures).
 * 2. The erasure is noted outside the database.
 *
 * A running server completes an interrupted erasure.
 */
@Injectable()
export class EraseAccount {
  private readonly ledger: ErasuresLedger;

  constructor(
    private readonly database: Database,
    private readonly sessionsQueries: SessionsQueries,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.ledger = new ErasuresLedger(config);
  }

  /**
   * Answers once nothing leads to the person, even if the database is lost. Throws `erasure-under-way` for a second
   * request; the first is carried out.
   */
  async erase(accountId: string, posts: PostsFate): Promise<ErasureReport> {
    const now = this.clock.now();
    const { touched, sessionIds } = await this.database.transaction(async (tx) => {
      if (!(await noteErasure(tx, { accountId, posts }, now))) throw erasureUnderWay();
      return endAccount(tx, { accountId, posts }, now);
    });
    for (const sessionId of sessionIds) this.sessionsQueries.hasEnded(sessionId);
    await this.noteAll();
    await this.finish({ accountId, posts });
    return reportOf(posts, now, touched);
  }

  /** Completes erasures that a crash or a lost database interrupted. */
  async goOn(): Promise<void> {
    await this.noteAll();
    const left = await this.database.ask<ErasureInput>(
      `select account_id "accountId", posts from erasures
       where done_at is null and asked_at < $1
       order by asked_at limit 10`,
      [this.clock.ago(LEFT_BEHIND)],
    );
    for (const erasing of left) {
      // Usually nothing is left of the account, unless an older version of the server was interrupted.
      await this.database.transaction((tx): Promise<{ touched: ErasedRows }> =>
        endAccount(tx, erasing, this.clock.now()),
      );
      await this.finish(erasing);
    }
    await this.sweepLateVotes();
  }

  /** A vote that was admitted before the erasure and cast after it departs like the others. */
  private async sweepLateVotes(): Promise<void> {
    const late = await this.database.ask<ErasureInput>(
      `select account_id "accountId", posts from erasures e
       where done_at > $1
         and exists (select from votes v where v.account_id = e.account_id)
       limit 100`,
      [this.clock.ago(LATE_WRITES)],
    );
    for (const erasing of late) await this.database.transaction((tx) => finishErasure(tx, erasing, this.clock.now()));
  }

  private async finish(erasing: ErasureInput): Promise<void> {
    await this.writesOfBefore();
    await this.database.transaction((tx) => finishErasure(tx, erasing, this.clock.now()));
  }

  /** Waits, for a bounded time, for writes that began before now, because one may still cast a vote of the account. */
  private async writesOfBefore(): Promise<void> {
    const [row] = await this.database.ask<{ next: string }>(
      'select pg_snapshot_xmax(pg_current_snapshot())::text next',
    );
    for (const waited = stopwatch(); waited() < LONGEST_WRITE_MS;) {
      const [seen] = await this.database.ask<{ done: boolean }>(
        'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 done',
        [row!.next],
      );
      if (seen!.done) return;
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  }

  private async noteAll(): Promise<void> {
    const all = await this.database.ask<{ account: string; posts: PostsFate; at: Date }>(
      'select account_id account, posts, asked_at at from erasures order by asked_at',
    );
    await this.ledger.note(all.map(({ account, posts, at }) => ({ account, posts, at: at.toISOString() })));
  }
}
