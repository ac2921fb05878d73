import { Injectable } from '@nestjs/common';
import { isUuid } from '../kernel/ids.ts';
import type { LedgerLine } from '../moderation/ledger.queries.ts';
import { Database } from '../platform/database/database.ts';

/** Reads decisions that came with an archive and belong to no account here. */
@Injectable()
export class ArchivedLedger {
  constructor(private readonly database: Database) {}

  /** Public decisions of the original server, newest first. */
  async list(conferenceId: string): Promise<LedgerLine[]> {
    return (
      await this.database.read<{ line: LedgerLine }>(
        'select line from archived_decisions where conference_id = $1 order by place limit 10000',
        [conferenceId],
      )
    ).map(({ line }) => line);
  }

  async avatarSeed(personaId: string): Promise<string | null> {
    const [row] = isUuid(personaId)
      ? await this.database.read<{ seed: string }>(
          'select avatar_seed seed from archived_faces where persona_id = $1',
          [personaId],
        )
      : [];
    return row?.seed ?? null;
  }
}
