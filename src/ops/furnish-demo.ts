import { Injectable } from '@nestjs/common';
import { InventPersona } from '../accounts/invent-persona.ts';
import { Database } from '../platform/database/database.ts';
import { WriteConference } from '../programme/write-conference.ts';
import { WriteTalks } from '../programme/write-talks.ts';
import { FurnishRecap } from '../recap/furnish-recap.ts';
import { OpenThreads } from '../threads/open-threads.ts';
import { DEMO_AUTHOR, DEMO_RECAP } from './demo-recap.ts';
import { DEMO_CONFERENCE, DEMO_HALLWAY, DEMO_TALKS } from './demo-conference.ts';

/** Key of the advisory lock, equal on every node: of nodes that start together one fills an empty database. */
const FURNISH_LOCK = 20_120_412;

/** Fills an empty database with the demo conference. */
@Injectable()
export class FurnishDemo {
  // A conference is made of its programme, its threads and a recap.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly writeConference: WriteConference,
    private readonly writeTalks: WriteTalks,
    private readonly openThreads: OpenThreads,
    private readonly inventPersona: InventPersona,
    private readonly furnishRecap: FurnishRecap,
  ) {}

  async furnish(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [FURNISH_LOCK]);
      if (
        (await tx.query('select from conferences limit 1')).length > 0 ||
        (await tx.query('select from accounts limit 1')).length > 0
      )
        return;
      const conference = await this.writeConference.createIn(tx, DEMO_CONFERENCE);
      await this.writeConference.markAsDemo(tx, conference.id);
      const talks = await this.writeTalks.insert(tx, conference.id, DEMO_TALKS);
      await this.openThreads.open(tx, conference, [
        ...talks.map((talk) => ({ slug: talk.slug, title: talk.title, talk })),
        { ...DEMO_HALLWAY, talk: null },
      ]);
      const id = await this.inventPersona.invent(tx, conference.id, DEMO_AUTHOR);
      await this.furnishRecap.furnish(tx, conference, {
        ...DEMO_RECAP,
        persona: { id, name: DEMO_AUTHOR.name },
        talkIds: talks.map((talk) => talk.id),
      });
    });
  }
}
