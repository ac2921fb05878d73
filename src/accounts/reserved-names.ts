import { Injectable } from '@nestjs/common';
import type { Queryable } from '../platform/database/database.ts';
import { nameReserved } from './accounts.problems.ts';
import { AddressDesk } from './address-desk.ts';
import { GrantsQueries } from './grants.queries.ts';
import { SHOWS_A_RIGHT } from './known-name.ts';
import { isRoleName, looksLike, spellingsOf } from './persona.policy.ts';
import { ProgrammeNames } from './programme-names.ts';
import { SpeakerNames } from './speaker-names.ts';

export interface RequestedName {
  conferenceId: string;
  name: string;
  /** Null: a guest, who has no rights yet. */ accountId: string | null;
}

/**
 * Reserves the names of speakers and organizers: no other account of the conference uses a name that looks like one.
 */
@Injectable()
export class ReservedNames {
  constructor(
    private readonly grantsQueries: GrantsQueries,
    private readonly speakerNames: SpeakerNames,
    private readonly programmeNames: ProgrammeNames,
    private readonly addressDesk: AddressDesk,
  ) {}

  /** Throws `persona-name-reserved`. */
  async refuse(tx: Queryable, { conferenceId, name, accountId }: RequestedName): Promise<void> {
    const roles = accountId === null ? null : await this.grantsQueries.rolesIn(accountId, conferenceId, tx);
    if (roles?.organizer || roles?.moderator) return;
    if (isRoleName(name)) throw nameReserved({ name });
    const [speakers, organizers] = await Promise.all([
      this.speakerNames.in(tx, conferenceId),
      this.organizers(tx, conferenceId),
    ]);
    const mistaken = spellingsOf(name).flatMap((spelling) => speakers.get(spelling) ?? []);
    // Two speakers may have one name: each of them has a talk under it.
    const own = mistaken.flat().filter((id) => roles?.speakerOf.has(id));
    if (mistaken.length > 0 && !(await this.isOwnIn(tx, own, { accountId, name }))) throw nameReserved({ name });
    if (organizers.some((organizer) => looksLike(name, organizer.name))) throw nameReserved({ name });
  }

  /**
   * Whether the account may use this name in one of the talks in which it speaks: the names of the other speakers are
   * theirs where the programme tells which of them the account is.
   */
  private async isOwnIn(
    tx: Queryable,
    talkIds: readonly string[],
    { accountId, name }: Pick<RequestedName, 'accountId' | 'name'>,
  ): Promise<boolean> {
    if (accountId === null) return false;
    for (const talkId of new Set(talkIds)) {
      const own = await this.programmeNames.ownIn(tx, { talkId, accountId });
      if (own === null || looksLike(name, own)) return true;
    }
    return false;
  }

  /**
   * Personas that show an organizer's or a moderator's right here. Other personas of these accounts are not reserved,
   * because a refusal would tell whose they are.
   */
  private organizers(tx: Queryable, conferenceId: string): Promise<{ name: string }[]> {
    return tx.query(
      `select p.name from personas p
       join accounts a on a.id = p.account_id
       where p.conference_id = $1
         and p.withdrawn_at is null
         and p.name <> ''
         and ${SHOWS_A_RIGHT}
         and (
           a.address_index = any($2)
           or exists (
             select from grants g
             where g.account_id = a.id
               and g.role in ('organizer', 'moderator')
               and (g.conference_id is null or g.conference_id = $1)
           )
         )`,
      [conferenceId, this.addressDesk.organizerIndexes()],
    );
  }
}
