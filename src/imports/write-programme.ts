import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import type { TalkFields } from '../programme/talk-fields.ts';
import { WriteTalks, type WrittenTalk } from '../programme/write-talks.ts';
import { FollowProgramme } from '../threads/follow-programme.ts';
import { OpenThreads } from '../threads/open-threads.ts';
import { ImportQuestions } from './import-questions.ts';
import type { Difference } from './compare-programme.ts';

/** Writes the differences that an import found: new talks with their threads, then changed ones. */
@Injectable()
export class WriteProgramme {
  constructor(
    private readonly writeTalks: WriteTalks,
    private readonly importQuestions: ImportQuestions,
    private readonly openThreads: OpenThreads,
    private readonly followProgramme: FollowProgramme,
  ) {}

  /** Returns the ids of the talks that were added and changed. */
  async write(tx: Tx, conference: Conference, difference: Difference): Promise<string[]> {
    const { added, changed, moved, cancelled, rekeyed, questions } = difference;
    await this.writeTalks.rekey(tx, rekeyed);
    const talks = await this.add(tx, conference, added);
    const updated = [...changed, ...moved, ...cancelled];
    await this.writeTalks.update(tx, conference.id, updated);
    await this.importQuestions.replace(tx, conference.id, questions);
    await this.importQuestions.remember(tx, conference.id, difference.answered);
    return [...new Set([...talks, ...updated, ...rekeyed].map(({ id }) => id))];
  }

  /** New talks, each with its thread. */
  async add(tx: Tx, conference: Conference, added: readonly TalkFields[]): Promise<WrittenTalk[]> {
    const talks = await this.writeTalks.insert(tx, conference.id, added, { isImported: true });
    await this.openThreads.open(
      tx,
      conference,
      talks.map((talk) => ({ slug: talk.slug, title: talk.title, talk })),
    );
    return talks;
  }

  /** Updates the threads of talks after these were written. */
  follow(conferenceId: string): Promise<void> {
    return this.followProgramme.conference(conferenceId);
  }
}
