import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

/**
 * Tells who needs a persona to ask anonymously with. It has no name, because none is shown; the account chooses one
 * with the first words that show it.
 */
@Injectable()
export class UnnamedPersonas {
  constructor(private readonly database: Database) {}

  /** Whether the account has no persona at all in the conference of a thread; false for an absent thread. */
  async isNeeded(accountId: string, threadId: string): Promise<boolean> {
    const [thread] = await this.database.ask<{ isNeeded: boolean }>(
      `select not exists (
         select from personas p
         where p.account_id = $1 and p.conference_id = t.conference_id and p.withdrawn_at is null
       ) "isNeeded"
       from threads t
       where t.id = $2`,
      [accountId, threadId],
    );
    return thread?.isNeeded ?? false;
  }
}
