import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid, secretToken } from '../kernel/ids.ts';
import { Precondition } from '../kernel/precondition.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { dropBadges } from './badges.ts';
import { GrantsQueries } from './grants.queries.ts';
import { refuseGuestName } from './guest-names.ts';
import { keepBadges } from './keep-badges.ts';
import type { Persona } from './persona.entity.ts';
import { personasTooMany } from './accounts.problems.ts';
import { looksLike, PERSONAS_AT_MOST } from './persona.policy.ts';
import { personaVersion, toPersonaView } from './persona.view.ts';
import { PERSONA_COLUMNS } from './personas.queries.ts';
import { writeBiography } from './write-biography.ts';
import { ReservedNames } from './reserved-names.ts';
import { StandingsQueries } from './standings.queries.ts';

export interface PersonaFields {
  name: string;
  tagline: string;
  /** Markdown as typed. */
  biography?: string | undefined;
  showsComments?: boolean | undefined;
  isIndexed?: boolean | undefined;
}

interface NewPersona extends PersonaFields {
  accountId: string;
  conferenceId: string;
}

/** Makes, renames and withdraws personas. A change reaches earlier comments by persona_changes. */
@Injectable()
export class WritePersona {
  constructor(
    private readonly database: Database,
    private readonly reservedNames: ReservedNames,
    private readonly grantsQueries: GrantsQueries,
    private readonly standingsQueries: StandingsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `account-suspended`, `account-muted`, `guest-not-allowed`, `persona-name-reserved`, `personas-too-many`,
   * `invalid-request` for a biography that shows nothing.
   */
  create(accountId: string, conferenceId: string, fields: PersonaFields): Promise<Persona> {
    return this.database.transaction((tx) => this.createIn(tx, { accountId, conferenceId, ...fields }));
  }

  /**
   * The first persona of an account in a conference; without a name one that can only ask anonymously. Of two requests
   * at once the second gets the persona of the first, so that a form that is pressed twice has one author. Throws as
   * `create`.
   */
  createFirst(accountId: string, conferenceId: string, fields: PersonaFields): Promise<Persona> {
    return this.database.transaction((tx) => this.createFirstIn(tx, { accountId, conferenceId, ...fields }));
  }

  /** As `createFirst`, in the transaction of what is published under it. */
  async createFirstIn(tx: Tx, fields: NewPersona): Promise<Persona> {
    const { accountId, conferenceId, name } = fields;
    await tx.query('select from accounts where id = $1 for no key update', [accountId]);
    const [first] = await tx.query<Persona>(
      `select ${PERSONA_COLUMNS} from personas
       where account_id = $1 and conference_id = $2 and withdrawn_at is null
       order by name = '', id limit 1`,
      [accountId, conferenceId],
    );
    const isEnough = first !== undefined && (first.name !== '' || name === '');
    return isEnough ? first : this.createIn(tx, fields);
  }

  /** A persona without a name gets this one, so that there is none beside it. */
  async createIn(tx: Tx, fields: NewPersona): Promise<Persona> {
    const { accountId, conferenceId, name, tagline, biography = '', showsComments = false, isIndexed = false } = fields;
    await this.standingsQueries.mayTakePart(tx, accountId, conferenceId);
    await refuseGuestName(tx, accountId, conferenceId);
    if (name !== '') await this.reservedNames.refuse(tx, { accountId, conferenceId, name });
    await refuseBeyondLimit(tx, accountId, conferenceId);
    const named = name === '' ? null : await this.nameUnnamed(tx, fields);
    if (named) return named;
    await keepBadges(tx, this.grantsQueries, { accountId, conferenceId });
    const [persona] = await tx.query<Persona>(
      `insert into personas (
         id, account_id, conference_id, name, tagline, avatar_seed, biography, has_comments_shown, is_indexed
       )
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       returning ${PERSONA_COLUMNS}`,
      [
        blindId(),
        accountId,
        conferenceId,
        name,
        tagline,
        secretToken(),
        writeBiography(biography),
        showsComments,
        isIndexed,
      ],
    );
    return persona!;
  }

  /**
   * Throws `account-suspended`, `account-muted`, `guest-not-allowed`, `version-outdated`, `persona-name-reserved`,
   * `invalid-request` for a biography that shows nothing, `not-found`.
   */
  change(
    accountId: string,
    personaId: string,
    fields: Partial<PersonaFields>,
    precondition = Precondition.none,
  ): Promise<Persona> {
    return this.database.transaction(async (tx) => {
      const [before] = await tx.query<Persona>(
        `select ${PERSONA_COLUMNS} from personas where id = $1 and account_id = $2 for no key update`,
        [ownId(personaId), accountId],
      );
      if (before) await this.standingsQueries.mayTakePart(tx, accountId, before.conferenceId);
      if (before) await refuseGuestName(tx, accountId, before.conferenceId);
      if (before) precondition.demand(personaVersion(toPersonaView(before)));
      // An account keeps its name, also when a speaker of that name is added later.
      if (before && fields.name !== undefined && !looksLike(fields.name, before.name))
        await this.reservedNames.refuse(tx, { accountId, conferenceId: before.conferenceId, name: fields.name });
      const [persona] = await tx.query<Persona>(
        `update personas
         set name = coalesce($3, name), tagline = coalesce($4, tagline), biography = coalesce($5, biography),
           has_comments_shown = coalesce($6, has_comments_shown), is_indexed = coalesce($7, is_indexed)
         where id = $1 and account_id = $2 and withdrawn_at is null
         returning ${PERSONA_COLUMNS}`,
        [
          ownId(personaId),
          accountId,
          fields.name ?? null,
          fields.tagline ?? null,
          fields.biography === undefined ? null : writeBiography(fields.biography),
          fields.showsComments ?? null,
          fields.isIndexed ?? null,
        ],
      );
      if (!persona) throw notFound();
      await this.announce(tx, personaId);
      return persona;
    });
  }

  /** Withdraws a persona; its comments stay, from a former participant. Throws `not-found`, `version-outdated`. */
  withdraw(accountId: string, personaId: string, precondition = Precondition.none): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [own] = await tx.query<Persona>(
        `select ${PERSONA_COLUMNS} from personas
         where id = $1 and account_id = $2 and withdrawn_at is null for no key update`,
        [ownId(personaId), accountId],
      );
      if (!own) throw notFound();
      precondition.demand(personaVersion(toPersonaView(own)));
      await keepBadges(tx, this.grantsQueries, { accountId, conferenceId: own.conferenceId });
      const rows = await tx.query(
        `update personas
         set withdrawn_at = $3, name = '', tagline = '', biography = '', has_comments_shown = false, is_indexed = false
         where id = $1 and account_id = $2 and withdrawn_at is null
         returning id`,
        [ownId(personaId), accountId, this.clock.now()],
      );
      if (rows.length === 0) throw notFound();
      await dropBadges(tx, personaId);
      await this.announce(tx, personaId);
    });
  }

  /** Names the persona with which the account has asked anonymously, and keeps what is not given; null without one. */
  private async nameUnnamed(
    tx: Tx,
    { accountId, conferenceId, name, tagline, biography, showsComments, isIndexed }: NewPersona,
  ): Promise<Persona | null> {
    const [persona] = await tx.query<Persona>(
      `update personas
       set name = $3, tagline = coalesce(nullif($4, ''), tagline), biography = coalesce($5, biography),
         has_comments_shown = coalesce($6, has_comments_shown), is_indexed = coalesce($7, is_indexed)
       where account_id = $1 and conference_id = $2 and name = '' and withdrawn_at is null
       returning ${PERSONA_COLUMNS}`,
      [
        accountId,
        conferenceId,
        name,
        tagline,
        biography === undefined ? null : writeBiography(biography),
        showsComments ?? null,
        isIndexed ?? null,
      ],
    );
    if (persona) await this.announce(tx, persona.id);
    return persona ?? null;
  }

  private async announce(tx: Tx, personaId: string): Promise<void> {
    await tx.query(
      `insert into persona_changes (persona_id, at)
       values ($1, $2)
       on conflict (persona_id) do update set at = excluded.at`,
      [personaId, this.clock.now()],
    );
  }
}

/** Locks the account, so that simultaneous requests are counted one after the other. Throws `personas-too-many`. */
async function refuseBeyondLimit(tx: Tx, accountId: string, conferenceId: string): Promise<void> {
  await tx.query('select from accounts where id = $1 for no key update', [accountId]);
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int count from personas
     where account_id = $1 and conference_id = $2 and withdrawn_at is null`,
    [accountId, conferenceId],
  );
  if (row!.count >= PERSONAS_AT_MOST) throw personasTooMany({ limit: PERSONAS_AT_MOST });
}

function ownId(id: string): string {
  if (!isUuid(id)) throw notFound();
  return id;
}
