import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import { Precondition } from '../kernel/precondition.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { lockConference } from '../programme/lock-conferences.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { ChangeThread } from '../threads/change-thread.ts';
import { showRecap } from '../threads/change-thread.write.ts';
import { lockRecap } from './lock-recap.ts';
import { OpenDiscussion } from './open-discussion.ts';
import { demandQuotable } from './recap-items.ts';
import type { Recap } from './recap.entity.ts';
import { RecapQueries, type RecapOwner } from './recap.queries.ts';
import { recapVersion } from './recap.view.ts';
import { maskedRecap } from './recap-text.ts';
import { Recaps } from './recaps.ts';
import { saveVersion, type NewVersion } from './save-version.ts';
import { raiseTalksOf } from './raise-talks.ts';
import { TalkCards } from './talk-cards.ts';

/** An official recap as it is written. Without a title it keeps the one it has. */
export interface WrittenRecap {
  markdown: string;
  items: string[];
  published: boolean;
  title?: string | undefined;
}

/**
 * Saves a version of an official recap; earlier ones stay. Publishing takes the next number of the thread it is about,
 * whose page links to it, or of its own discussion. The caller checks the right to write.
 */
@Injectable()
export class WriteRecap {
  // A recap is a row, a text with quotations and talks, and a thread.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly changeThread: ChangeThread,
    private readonly threadsQueries: ThreadsQueries,
    private readonly recapQueries: RecapQueries,
    private readonly recaps: Recaps,
    private readonly talkCards: TalkCards,
    private readonly openDiscussion: OpenDiscussion,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `invalid-request` for a comment that nobody can see here and for a talk of another conference,
   * `version-outdated`.
   */
  async write(of: RecapOwner, written: WrittenRecap, precondition = Precondition.none): Promise<void> {
    const recap = await this.recapQueries.official(of);
    await demandQuotable(
      { query: (sql, values) => this.database.ask(sql, values) },
      { ...of, recapId: recap?.id ?? null, isOfficial: true },
      written.items,
    );
    const talkIds = await this.talkIdsOf(of, written.markdown);
    const threadId = of.threadId ?? recap?.discussionId ?? null;
    // Before the thread and the talks of which it speaks, as an import and its undoing do.
    const before = (tx: Tx): Promise<void> => lockConference(tx, of.conferenceId);
    const save = (tx: Tx): Promise<string | null> => this.save(tx, of, { ...written, talkIds }, precondition);
    if (threadId !== null && written.published) {
      const wasPublic = recap?.publishedAt != null && recap.withdrawnAt === null;
      await this.changeThread.change(threadId, {
        event: of.threadId === null ? eventOf(written, wasPublic) : 'recap.published',
        before,
        changesOf: () => ({}),
        also: async (tx) => void (await save(tx)),
      });
    } else {
      const opened = await this.database.transaction(async (tx) => {
        await before(tx);
        return save(tx);
      });
      if (opened !== null) this.openDiscussion.announce(opened);
    }
  }

  /** The talk that the recap is about, then those whose cards stand in it. */
  private async talkIdsOf({ conferenceId, threadId }: RecapOwner, markdown: string): Promise<string[]> {
    const about = threadId === null ? null : (await this.threadsQueries.get(threadId)).talkId;
    const named = await this.talkCards.demandTalks(conferenceId, markdown);
    return [...new Set(about === null ? named : [about, ...named])];
  }

  /** Two simultaneous savings get two numbers, because the second waits for the first. Returns the thread it opened. */
  private async save(
    tx: Tx,
    of: RecapOwner,
    { title, markdown, items, talkIds, published }: WrittenRecap & Pick<NewVersion, 'talkIds'>,
    precondition: Precondition,
  ): Promise<string | null> {
    await lockRecap(tx, of);
    const recap = (await this.recapQueries.official(of, tx)) ?? (await this.make(tx, of));
    const newest = await this.recapQueries.version(recap.id, 'newest', tx);
    precondition.demand(recapVersion(newest ?? { version: 0 }));
    const version = {
      title: title ?? newest?.title ?? null,
      markdown: maskedRecap(markdown, items.length),
      items,
      talkIds,
      isPublished: published,
    };
    await saveVersion(tx, recap, version, this.clock.now());
    return published ? this.publish(tx, recap, version) : null;
  }

  /** Publishing an empty text takes the recap back. Returns the thread that it opened. */
  private async publish(tx: Tx, recap: Recap, version: NewVersion): Promise<string | null> {
    const now = this.clock.now();
    const withdrawnAt = isEmpty(version) ? now : null;
    await tx.query('update recaps set published_at = coalesce(published_at, $2), withdrawn_at = $3 where id = $1', [
      recap.id,
      now,
      withdrawnAt,
    ]);
    await raiseTalksOf(tx, recap.id);
    if (recap.aboutThreadId !== null) return null;
    const title = version.title ?? (await this.recaps.titleOf(recap));
    if (recap.discussionId !== null) {
      await showRecap(tx, recap.discussionId, { title, hiddenAt: withdrawnAt ?? recap.withheldAt ?? recap.heldAt });
      return null;
    }
    if (withdrawnAt !== null) return null;
    return this.openDiscussion.open(tx, recap, { title, isHeld: false });
  }

  private async make(tx: Tx, { conferenceId, threadId }: RecapOwner): Promise<Recap> {
    const slug = await this.openDiscussion.slugFor(tx, conferenceId, await this.slugSource({ conferenceId, threadId }));
    const id = timedId(this.clock.now());
    await tx.query(
      `insert into recaps (id, conference_id, about_thread_id, slug, is_official, created_at)
       values ($1, $2, $3, $4, true, $5)`,
      [id, conferenceId, threadId, slug, this.clock.now()],
    );
    return (await this.recapQueries.byId(id, tx))!;
  }

  private async slugSource({ conferenceId, threadId }: RecapOwner): Promise<string> {
    return threadId === null
      ? this.recaps.titleOf({ conferenceId, aboutThreadId: null })
      : (await this.threadsQueries.get(threadId)).slug;
  }
}

const isEmpty = ({ markdown, items }: Pick<WrittenRecap, 'markdown' | 'items'>): boolean =>
  markdown === '' && items.length === 0;

function eventOf(written: WrittenRecap, wasPublic: boolean): 'recap.published' | 'recap.edited' | 'recap.withdrawn' {
  if (isEmpty(written)) return 'recap.withdrawn';
  return wasPublic ? 'recap.edited' : 'recap.published';
}
