import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Problem } from '../kernel/problem.ts';
import type { Tx } from '../platform/database/database.ts';
import { rightsOf, wearerOf, type Right } from './badge.policy.ts';
import { badgesIn, placeBadges } from './badges.ts';
import { GrantsQueries } from './grants.queries.ts';
import { choosePersona, PersonasQueries } from './personas.queries.ts';
import { ProgrammeNames } from './programme-names.ts';
import { WritePersona } from './write-persona.ts';

interface NewBadge {
  readonly accountId: string;
  readonly conferenceId: string;
  readonly personaId: string | undefined;
}

interface BadgePlace {
  accountId: string;
  conferenceId: string;
  personaId: string;
}

/** Puts the badge of a right on one persona of its account. */
@Injectable()
export class GiveBadge {
  constructor(
    private readonly personasQueries: PersonasQueries,
    private readonly writePersona: WritePersona,
    private readonly grantsQueries: GrantsQueries,
    private readonly programmeNames: ProgrammeNames,
    private readonly clock: Clock,
  ) {}

  /**
   * For a new right: on the named persona, else the only one; a speaker without any gets one with the name in the
   * programme. An existing badge stays. Throws `not-found`, `persona-choice-required`.
   */
  async forRight(tx: Tx, right: Right, { accountId, conferenceId, personaId }: NewBadge): Promise<void> {
    const personas = await this.personasQueries.listOf(accountId, conferenceId, tx);
    const badges = await badgesIn(tx, { accountId, conferenceId });
    if (badges.some(({ role, talkId, personaId: on }) => role === right.role && talkId === right.talkId && on !== null))
      return;
    const named =
      personaId === undefined && personas.every(({ name }) => name === '')
        ? await this.fromProgramme(tx, right, { accountId, conferenceId })
        : choosePersona(personas, personaId).id;
    // Without personas, the first one the account makes is the only one and shows the right.
    if (named === null) return;
    await this.place(tx, [right], { accountId, conferenceId, personaId: named });
  }

  /** For every right of the account in a persona's conference that no persona shows. Throws `not-found`. */
  async toPersona(tx: Tx, accountId: string, personaId: string): Promise<{ conferenceId: string; rights: Right[] }> {
    const { conferenceId } = choosePersona(await this.personasQueries.listOf(accountId, null, tx), personaId);
    const [personas, badges, roles] = await Promise.all([
      this.personasQueries.listOf(accountId, conferenceId, tx),
      badgesIn(tx, { accountId, conferenceId }),
      this.grantsQueries.heldIn(accountId, conferenceId, tx),
    ]);
    const rights = rightsOf(roles).filter((right) => wearerOf({ badges, personas }, right) === null);
    await this.place(tx, rights, { accountId, conferenceId, personaId });
    return { conferenceId, rights };
  }

  private async place(
    tx: Tx,
    rights: readonly Right[],
    { accountId, conferenceId, personaId }: BadgePlace,
  ): Promise<void> {
    if (rights.length === 0) return;
    await placeBadges(tx, { accountId, conferenceId, rights, personaId });
    await tx.query(
      `insert into persona_changes (persona_id, at)
       values ($1, $2)
       on conflict (persona_id) do update set at = excluded.at`,
      [personaId, this.clock.now()],
    );
  }

  /**
   * Null unless the programme says who speaks, and where that name cannot be had: another persona looks like it, or the
   * account may not take part for now. The right is given all the same, and the speaker chooses a name.
   */
  private async fromProgramme(
    tx: Tx,
    { role, talkId }: Right,
    { accountId, conferenceId }: { accountId: string; conferenceId: string },
  ): Promise<string | null> {
    if (role !== 'speaker') return null;
    const name = await this.programmeNames.ownIn(tx, { talkId, accountId });
    if (name === null) return null;
    try {
      return (await this.writePersona.createIn(tx, { accountId, conferenceId, name, tagline: '' })).id;
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }
}
