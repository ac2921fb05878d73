import { Injectable } from '@nestjs/common';
import { SingleFlight } from '../kernel/single-flight.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';

/** Key of the shared advisory lock that every serving node holds, so that each can count the others. */
const NODES_LOCK = 1_885_300_217;
/** Shorter than the ten seconds after which an unused connection is closed, and with it the lock. */
const SHOW_EVERY_MS = 4_000;

/** SQL: holds the lock on this connection, once, and counts the other connections that hold it. */
const LOOK = `with holders as materialized (
    select l.pid from pg_locks l
    where l.locktype = 'advisory'
      and l.granted
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and (l.classid, l.objid) = (0, ${NODES_LOCK})
  )
  select (select count(*)::int from holders where pid <> pg_backend_pid()) others,
    case when not exists (select from holders where pid = pg_backend_pid())
      then pg_try_advisory_lock_shared(${NODES_LOCK}) end "isTaken"`;

/**
 * Whether other nodes serve the same forum, with or without Redis. A node is there while its connection to PostgreSQL
 * holds a lock; one that ends or is cut off loses it by itself.
 */
@Injectable()
export class OtherNodes {
  private readonly polls = new SingleFlight<boolean>();
  private isServing = false;

  constructor(
    private readonly database: Database,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'live/show-this-node',
      does: 'Shows the other nodes of this forum that this one is there.',
      everyMs: SHOW_EVERY_MS,
      isAtStart: true,
      run: async () => this.isServing && this.areThere(),
    });
  }

  /** Called by a node that takes connections; a command beside it counts as none. */
  serve(): void {
    this.isServing = true;
  }

  /** Asks the database. Throws `unavailable`. */
  areThere(): Promise<boolean> {
    return this.polls.ask('', async () => {
      // The one connection of this pool stays the same, and keeps the lock.
      const [row] = await this.database.watch<{ others: number }>(LOOK);
      return row!.others > 0;
    });
  }
}
