import type { Tx } from '../platform/database/database.ts';
import type { PersonaData, LedgerLineData } from './archive.requests.ts';
import type { RecapData } from './archive-recap.requests.ts';
import { writeRecapText } from './write-archived-recaps.ts';

/** The records of a conference beside its programme and discussions. */
export interface ArchivedRecords {
  ledger: LedgerLineData[];
  recaps: RecapData[];
  personas: PersonaData[];
}

/** Writes the ledger, the authors' avatars with the lines about them, and the recaps of an archive. */
export async function writeRecords(
  tx: Tx,
  conferenceId: string,
  { ledger, recaps, personas }: ArchivedRecords,
  now: Date,
): Promise<void> {
  const lines = linesAbout(recaps);
  await tx.query(
    `insert into archived_decisions (conference_id, place, line)
     select $1, place, line
     from jsonb_to_recordset($2::jsonb) as r(place int, line jsonb)
     on conflict do nothing`,
    [conferenceId, JSON.stringify(ledger.map((line, place) => ({ place, line })))],
  );
  await tx.query(
    `insert into archived_faces (persona_id, conference_id, avatar_seed, tagline, biography)
     select id, $1, "avatarSeed", coalesce(tagline, ''), coalesce(biography, '')
     from jsonb_to_recordset($2::jsonb) as r(id uuid, "avatarSeed" text, tagline text, biography text)
     on conflict do nothing`,
    [conferenceId, JSON.stringify(personas.map((persona) => ({ ...persona, ...lines.get(persona.id) })))],
  );
  for (const recap of recaps) await writeRecapText(tx, conferenceId, recap, now);
}

/** The line and the biography of each author of a recap, by persona; missing in older archives. */
const linesAbout = (recaps: readonly RecapData[]): Map<string, { tagline?: string; biography?: string }> =>
  new Map(
    recaps.flatMap(({ author }) =>
      author ? [[author.id, { tagline: author.tagline, biography: author.biography }]] : [],
    ),
  );
