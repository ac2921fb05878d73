import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/settings.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { raiseEdition } from '../programme/raise-edition.ts';
import type { Role } from './account.entity.ts';

/** Whether a conference has an organizer or a moderator of the whole of it, who answers for it. */
@Injectable()
export class TeamQueries {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
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
}

interface TeamRight {
  role: Role;
  conferenceId: string | null;
  talkId: string | null;
}

/** In the transaction that gives or revokes a right, because pages show whether questions of a hallway are answered. */
export async function noteTeamChange(tx: Queryable, { role, conferenceId, talkId }: TeamRight): Promise<void> {
  if (role !== 'speaker' && talkId === null) await raiseEdition(tx, conferenceId);
}
