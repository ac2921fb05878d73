import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { timedId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { ChangeThread } from '../threads/change-thread.ts';
import { lockRecap } from './lock-recap.ts';
import type { RecapOwner } from './recap.queries.ts';
import type { RecapRequest } from './recap.requests.ts';
import { recapVersion } from './recap.view.ts';
import { maskedRecap } from './recap-text.ts';

/**
 * Saves a version of a recap; earlier ones stay. Publishing a thread's recap takes the thread's next number, because
 * its page links to the recap. The caller checks the right to write.
 */
@Injectable()
export class WriteRecap {
  constructor(
    private readonly database: Database,
    private readonly changeThread: ChangeThread,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid-request` for a comment that was never public here, `version-outdated`. */
  async write(of: RecapOwner, recap: RecapRequest, precondition = Precondition.none): Promise<void> {
    await this.check(of, recap.items);
    if (of.threadId !== null && recap.published) {
      await this.changeThread.change(of.threadId, {
        event: 'recap.published',
        changesOf: () => ({}),
        also: (tx) => this.save(tx, of, recap, precondition),
      });
    } else {
      await this.database.transaction((tx) => this.save(tx, of, recap, precondition));
    }
  }

  private async check({ conferenceId, threadId }: RecapOwner, items: readonly string[]): Promise<void> {
    const known = await this.database.ask<{ id: string }>(
      `select m.id from comments m
       join threads t on t.id = m.thread_id
       where m.id = any($1)
         and m.seq is not null
         and t.conference_id = $2
         and ($3::uuid is null or t.id = $3)`,
      [items, conferenceId, threadId],
    );
    const ids = new Set(known.map(({ id }) => id));
    const strays = items.flatMap((id, i) =>
      ids.has(id) ? [] : [{ pointer: `#/items/${i}`, detail: 'Choose a comment that everybody here can see.' }],
    );
    if (strays.length > 0) throw invalidRequest(strays);
  }

  /** Two simultaneous savings get two numbers, because the second waits for the first. */
  private async save(
    tx: Tx,
    { conferenceId, threadId }: RecapOwner,
    { markdown, items, published }: RecapRequest,
    precondition: Precondition,
  ): Promise<void> {
    await lockRecap(tx, { conferenceId, threadId });
    const [newest] = await tx.query<{ version: number }>(
      `select coalesce(max(version), 0) version
       from recap_versions
       where conference_id = $1 and thread_id is not distinct from $2::uuid`,
      [conferenceId, threadId],
    );
    precondition.demand(recapVersion(newest!));
    await tx.query(
      `insert into recap_versions (id, conference_id, thread_id, version, markdown, items, is_published, saved_at)
       select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5::uuid[], $6, $7
       from recap_versions
       where conference_id = $2 and thread_id is not distinct from $3::uuid`,
      [
        timedId(this.clock.now()),
        conferenceId,
        threadId,
        maskedRecap(markdown, items.length),
        items,
        published,
        this.clock.now(),
      ],
    );
  }
}
