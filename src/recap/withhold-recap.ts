import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { changeRecapStateWrite, type RecapStateChange } from './change-recap-state.write.ts';
import { OwnedRecaps } from './owned-recaps.queries.ts';
import { recapStateOf } from './recap.policy.ts';
import { recapEditedSince, recapWrongState } from './recap.problems.ts';

type ExtraRecapWrite = RecapStateChange['also'];

/** Holds, withholds, restores and releases a recap; a decision is written in the same transaction (`also`). */
@Injectable()
export class WithholdRecap {
  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly ownedRecaps: OwnedRecaps,
  ) {}

  /** Hides a public recap until a moderator has looked; others stay as they are. Throws `not-found`. */
  hold(recapId: string, because: string, also?: ExtraRecapWrite): Promise<void> {
    return this.change({
      recapId,
      event: 'recap.held',
      because,
      also,
      factsOf: (recap, now) => (recapStateOf(recap) === 'published' ? { ...recap, heldAt: now } : null),
    });
  }

  /** Hides a recap and its discussion from readers, held or not. Throws `not-found`, `recap-wrong-state`. */
  withhold(recapId: string, also?: ExtraRecapWrite): Promise<void> {
    return this.change({
      recapId,
      event: 'recap.withheld',
      also,
      factsOf: (recap, now) => {
        const state = recapStateOf(recap);
        if (state !== 'published' && state !== 'held') throw recapWrongState({ state });
        return { ...recap, heldAt: null, withheldAt: now };
      },
    });
  }

  /** Shows it again; a withdrawn one stays withdrawn. Throws `not-found`, `recap-wrong-state`. */
  restore(recapId: string, also?: ExtraRecapWrite): Promise<void> {
    return this.change({
      recapId,
      event: 'recap.restored',
      also,
      factsOf: (recap, now) => {
        if (recap.withheldAt === null) throw recapWrongState({ state: recapStateOf(recap) });
        return { ...recap, withheldAt: null, publishedAt: recap.publishedAt ?? now };
      },
    });
  }

  /**
   * Publishes a held recap in the version that was read. Throws `not-found`, `recap-wrong-state`, `recap-edited-since`.
   */
  async release(recapId: string, version: number, also?: ExtraRecapWrite): Promise<void> {
    return this.change({
      recapId,
      event: 'recap.released',
      also: async (tx, recap, isPublic) => {
        const { text } = await this.ownedRecaps.get(recapId, tx);
        if (text.version !== version) throw recapEditedSince({ version: text.version });
        await also?.(tx, recap, isPublic);
      },
      factsOf: (recap, now) => {
        const state = recapStateOf(recap);
        if (state !== 'held') throw recapWrongState({ state });
        return { ...recap, heldAt: null, publishedAt: recap.publishedAt ?? now };
      },
    });
  }

  private async change({
    also,
    ...change
  }: Omit<RecapStateChange, 'also'> & { also: ExtraRecapWrite | undefined }): Promise<void> {
    const { discussionId, aboutThreadId } = await this.ownedRecaps.get(change.recapId);
    const threadId = discussionId ?? aboutThreadId;
    if (threadId === null) throw notFound();
    await this.threadWriter.submit(threadId, changeRecapStateWrite, { ...change, ...(also ? { also } : {}) });
  }
}
