import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';

/** An invitation that has not been opened, as organizers see it; never its link, of which only a hash is stored. */
export interface OpenInvitation {
  id: string;
  role: Role;
  talkId: string | null;
  name: string | null;
  /**
   * `prepared`: a link, or an e-mail still to be sent; `returned`: the mail server refused it; `ended`: its maker may
   * no longer invite. Whether an e-mail was opened is never known.
   */
  state: 'prepared' | 'sent' | 'returned' | 'taken' | 'ended';
  expiresAt: string;
}

const STATE = `case
         when claimed_at is not null then 'taken'
         when ended_at is not null then 'ended'
         when emailed in ('sent', 'returned') then emailed
         else 'prepared'
       end`;

/** Lists invitations for the organizers of a conference, page by page. */
@Injectable()
export class OpenInvitations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The open invitations of a conference, those that last longest first. */
  async list(
    conferenceId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<OpenInvitation>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const rows = await this.database.ask<Omit<OpenInvitation, 'expiresAt'> & { expiresAt: Date }>(
      `select id, role, talk_id "talkId", name, ${STATE} state,
         expires_at "expiresAt"
       from invitations
       where conference_id = $1
         and claimed_at is null
         and expires_at > $2
         and ($4::timestamptz is null or (expires_at, id) < ($4, $5::uuid))
       order by expires_at desc, id desc limit $3`,
      [conferenceId, this.clock.now(), limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, ({ expiresAt, id }) => [expiresAt.toISOString(), id]);
    return { items: items.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() })), next };
  }

  /** These invitations, in this order. */
  async among(ids: readonly string[]): Promise<OpenInvitation[]> {
    const rows = await this.database.ask<Omit<OpenInvitation, 'expiresAt'> & { expiresAt: Date }>(
      `select id, role, talk_id "talkId", name, ${STATE} state, expires_at "expiresAt"
       from invitations
       where id = any($1)
       order by array_position($1, id)`,
      [ids],
    );
    return rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }));
  }
}
