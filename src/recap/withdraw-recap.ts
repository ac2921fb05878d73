import { Injectable } from '@nestjs/common';
import { Precondition } from '../kernel/precondition.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { changeRecapStateWrite } from './change-recap-state.write.ts';
import { ConferenceRecaps } from './conference-recaps.ts';
import { lockedRecap } from './locked-recap.ts';
import { RecapQueries } from './recap.queries.ts';
import { recapVersion } from './recap.view.ts';
import { WriteRecap } from './write-recap.ts';

/**
 * Withdraws a recap for its author, at any time: its words and its thread go, and what others said there is read by
 * nobody. A draft leaves nothing behind. An official one is taken back by an empty version.
 */
@Injectable()
export class WithdrawRecap {
  constructor(
    private readonly database: Database,
    private readonly threadWriter: ThreadWriter,
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly recapQueries: RecapQueries,
    private readonly writeRecap: WriteRecap,
  ) {}

  /** Idempotent for what was public. Throws `not-found`, `not-allowed`, `version-outdated`. */
  async withdraw(accountId: string, recapId: string, precondition = Precondition.none): Promise<void> {
    const recap = await this.conferenceRecaps.demandAuthor(accountId, recapId);
    if (recap.isOfficial)
      return this.writeRecap.write(
        { conferenceId: recap.conferenceId, threadId: recap.aboutThreadId },
        { markdown: '', items: [], published: true },
        precondition,
      );
    if (recap.discussionId !== null) return this.hide(accountId, recapId, recap.discussionId, precondition);
    // Published meanwhile by another request, so that it leaves its place behind.
    if (!(await this.drop(recapId, precondition))) return this.withdraw(accountId, recapId, precondition);
  }

  private async hide(accountId: string, recapId: string, threadId: string, precondition: Precondition): Promise<void> {
    await this.threadWriter.submit(threadId, changeRecapStateWrite, {
      recapId,
      accountId,
      event: 'recap.withdrawn',
      factsOf: (recap, now) => (recap.withdrawnAt ? null : { ...recap, withdrawnAt: now }),
      also: async (tx) => precondition.demand(recapVersion((await this.recapQueries.version(recapId, 'newest', tx))!)),
    });
  }

  /** Deletes a draft; false where it is none any more. */
  private drop(recapId: string, precondition: Precondition): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const locked = await lockedRecap(tx, recapId);
      if (!locked) return true;
      if (locked.recap.discussionId !== null) return false;
      precondition.demand(recapVersion(locked.newest));
      await tx.query('delete from recaps where id = $1', [recapId]);
      return true;
    });
  }
}
