import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';
import { AddressDesk } from './address-desk.ts';

/** The people who decide in a conference; those in ORGANIZERS count once they have an account. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
  ) {}

  /** Counts those who may decide an appeal, apart from whether the decision was their own. */
  async deciders(conferenceId: string): Promise<number> {
    return (await this.whoDecides(conferenceId)).length;
  }

  whoDecides(conferenceId: string): Promise<string[]> {
    return this.accounts(conferenceId, ['organizer', 'moderator']);
  }

  organizers(conferenceId: string): Promise<string[]> {
    return this.accounts(conferenceId, ['organizer']);
  }

  /**
   * Everyone who decides about a conference or about some of these talks, by account; the value is the talks whose
   * threads they moderate, null for all.
   */
  async moderatorsOf(conferenceId: string, talkIds: readonly string[]): Promise<Map<string, string[] | null>> {
    const ofTalks = await this.database.ask<{ id: string; talkIds: string[] }>(
      `select account_id id, array_agg(talk_id) "talkIds" from grants
       where conference_id = $1 and role = 'moderator' and talk_id = any($2)
       group by account_id`,
      [conferenceId, talkIds],
    );
    return new Map<string, string[] | null>([
      ...ofTalks.map((row) => [row.id, row.talkIds] as const),
      ...(await this.whoDecides(conferenceId)).map((id) => [id, null] as const),
    ]);
  }

  private async accounts(conferenceId: string, roles: readonly Role[]): Promise<string[]> {
    const rows = await this.database.ask<{ id: string }>(
      `select account_id id from grants
       where (conference_id = $1 or conference_id is null)
         and role = any($2)
         and talk_id is null
       union
       select id from accounts
       where address_index = any($3)`,
      [conferenceId, roles, this.addressDesk.organizerIndexes()],
    );
    return rows.map(({ id }) => id);
  }
}
