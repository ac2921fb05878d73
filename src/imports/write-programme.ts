import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { WriteTalks, type TalkFields } from '../programme/write-talks.ts';
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

  async write(tx: Tx, conference: Conference, difference: Difference): Promise<void> {
    const { added, changed, moved, cancelled, rekeyed, questions } = difference;
    await this.writeTalks.rekey(tx, rekeyed);
    await this.add(tx, conference, added);
    await this.writeTalks.update(tx, conference.id, [...changed, ...moved, ...cancelled]);
    await this.importQuestions.replace(tx, conference.id, questions);
  }

  /** New talks, each with its thread. */
  async add(tx: Tx, conference: Conference, added: readonly TalkFields[]): Promise<void> {
    const talks = await this.writeTalks.insert(tx, conference.id, added, { isImported: true });
    await this.openThreads.open(
      tx,
      conference,
      talks.map((talk) => ({ slug: talk.slug, title: talk.title, talk })),
    );
  }

  /** Updates the threads of talks after these were written. */
  follow(conferenceId: string): Promise<void> {
    return this.followProgramme.conference(conferenceId);
  }
}
