import { Injectable } from '@nestjs/common';
import { PersonasQueries } from '../accounts/personas.queries.ts';
import { WritePersona } from '../accounts/write-persona.ts';
import { Database } from '../platform/database/database.ts';

/**
 * Gives an account without a persona one to ask anonymously with. It has no name, because none is shown; the account
 * chooses one with the first words that show it.
 */
@Injectable()
export class UnnamedPersonas {
  constructor(
    private readonly database: Database,
    private readonly personasQueries: PersonasQueries,
    private readonly writePersona: WritePersona,
  ) {}

  /** Does nothing for an account with a persona, and for an absent thread. Throws as `WritePersona.createFirst`. */
  async provide(accountId: string, threadId: string): Promise<void> {
    const [thread] = await this.database.ask<{ conferenceId: string }>(
      'select conference_id "conferenceId" from threads where id = $1',
      [threadId],
    );
    if (!thread) return;
    const { conferenceId } = thread;
    if ((await this.personasQueries.listOf(accountId, conferenceId)).length > 0) return;
    await this.writePersona.createFirst(accountId, conferenceId, { name: '', tagline: '' });
  }
}
