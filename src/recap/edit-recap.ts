import { Injectable } from '@nestjs/common';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { lockConference } from '../programme/lock-conferences.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { ConferenceRecaps } from './conference-recaps.ts';
import {
  decideEdit,
  editRecapWrite,
  readEdit,
  saveEdit,
  type RecapChanges,
  type RecapEdit,
} from './edit-recap.write.ts';
import { OpenDiscussion } from './open-discussion.ts';
import { RecapAuthors } from './recap-authors.ts';
import type { Recap } from './recap.entity.ts';
import { RecapQueries } from './recap.queries.ts';
import { TalkCards } from './talk-cards.ts';
import { WriteRecap } from './write-recap.ts';

/** The thread that a draft's publication opened; null where it opened none. */
type EditedDraft = { threadId: string | null };

/** Edits and publishes a recap: each edit is a version, and earlier ones stay. */
@Injectable()
export class EditRecap {
  private readonly write;

  // A recap is a row, a text with quotations and talks, an author, and a thread.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly threadWriter: ThreadWriter,
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly recapQueries: RecapQueries,
    private readonly recapAuthors: RecapAuthors,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly standingsQueries: StandingsQueries,
    private readonly talkCards: TalkCards,
    private readonly openDiscussion: OpenDiscussion,
    private readonly writeRecap: WriteRecap,
    private readonly clock: Clock,
  ) {
    this.write = editRecapWrite(recapAuthors);
  }

  /**
   * Edits a recap; fields that are left out stay. Throws `not-found`, `not-allowed`, `invalid-request`, `recap-gone`,
   * `persona-required`, `persona-choice-required`, `address-required`, `account-suspended`, `account-muted`,
   * `conference-archived`, `version-outdated`.
   */
  async edit(
    accountId: string,
    recapId: string,
    changes: RecapChanges,
    precondition = Precondition.none,
  ): Promise<void> {
    const recap = await this.conferenceRecaps.demandAuthor(accountId, recapId);
    if (recap.isOfficial) return this.editOfficial(accountId, recap, changes, precondition);
    const talkIds =
      changes.markdown === undefined ? null : await this.talkCards.demandTalks(recap.conferenceId, changes.markdown);
    const conference = await this.programmeQueries.getConference(recap.conferenceId);
    const edit = { recapId, accountId, changes, talkIds, precondition, conference };
    if (recap.discussionId !== null) {
      await this.threadWriter.submit(recap.discussionId, this.write, edit);
      return;
    }
    const edited = await this.database.transaction((tx) => this.editDraft(tx, edit));
    // Published meanwhile by another request, so that this edit goes through its thread.
    if (edited === null) return this.edit(accountId, recapId, changes, precondition);
    if (edited.threadId !== null) this.openDiscussion.announce(edited.threadId);
  }

  /** Null where the draft has been published meanwhile. */
  private async editDraft(tx: Tx, edit: RecapEdit): Promise<EditedDraft | null> {
    // Before the talks of which it speaks, as an import does.
    if (edit.changes.published) await lockConference(tx, edit.conference.id);
    const facts = await readEdit(tx, this.recapAuthors, edit);
    if (facts.locked && facts.locked.recap.discussionId !== null) return null;
    const decided = decideEdit(edit, facts, this.clock.now());
    if (!decided) return { threadId: null };
    await saveEdit(tx, decided);
    const { version, judgement, locked } = decided;
    if (!version.isPublished) return { threadId: null };
    const recap = { ...locked.recap, personaId: judgement.persona.id };
    const isHeld = judgement.heldBecause !== null;
    return { threadId: await this.openDiscussion.open(tx, recap, { title: version.title ?? '', isHeld }) };
  }

  private async editOfficial(
    accountId: string,
    { id, conferenceId, aboutThreadId }: Recap,
    changes: RecapChanges,
    precondition: Precondition,
  ): Promise<void> {
    const tx = { query: <Row>(sql: string, values?: readonly unknown[]) => this.database.ask<Row>(sql, values) };
    await this.standingsQueries.mayTakePart(tx, accountId, conferenceId);
    const newest = await this.recapQueries.version(id, 'newest');
    // Removed with its conference since it was looked up.
    if (!newest) throw notFound();
    await this.writeRecap.write(
      { conferenceId, threadId: aboutThreadId },
      {
        title: changes.title,
        markdown: changes.markdown ?? newest.markdown,
        items: [...(changes.items ?? newest.items)],
        published: changes.published ?? newest.isPublished,
      },
      precondition,
    );
  }
}
