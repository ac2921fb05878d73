import { Injectable } from '@nestjs/common';
import { grouped } from '../kernel/by-key.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import type { Caller } from '../platform/http/access.ts';
import type { ListingQuery } from '../platform/http/listing.requests.ts';
import type { Role } from './account.entity.ts';
import { AddressDesk } from './address-desk.ts';
import { knownName } from './known-name.ts';
import { StandingsQueries } from './standings.queries.ts';

/** The roles of an account in one conference. */
export interface Roles {
  organizer: boolean;
  moderator: boolean;
  moderatorOf: ReadonlySet<string>;
  speakerOf: ReadonlySet<string>;
}

export interface GrantView {
  /** The part that its holder has. */
  role: Role;
  /** The conference it is for; null for all. */
  conferenceId: string | null;
  /** The talk it is for; null for all talks of the conference. */
  talkId: string | null;
}

/**
 * A grant as organizers see it, under the name its invitation was made for, else under one persona of its holder. Only
 * one, so that it does not tell which personas belong together.
 */
export interface HeldGrant {
  /** The id of the grant. */
  id: string;
  /** The part that its holder has. */
  role: Role;
  /** The talk it is for; null for all talks of the conference. */
  talkId: string | null;
  /** The name of its holder; null where none is known in the conference. */
  name: string | null;
}

const HELD_GRANT = `g.id, g.role, g.talk_id "talkId",
  coalesce(g.name, ${knownName('g.account_id', 'g.conference_id')}) "name"`;
/** SQL: organizers first, then moderators, then speakers. */
const PLACE_OF_ROLE = `array_position(array['organizer', 'moderator', 'speaker'], g.role)`;
/** As many as a programme has talks. */
const GRANTS_AT_MOST = 20_000;

/**
 * Reads grants before every privileged act. An organizer of all conferences has a grant without a conference, or is
 * named in ORGANIZERS.
 */
@Injectable()
export class GrantsQueries {
  private readonly asker: Queryable;

  constructor(
    database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly standingsQueries: StandingsQueries,
  ) {
    this.asker = { query: (sql, values) => database.ask(sql, values) };
  }

  async list(accountId: string, through: Queryable = this.asker): Promise<GrantView[]> {
    return (await this.listOfAll([accountId], through)).get(accountId) ?? [];
  }

  /** By account. */
  async listOfAll(accountIds: readonly string[], through: Queryable = this.asker): Promise<Map<string, GrantView[]>> {
    const rows = await through.query<GrantView & { accountId: string; index: Buffer | null }>(
      `select a.id "accountId", a.address_index "index", g.role, g.conference_id "conferenceId", g.talk_id "talkId"
       from accounts a left join grants g on g.account_id = a.id where a.id = any($1)`,
      [accountIds],
    );
    return new Map(
      [...grouped(rows, ({ accountId }) => accountId)].map(([accountId, own]) => {
        const granted = own
          .filter(({ role }) => role !== null)
          .map(({ role, conferenceId, talkId }) => ({ role, conferenceId, talkId }));
        const isKnown = granted.some(({ role, conferenceId }) => role === 'organizer' && conferenceId === null);
        return [
          accountId,
          this.addressDesk.isOrganizer(own[0]!.index) && !isKnown
            ? [{ role: 'organizer', conferenceId: null, talkId: null }, ...granted]
            : granted,
        ];
      }),
    );
  }

  /** The roles of an account in a conference now; a suspension removes them while it lasts. */
  async rolesIn(accountId: string, conferenceId: string, through: Queryable = this.asker): Promise<Roles> {
    const held = await this.heldIn(accountId, conferenceId, through);
    if (!holdsAny(held)) return held;
    const sanctions = await this.standingsQueries.sanctionsOf(accountId, conferenceId, through);
    return sanctions.some(({ kind }) => kind === 'suspended') ? NO_ROLES : held;
  }

  /**
   * The grants of an account in a conference, whatever its sanctions: for badges, and for decisions about its
   * sanctions.
   */
  async heldIn(accountId: string, conferenceId: string, through?: Queryable): Promise<Roles> {
    return GrantsQueries.rolesAmong(await this.list(accountId, through), conferenceId);
  }

  static rolesAmong(grants: readonly GrantView[], conferenceId: string): Roles {
    const here = grants.filter((grant) => grant.conferenceId === null || grant.conferenceId === conferenceId);
    return {
      organizer: here.some(({ role }) => role === 'organizer'),
      moderator: here.some(({ role, talkId }) => role === 'moderator' && talkId === null),
      moderatorOf: new Set(here.flatMap(({ role, talkId }) => (role === 'moderator' && talkId ? [talkId] : []))),
      speakerOf: new Set(here.flatMap(({ role, talkId }) => (role === 'speaker' && talkId ? [talkId] : []))),
    };
  }

  /** The grants of one conference for its organizers, without those for all conferences, which are the operator's. */
  listAllIn(conferenceId: string): Promise<HeldGrant[]> {
    return this.asker.query<HeldGrant>(
      `select ${HELD_GRANT} from grants g
       where g.conference_id = $1
       order by g.role, g.talk_id nulls first, 4 nulls last, g.id limit ${GRANTS_AT_MOST}`,
      [conferenceId],
    );
  }

  /** The same, page by page. Throws `invalid-request`. */
  async listIn(conferenceId: string, { limit, cursor }: ListingQuery): Promise<Page<HeldGrant>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number', 'id'] as const);
    const rows = await this.asker.query<HeldGrant & { place: number }>(
      `select ${HELD_GRANT}, ${PLACE_OF_ROLE} place from grants g
       where g.conference_id = $1 and ($3::int is null or (${PLACE_OF_ROLE}, g.id) > ($3, $4::uuid))
       order by place, g.id limit $2`,
      [conferenceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, ({ place, id }) => [place, id]);
    return { items: items.map(({ id, role, talkId, name }) => ({ id, role, talkId, name })), next };
  }

  /** The conference of a grant; null for a grant in none. */
  async conferenceOf(grantId: string): Promise<string | null> {
    const [row] = isUuid(grantId)
      ? await this.asker.query<{ id: string | null }>('select conference_id id from grants where id = $1', [grantId])
      : [];
    return row?.id ?? null;
  }

  async isOrganizerEverywhere(accountId: string): Promise<boolean> {
    return (await this.list(accountId)).some(({ role, conferenceId }) => role === 'organizer' && conferenceId === null);
  }
}

const NO_ROLES: Roles = { organizer: false, moderator: false, moderatorOf: new Set(), speakerOf: new Set() };

/** Whether an account is a speaker, moderator or organizer in a conference. */
export const holdsAny = ({ organizer, moderator, moderatorOf, speakerOf }: Roles): boolean =>
  organizer || moderator || moderatorOf.size > 0 || speakerOf.size > 0;

const moderatesTalk = (roles: Roles, talkId: string | null): boolean =>
  roles.moderator || (talkId !== null && roles.moderatorOf.has(talkId));

/** Whether an account decides in a thread: organizers, moderators of the conference, moderators of its talk. */
export const moderates = (roles: Roles, talkId: string | null): boolean =>
  roles.organizer || moderatesTalk(roles, talkId);

/**
 * Whether these rights satisfy a route declared for `caller`; null stands for no session as well as for no right.
 * `talkId` is the talk that the route's thing belongs to.
 */
export function mayEnter(caller: Caller, roles: Roles | null, talkId: string | null): boolean {
  if (caller === 'reader' || caller === 'guest') return true;
  if (!roles) return false;
  if (caller === 'participant' || roles.organizer) return true;
  if (caller === 'organizer') return false;
  return caller === 'talk-moderator' ? roles.moderator || roles.moderatorOf.size > 0 : moderatesTalk(roles, talkId);
}

/** The talks whose threads an account moderates; null for all of the conference. */
export const moderatedTalks = (roles: Roles): string[] | null =>
  roles.organizer || roles.moderator ? null : [...roles.moderatorOf];

/**
 * Whether an account answers in a thread, sees its desk and begins its live hour: the talk's speakers, moderators,
 * organizers.
 */
export const leads = (roles: Roles, talkId: string | null): boolean => rolesAbout(roles, talkId).length > 0;

/** The roles of an account in the thread of a talk; badge.policy.ts says which persona shows them. */
function rolesAbout(roles: Roles, talkId: string | null): Role[] {
  return [
    ...(talkId !== null && roles.speakerOf.has(talkId) ? ['speaker' as const] : []),
    ...(moderatesTalk(roles, talkId) ? ['moderator' as const] : []),
    ...(roles.organizer ? ['organizer' as const] : []),
  ];
}
