import { timedId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { officialRecapOfArchive } from '../recap/official-recap-of-archive.ts';
import { maskedRecap } from '../recap/recap-text.ts';
import type { PersonaData, LedgerLineData, RecapData } from './archive.requests.ts';

/** What belongs to a conference beside its programme and discussions. */
export interface ArchivedRecords {
  ledger: LedgerLineData[];
  recaps: RecapData[];
  personas: PersonaData[];
}

/** Writes the ledger, the authors' avatars and the recaps of an archive. */
export async function writeRecords(
  tx: Tx,
  conferenceId: string,
  { ledger, recaps, personas }: ArchivedRecords,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into archived_decisions (conference_id, place, line)
     select $1, place, line
     from jsonb_to_recordset($2::jsonb) as r(place int, line jsonb)
     on conflict do nothing`,
    [conferenceId, JSON.stringify(ledger.map((line, place) => ({ place, line })))],
  );
  await tx.query(
    `insert into archived_faces (persona_id, conference_id, avatar_seed)
     select id, $1, "avatarSeed"
     from jsonb_to_recordset($2::jsonb) as r(id uuid, "avatarSeed" text)
     on conflict do nothing`,
    [conferenceId, JSON.stringify(personas)],
  );
  for (const recap of recaps) await writeRecap(tx, conferenceId, recap, now);
}

async function writeRecap(tx: Tx, conferenceId: string, recap: RecapData, now: Date): Promise<void> {
  const recapId = await officialRecapOfArchive(tx, { conferenceId, threadId: recap.threadId }, recap.savedAt);
  await tx.query(
    `insert into recap_versions (
       id, conference_id, thread_id, version, markdown, items, is_published, saved_at, recap_id
     )
     values ($1, $2, $3, $4, $5, $6, true, $7, $8)
     on conflict do nothing`,
    [
      timedId(now),
      conferenceId,
      recap.threadId,
      recap.version,
      maskedRecap(recap.markdown, recap.items.length),
      recap.items,
      recap.savedAt,
      recapId,
    ],
  );
}
