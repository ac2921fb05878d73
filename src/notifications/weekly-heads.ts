import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PeopleQueries } from '../accounts/people.queries.ts';
import { DueLetters } from '../moderation/due-letters.ts';
import { MarkHeads } from '../moderation/mark-heads.ts';
import { Log } from '../platform/logging/log.ts';
import { Repeated } from '../platform/repeated.ts';

const LOOK_EVERY_MS = 3_600_000;

/** Once a week, where something was decided since: the head of the ledger to every organizer. Whoever rewrites the ledger cannot rewrite their mail. */
@Injectable()
export class WeeklyHeads implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly looking: Repeated;

  constructor(private readonly marks: MarkHeads, private readonly people: PeopleQueries, private readonly letters: DueLetters, log: Log) {
    this.looking = new Repeated(() => this.run(), LOOK_EVERY_MS, log);
  }

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.looking.stop();
  }

  async run(): Promise<void> {
    await this.marks.run(async (tx, { conferenceId, n, hash }) => {
      for (const accountId of await this.people.organizers(conferenceId)) await this.letters.put(tx, { accountId, kind: 'ledger-head', conferenceId, facts: { n, hash } });
    });
  }
}
