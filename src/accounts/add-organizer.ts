import { Injectable } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import { blindId } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { AddressDesk } from './address-desk.ts';
import { lockForTeamChange, noteTeamChange } from './team.queries.ts';

/** Makes the owner of an address an organizer of a conference, from their next request on; for the operator. */
@Injectable()
export class AddOrganizer {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
  ) {}

  /** Does nothing for an organizer of the conference. Throws `invalid-request` for an invalid address. */
  async add(address: string, conference: { id: string; locale: Locale }): Promise<void> {
    const sealed = this.addressDesk.seal(address);
    const right = { role: 'organizer', conferenceId: conference.id, talkId: null } as const;
    await this.database.transaction(async (tx) => {
      await lockForTeamChange(tx, [right]);
      const accountId = await this.addressDesk.accountOf(tx, sealed, conference.locale);
      await tx.query(
        `insert into grants (id, account_id, conference_id, role)
         values ($1, $2, $3, 'organizer')
         on conflict do nothing`,
        [blindId(), accountId, conference.id],
      );
      await noteTeamChange(tx, right);
    });
  }
}
