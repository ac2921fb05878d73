import { Injectable } from '@nestjs/common';
import { erasedBy, erasingAuthor, threadsTouchedBy, type PostsFate } from '../comments/erase-author.ts';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { SessionsQueries } from '../sessions/sessions.queries.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { add, cutOff, finish, rowsOf, type Touched } from './erasing.ts';
import { ErasuresLedger } from './erasures-ledger.ts';
import { reportOf, type ErasureReport } from './erasure-report.ts';

/** A request does its own erasure; only one that was left behind is taken up by somebody else. */
const LEFT_BEHIND = { seconds: 30 };
/** No write of ours lasts longer: the database ends it. */
const LONGEST_WRITE_MS = 5_000;

/**
 * Erases an account. First, in one transaction, it can do nothing any more and it is noted that it goes; then that is
 * noted outside the database; then it is parted from what it said, one thread a transaction; last it is gone. Whatever
 * interrupts this, a server that runs goes on with it.
 */
@Injectable()
export class EraseAccount {
  private readonly ledger: ErasuresLedger;

  constructor(private readonly database: Database, private readonly writer: ThreadWriter, private readonly sessions: SessionsQueries, private readonly clock: Clock, config: Config) {
    this.ledger = new ErasuresLedger(config);
  }

  /** Answered once nothing is left, and it would survive the loss of the database. */
  async run(accountId: string, posts: PostsFate): Promise<ErasureReport> {
    const now = this.clock.now();
    const { touched, sessionIds } = await this.database.transaction((tx) => cutOff(tx, { accountId, posts, now }));
    for (const sessionId of sessionIds) this.sessions.hasEnded(sessionId);
    await this.noteAll();
    await this.complete({ accountId, posts }, touched);
    return reportOf(posts, now, touched);
  }

  /** What a crash or a lost database left behind. */
  async goOn(): Promise<void> {
    await this.noteAll();
    const left = await this.database.ask<{ accountId: string; posts: PostsFate }>(
      'select account_id "accountId", posts from erasures where done_at is null and asked_at < $1 order by asked_at limit 10', [this.clock.ago(LEFT_BEHIND)]);
    for (const erasure of left) await this.complete(erasure, {});
  }

  private async complete({ accountId, posts }: { accountId: string; posts: PostsFate }, touched: Touched): Promise<void> {
    await this.everybodyWhoHadBegun();
    const asker = { query: <Row>(sql: string, values?: readonly unknown[]) => this.database.ask<Row>(sql, values ? [...values] : []) };
    for (const threadId of await threadsTouchedBy(asker, accountId)) {
      for (;;) {
        const { rows, numbers } = await this.writer.submit(threadId, erasingAuthor, { accountId, posts });
        if (numbers.length === 0) break;
        add(touched, rowsOf(erasedBy(rows)));
      }
    }
    add(touched, await this.database.transaction((tx) => finish(tx, accountId, this.clock.now())));
  }

  /** Waits for every write that began before this moment: one of them may still say something with a face that goes. */
  private async everybodyWhoHadBegun(): Promise<void> {
    const [row] = await this.database.ask<{ next: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text next');
    for (const waited = stopwatch(); waited() < LONGEST_WRITE_MS;) {
      const [seen] = await this.database.ask<{ done: boolean }>('select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 done', [row!.next]);
      if (seen!.done) return;
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  private async noteAll(): Promise<void> {
    const all = await this.database.ask<{ account: string; posts: PostsFate; at: Date }>('select account_id account, posts, asked_at at from erasures order by asked_at');
    await this.ledger.note(all.map(({ account, posts, at }) => ({ account, posts, at: at.toISOString() })));
  }
}
