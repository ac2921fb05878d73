import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { Database, type Queryable, type Tx } from '../platform/database/database.ts';
import { lockConferences } from '../programme/lock-conferences.ts';
import { raiseEdition } from '../programme/raise-edition.ts';
import type { Role } from './account.entity.ts';

/** Reads whether a conference has an organizer or a moderator of the whole of it, who answers for it. */
@Injectable()
export class TeamQueries {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async hasTeam(conferenceId: string): Promise<boolean> {
    if (this.config.get('ORGANIZERS').length > 0) return true;
    const [row] = await this.database.read<{ has: boolean }>(
      `select exists (
         select from grants
         where (conference_id = $1 or conference_id is null)
           and role in ('organizer', 'moderator')
           and talk_id is null
       ) has`,
      [conferenceId],
    );
    return row!.has;
  }

  /** Counts the talks with a speaker that have neither one who came nor an invitation that can still be taken. */
  async speakersIn(conferenceId: string): Promise<{ without: number }> {
    const [row] = await this.database.read<{ without: number }>(
      `select count(*)::int "without"
       from talks t
       where t.conference_id = $1
         and t.status = 'confirmed'
         and exists (select from talk_speakers s where s.talk_id = t.id)
         and not exists (select from grants g where g.talk_id = t.id and g.role = 'speaker')
         and not exists (
           select from invitations i
           where i.talk_id = t.id
             and i.role = 'speaker'
             and i.claimed_at is null
             and i.ended_at is null
             and i.expires_at > $2
         )`,
      [conferenceId, this.clock.now()],
    );
    return row!;
  }
}

interface TeamRight {
  role: Role;
  conferenceId: string | null;
  talkId: string | null;
}

/** Whether pages show that people hold such a right. */
const isOfTeam = ({ role, talkId }: TeamRight): boolean => role !== 'speaker' && talkId === null;

/**
 * Before rights are given or revoked for which `noteTeamChange` is called: locks their conferences. A right that is
 * written keeps its account and its conference, and others may hold one of them and wait for the other.
 */
export const lockForTeamChange = (tx: Tx, rights: readonly TeamRight[]): Promise<void> =>
  lockConferences(
    tx,
    rights.filter(isOfTeam).map(({ conferenceId }) => conferenceId),
  );

/** In the transaction that gives or revokes a right, because pages show whether questions of a hallway are answered. */
export async function noteTeamChange(tx: Queryable, right: TeamRight): Promise<void> {
  if (isOfTeam(right)) await raiseEdition(tx, right.conferenceId);
}
