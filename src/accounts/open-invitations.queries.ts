import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';

/** An invitation that has not been opened, as organizers see it; never its link, of which only a hash is stored. */
export interface OpenInvitation {
  /** The id of the invitation. */
  id: string;
  /** The right it gives. */
  role: Role;
  /** The talk it is for; null for all of the conference. */
  talkId: string | null;
  /** The name of the person it was made for; null where its maker gave none. */
  name: string | null;
  /**
   * `prepared`: a link, or an e-mail still to be sent; `returned`: the mail server refused it; `ended`: its maker may
   * no longer invite. Whether an e-mail was opened is never known.
   */
  state: 'prepared' | 'sent' | 'returned' | 'taken' | 'ended';
  /** Time until which it can be opened. */
  expiresAt: string;
  /** Time when its e-mail was sent last; null for a link, and for an e-mail that has still to be sent. */
  mailedAt: string | null;
}

type InvitationRow = Omit<OpenInvitation, 'expiresAt' | 'mailedAt'> & { expiresAt: Date; mailedAt: Date | null };

const STATE = `case
         when i.claimed_at is not null then 'taken'
         when i.ended_at is not null then 'ended'
         when i.emailed in ('sent', 'returned') then i.emailed
         else 'prepared'
       end`;

const COLUMNS = `i.id, i.role, i.talk_id "talkId", i.name, i.expires_at "expiresAt", e.sent_at "mailedAt",
  ${STATE} state`;

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
    const rows = await this.database.ask<InvitationRow>(
      `select ${COLUMNS}
       from invitations i left join invitation_emails e on e.id = i.link_id
       where i.conference_id = $1
         and i.claimed_at is null
         and i.expires_at > $2
         and ($4::timestamptz is null or (i.expires_at, i.id) < ($4, $5::uuid))
       order by i.expires_at desc, i.id desc limit $3`,
      [conferenceId, this.clock.now(), limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, ({ expiresAt, id }) => [expiresAt.toISOString(), id]);
    return { items: items.map(toView), next };
  }

  /** Reads these invitations, in this order. */
  async among(ids: readonly string[]): Promise<OpenInvitation[]> {
    const rows = await this.database.ask<InvitationRow>(
      `select ${COLUMNS}
       from invitations i left join invitation_emails e on e.id = i.link_id
       where i.id = any($1)
       order by array_position($1, i.id)`,
      [ids],
    );
    return rows.map(toView);
  }
}

const toView = ({ id, role, talkId, name, state, expiresAt, mailedAt }: InvitationRow): OpenInvitation => ({
  id,
  role,
  talkId,
  name,
  state,
  expiresAt: expiresAt.toISOString(),
  mailedAt: mailedAt && mailedAt.toISOString(),
});
