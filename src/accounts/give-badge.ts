import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { faultOf } from '../platform/http/plain-text.ts';
import { NAME_LENGTH } from './accounts.requests.ts';
import { rightsOf, wearerOf, type Right } from './badge.policy.ts';
import { badgesIn, placeBadges } from './badges.ts';
import { GrantsQueries } from './grants.queries.ts';
import { choosePersona, PersonasQueries } from './personas.queries.ts';
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
      personaId === undefined && personas.length === 0
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

  /** Null unless the programme says who speaks. */
  private async fromProgramme(
    tx: Tx,
    { role, talkId }: Right,
    { accountId, conferenceId }: { accountId: string; conferenceId: string },
  ): Promise<string | null> {
    if (role !== 'speaker') return null;
    const speakers = await tx.query<{ name: string }>(
      `select s.name from talk_speakers ts
       join speakers s on s.id = ts.speaker_id
       where ts.talk_id = $1
         and (
           s.name = (select g.name from grants g where g.account_id = $2 and g.talk_id = $1 and g.role = 'speaker')
           or (select count(*) from talk_speakers o where o.talk_id = $1) = 1
         )`,
      [talkId, accountId],
    );
    const name = speakers.length === 1 ? speakers[0]!.name : '';
    if (faultOf(name, { ...NAME_LENGTH, oneLine: true }) !== null) return null;
    return (await this.writePersona.createIn(tx, { accountId, conferenceId, name, tagline: '' })).id;
  }
}
