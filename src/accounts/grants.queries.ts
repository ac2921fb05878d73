import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';
import { AddressDesk } from './address-desk.ts';

/** What an account may do in one conference. */
export interface Roles { organizer: boolean; moderator: boolean; speakerOf: ReadonlySet<string> }

export interface GrantView { role: Role; conferenceId: string | null; talkId: string | null }

type Asker = Pick<Tx, 'query'>;

/** Asked before every privileged act; an organizer of every conference has a grant without one, or stands in ORGANIZERS. */
@Injectable()
export class GrantsQueries {
  private readonly asker: Asker;

  constructor(database: Database, private readonly desk: AddressDesk) {
    this.asker = { query: (sql, values) => database.ask(sql, values) };
  }

  async list(accountId: string, through: Asker = this.asker): Promise<GrantView[]> {
    const rows = await through.query<GrantView & { index: Buffer }>(
      `select a.address_index "index", g.role, g.conference_id "conferenceId", g.talk_id "talkId"
       from accounts a left join grants g on g.account_id = a.id where a.id = $1`,
      [accountId],
    );
    const granted = rows.filter(({ role }) => role !== null).map(({ role, conferenceId, talkId }) => ({ role, conferenceId, talkId }));
    const named = rows[0] !== undefined && this.desk.isOrganizer(rows[0].index);
    const known = granted.some(({ role, conferenceId }) => role === 'organizer' && conferenceId === null);
    return named && !known ? [{ role: 'organizer', conferenceId: null, talkId: null }, ...granted] : granted;
  }

  async rolesIn(accountId: string, conferenceId: string, through?: Asker): Promise<Roles> {
    const here = (await this.list(accountId, through)).filter((grant) => grant.conferenceId === null || grant.conferenceId === conferenceId);
    return {
      organizer: here.some(({ role }) => role === 'organizer'),
      moderator: here.some(({ role }) => role === 'moderator'),
      speakerOf: new Set(here.flatMap(({ role, talkId }) => (role === 'speaker' && talkId ? [talkId] : []))),
    };
  }

  async isOrganizerEverywhere(accountId: string): Promise<boolean> {
    return (await this.list(accountId)).some(({ role, conferenceId }) => role === 'organizer' && conferenceId === null);
  }
}

/** The badges a persona of this account shows on what it says about a talk. */
export function badges(roles: Roles, talkId: string | null): Role[] {
  return [
    ...(talkId !== null && roles.speakerOf.has(talkId) ? ['speaker' as const] : []),
    ...(roles.moderator ? ['moderator' as const] : []),
    ...(roles.organizer ? ['organizer' as const] : []),
  ];
}
