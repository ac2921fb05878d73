import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../platform/database/database.ts';

/** A thread to update. `isAnnounced` says whether it takes a number also when its row stays unchanged. */
export interface DueUpdate {
  readonly threadId: string;
  readonly isAnnounced: boolean;
  readonly version: number;
}

/** Progress of a change of a conference through its threads. */
export interface FollowProgress {
  /** Number of threads that the change is for. */
  readonly threads: number;
  /** Number of those that it has still to reach. */
  readonly remaining: number;
}

/** Seconds after which another node takes over an unsettled claim. */
const CLAIMED_SECONDS = 30;

const NOTE = `on conflict (thread_id) do update set claimed_until = null, version = due_thread_updates.version + 1,
  is_announced = due_thread_updates.is_announced or excluded.is_announced`;

/**
 * Lists the threads that a change of their conference or talk has still to reach. One noted again meanwhile stays due.
 */
@Injectable()
export class DueThreadUpdates {
  constructor(private readonly database: Database) {}

  /** Notes every thread of a conference, in the transaction of the change. */
  async noteAll(tx: Tx, conferenceId: string): Promise<void> {
    await tx.query(
      `insert into due_thread_updates (thread_id, is_announced)
       select id, true from threads where conference_id = $1 ${NOTE}`,
      [conferenceId],
    );
  }

  async note(threadIds: readonly string[]): Promise<void> {
    if (threadIds.length === 0) return;
    await this.database.ask(
      `insert into due_thread_updates (thread_id, is_announced)
       select id, false from unnest($1::uuid[]) as u(id) ${NOTE}`,
      [threadIds],
    );
  }

  /** Claims threads for this node until they are settled, released, or CLAIMED_SECONDS have passed. */
  claim(limit: number): Promise<DueUpdate[]> {
    return this.database.ask<DueUpdate>(
      `with due as (
         select thread_id from due_thread_updates where claimed_until is null or claimed_until < now()
         order by thread_id limit $1 for update skip locked)
       update due_thread_updates d set claimed_until = now() + $2 * interval '1 second'
       from due where d.thread_id = due.thread_id
       returning d.thread_id "threadId", d.is_announced "isAnnounced", d.version`,
      [limit, CLAIMED_SECONDS],
    );
  }

  /** In the transaction that updated the thread, or in one of its own. */
  async settle(
    { threadId, version }: DueUpdate,
    tx: Queryable = { query: this.database.ask.bind(this.database) },
  ): Promise<void> {
    await tx.query('delete from due_thread_updates where thread_id = $1 and version = $2', [threadId, version]);
  }

  /** Ends the claim of a busy thread, so that it can be claimed again. */
  async release({ threadId, version }: DueUpdate): Promise<void> {
    await this.database.ask(
      'update due_thread_updates set claimed_until = null where thread_id = $1 and version = $2',
      [threadId, version],
    );
  }

  async progressIn(conferenceId: string): Promise<FollowProgress> {
    const [row] = await this.database.ask<FollowProgress>(
      `select count(*)::int threads, count(d.thread_id)::int remaining
       from threads t left join due_thread_updates d on d.thread_id = t.id where t.conference_id = $1`,
      [conferenceId],
    );
    return row!;
  }
}
