import { Injectable } from '@nestjs/common';
import { Audit } from '../accounts/audit.ts';
import { notFound } from '../kernel/common.problems.ts';
import { Database, type Queryable, type Tx } from '../platform/database/database.ts';
import { deleteWithDependents } from '../platform/database/delete-with-dependents.ts';
import { lockConference } from '../programme/lock-conferences.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ThreadSignals } from '../threads/thread-signals.ts';
import { conferenceInUse } from './imports.problems.ts';

/**
 * Removes a conference with everything in it: the demo, or one in which nobody has written. What people have written
 * is a public record, which is closed and exported instead.
 */
@Injectable()
export class RemoveConference {
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly audit: Audit,
    private readonly threadSignals: ThreadSignals,
  ) {}

  /** Throws `not-found`, `conference-in-use`. */
  async remove(idOrSlug: string, actorId: string): Promise<void> {
    const { id } = await this.programmeQueries.getConference(idOrSlug);
    const threads = await this.database.transaction(async (tx) => {
      await lockInvitations(tx, id);
      await lockConference(tx, id);
      await lockThreads(tx, id);
      // Nothing names the conference from here on. Who did so a moment ago has locked its thread before, as above.
      const [conference] = await tx.query<{ slug: string; isDemo: boolean }>(
        'select slug, is_demo "isDemo" from conferences where id = $1 for update',
        [id],
      );
      if (!conference) throw notFound();
      // With those that were opened meanwhile.
      const locked = await lockThreads(tx, id);
      const texts = await textsIn(tx, id);
      if (!conference.isDemo && texts > 0) throw conferenceInUse({ texts });
      // The ledger is only added to; its trigger lets decisions go with the one conference that is named here.
      await tx.query(`select set_config('aftertalk.removed_conference', $1, true)`, [id]);
      // Talks some at a time, which is most of the rows of a large conference.
      await deleteWithDependents(tx, 'talks', await talksIn(tx, id));
      await deleteWithDependents(tx, 'conferences', [id]);
      await this.audit.note(tx, {
        conferenceId: null,
        accountId: actorId,
        role: 'organizer',
        action: 'conference.removed',
        subject: conference.slug,
      });
      return locked;
    });
    // Subscribers and caches ask anew, and learn that these threads are gone.
    for (const { threadId } of threads) this.threadSignals.publish({ threadId, seq: -1, n: -1 });
  }

  /** Whether a conference may be removed now. */
  async mayRemove({ id, isDemo }: { id: string; isDemo: boolean }): Promise<boolean> {
    return isDemo || (await textsIn({ query: (sql, values) => this.database.ask(sql, values) }, id)) === 0;
  }
}

const talksIn = async (tx: Tx, conferenceId: string): Promise<string[]> =>
  (await tx.query<{ id: string }>('select id from talks where conference_id = $1 order by id', [conferenceId])).map(
    ({ id }) => id,
  );

/** Before the conference, as who takes one does. */
const lockInvitations = (tx: Tx, conferenceId: string): Promise<unknown> =>
  tx.query('select from invitations where conference_id = $1 order by link_id, id for update', [conferenceId]);

/** Locks every thread, as writes into one do and as rows that name one, so that none comes in between. */
const lockThreads = (tx: Tx, conferenceId: string): Promise<{ threadId: string }[]> =>
  tx.query(
    `select h.thread_id "threadId"
     from thread_heads h
     join threads t on t.id = h.thread_id
     where t.conference_id = $1
     order by h.thread_id
     for update`,
    [conferenceId],
  );

/** Counts the comments and recaps that people have written, also those that nobody else sees. */
async function textsIn(source: Queryable, conferenceId: string): Promise<number> {
  const [row] = await source.query<{ n: number }>(
    `select (
       (select count(*) from comments m join threads t on t.id = m.thread_id where t.conference_id = $1)
       + (select count(*) from pending_comments p join threads t on t.id = p.thread_id where t.conference_id = $1)
       + (select count(*) from recaps where conference_id = $1)
     )::int n`,
    [conferenceId],
  );
  return row!.n;
}
