import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { wearerOf } from './badge.policy.ts';
import { badgesIn } from './badges.ts';
import { GrantsQueries } from './grants.queries.ts';
import type { Persona } from './persona.entity.ts';
import { PersonasQueries } from './personas.queries.ts';
import { ProgrammeNames } from './programme-names.ts';

/** A speaker's name and persona as their words about their talk show them. */
export interface SpeakerName {
  /** The persona that shows the right; null until the account has one. */
  persona: Persona | null;
  /** The names of the talk in the programme, that of the account first if it is known. */
  announced: string[];
}

/** Reads under which name an account speaks in a talk. */
@Injectable()
export class SpeakingAs {
  constructor(
    private readonly database: Database,
    private readonly grantsQueries: GrantsQueries,
    private readonly personasQueries: PersonasQueries,
    private readonly programmeNames: ProgrammeNames,
  ) {}

  /** Null for an account that does not speak in this talk. */
  async find(accountId: string, { talkId, conferenceId }: { talkId: string; conferenceId: string }) {
    const roles = await this.grantsQueries.heldIn(accountId, conferenceId);
    if (!roles.speakerOf.has(talkId)) return null;
    const through = { query: this.database.ask.bind(this.database) };
    const [personas, badges, own, names] = await Promise.all([
      this.personasQueries.listOf(accountId, conferenceId),
      badgesIn(through, { accountId, conferenceId }),
      this.programmeNames.ownIn(through, { talkId, accountId }),
      this.programmeNames.of(through, talkId),
    ]);
    const shown = wearerOf({ badges, personas }, { role: 'speaker', talkId });
    const announced = [...new Set([...(own === null ? [] : [own]), ...names])];
    return { persona: personas.find(({ id }) => id === shown) ?? null, announced } satisfies SpeakerName;
  }
}
