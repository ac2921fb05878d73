import { Injectable } from '@nestjs/common';
import { grouped } from '../kernel/by-key.ts';
import { Clock } from '../kernel/clock.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { Standing } from './account.entity.ts';
import type { Wearer, WornBadge } from './badge.policy.ts';
import { GrantsQueries, type Roles } from './grants.queries.ts';
import type { Persona } from './persona.entity.ts';
import { PERSONA_COLUMNS } from './personas.queries.ts';

/** Days after the end of a sanction during which an account's comments are held for review. */
const WATCHED_DAYS = 14;

/** An account that is about to take part in one conference. */
export interface Participant extends Wearer {
  readonly personas: readonly Persona[];
  readonly sanctions: readonly Standing[];
  /** Whether a sanction here ended within WATCHED_DAYS. */
  readonly isWatched: boolean;
  readonly isGuest: boolean;
  readonly roles: Roles;
  /** The rights that personas show. */
  readonly badges: readonly WornBadge[];
}

type ParticipantKey = { readonly accountId: string; readonly conferenceId: string };

const keyOf = ({ accountId, conferenceId }: ParticipantKey): string => `${accountId} ${conferenceId}`;

/**
 * The badges of the persona's account and conference; in the same statement, since nobody takes part without a persona.
 */
const BADGES = `coalesce(
    (
      select jsonb_agg(jsonb_build_object('role', b.role, 'talkId', b.talk_id, 'personaId', b.persona_id))
      from badges b
      where b.account_id = personas.account_id
        and b.conference_id = personas.conference_id
    ),
    '[]'
  )`;

/** In the same statement too. */
const IS_GUEST = `(select a.kind = 'guest' from accounts a where a.id = personas.account_id)`;

/** Reads participants for many accounts at once: personas, current sanctions, grants; one statement each. */
@Injectable()
export class ParticipantsQueries {
  constructor(
    private readonly grantsQueries: GrantsQueries,
    private readonly clock: Clock,
  ) {}

  /** Returns a function that finds the participant for any of these accounts and any conference. */
  async lookup(
    tx: Queryable,
    accounts: readonly string[],
  ): Promise<(accountId: string, conferenceId: string) => Participant> {
    const accountIds = [...new Set(accounts)];
    const [rows, standings, grants] = await Promise.all([
      tx.query<Persona & ParticipantKey & { badges: WornBadge[]; isGuest: boolean }>(
        `select ${PERSONA_COLUMNS}, ${BADGES} badges, ${IS_GUEST} "isGuest" from personas
         where account_id = any($1) and withdrawn_at is null
         order by name, id`,
        [accountIds],
      ),
      tx.query<Standing & ParticipantKey>(
        `select account_id "accountId", conference_id "conferenceId", kind, until
         from standings
         where account_id = any($1)
           and kind in ('muted', 'suspended')
           and (until is null or until > $2)`,
        [accountIds, this.clock.ago({ days: WATCHED_DAYS })],
      ),
      this.grantsQueries.listOfAll(accountIds, tx),
    ]);
    const now = this.clock.now();
    const lasting = standings.filter(({ until }) => until === null || until > now);
    const [personas, sanctions, all] = [grouped(rows, keyOf), grouped(lasting, keyOf), grouped(standings, keyOf)];
    return (accountId, conferenceId) => {
      const key = keyOf({ accountId, conferenceId });
      return {
        personas: personas.get(key) ?? [],
        badges: personas.get(key)?.[0]?.badges ?? [],
        sanctions: sanctions.get(key) ?? [],
        isWatched: all.has(key),
        isGuest: personas.get(key)?.[0]?.isGuest ?? false,
        roles: GrantsQueries.rolesAmong(grants.get(accountId) ?? [], conferenceId),
      };
    };
  }
}
