import { Injectable } from '@nestjs/common';
import { Invite } from '../accounts/invite.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { WriteConference } from '../programme/write-conference.ts';
import { WriteTalks } from '../programme/write-talks.ts';
import { OpenThreads } from '../threads/open-threads.ts';
import { DEMO_CONFERENCE, DEMO_HALLWAY, DEMO_TALKS } from './demo-conference.ts';

/** Key of the advisory lock, equal on every node: of nodes that start together one fills an empty database. */
const FURNISH_LOCK = 20_120_412;

/** Prepares the server's first start: fills an empty database, and checks whether there is an organizer. */
@Injectable()
export class FirstStart {
  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly invite: Invite,
    private readonly writeConference: WriteConference,
    private readonly writeTalks: WriteTalks,
    private readonly openThreads: OpenThreads,
  ) {}

  /**
   * A one-use link that makes its first visitor an organizer of all conferences, while there is none; else null. Links
   * of earlier starts are cancelled.
   */
  async prepare(): Promise<string | null> {
    await this.furnish();
    // A link in an old log or terminal is void from now on, whether or not there is an organizer.
    await this.invite.endPrinted();
    const organized = await this.database.ask(
      `select from grants where role = 'organizer' and conference_id is null limit 1`,
    );
    if (organized.length > 0 || this.config.get('ORGANIZERS').length > 0) return null;
    return this.invite.invite({ role: 'organizer', conferenceId: null, talkId: null });
  }

  private async furnish(): Promise<void> {
    if (!this.config.get('DEMO')) return;
    await this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [FURNISH_LOCK]);
      if (
        (await tx.query('select from conferences limit 1')).length > 0 ||
        (await tx.query('select from accounts limit 1')).length > 0
      )
        return;
      const conference = await this.writeConference.createIn(tx, DEMO_CONFERENCE);
      const talks = await this.writeTalks.insert(tx, conference.id, DEMO_TALKS);
      await this.openThreads.open(tx, conference, [
        ...talks.map((talk) => ({ slug: talk.slug, title: talk.title, talk })),
        { ...DEMO_HALLWAY, talk: null },
      ]);
    });
  }
}
