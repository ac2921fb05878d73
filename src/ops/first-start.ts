import { Injectable } from '@nestjs/common';
import { Invite } from '../accounts/invite.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { FurnishDemo } from './furnish-demo.ts';

/** Prepares the server's first start: fills an empty database, and checks whether there is an organizer. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly invite: Invite,
    private readonly furnishDemo: FurnishDemo,
  ) {}

  /**
   * A one-use link that makes its first visitor an organizer of all conferences, while there is none; else null. Links
   * of earlier starts are cancelled.
   */
  async prepare(): Promise<string | null> {
    if (this.config.get('DEMO')) await this.furnishDemo.furnish();
    // A link in an old log or terminal is void from now on, whether or not there is an organizer.
    await this.invite.endPrinted();
    const organized = await this.database.ask(
      `select from grants where role = 'organizer' and conference_id is null limit 1`,
    );
    if (organized.length > 0 || this.config.get('ORGANIZERS').length > 0) return null;
    return this.invite.invite({ role: 'organizer', conferenceId: null, talkId: null });
  }
}
