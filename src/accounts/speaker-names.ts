import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SingleFlight } from '../kernel/single-flight.ts';
import type { Queryable } from '../platform/database/database.ts';
import { isWholeName, spellingsOf } from './persona.policy.ts';

/** The talks of each speaker with a spelling. */
export type Spellings = ReadonlyMap<string, readonly (readonly string[])[]>;

interface CachedSpellings {
  readonly edition: string;
  readonly spellings: Spellings;
}

/** Most conferences in the cache. */
const CONFERENCES = 20;
/** Names folded in one turn of the event loop, about a millisecond. */
const NAMES_A_TURN = 15;

/** The spellings of the speakers' whole names in a conference, computed once for each edition of its programme. */
@Injectable()
export class SpeakerNames {
  private readonly kept = new Map<string, CachedSpellings>();
  private readonly folding = new SingleFlight<Spellings>();

  async in(tx: Queryable, conferenceId: string): Promise<Spellings> {
    // A changed speaker raises the edition of each of their talks, and a new talk adds one.
    const [row] = await tx.query<{ edition: string }>(
      `select count(*) || '.' || coalesce(sum(edition), 0) edition from talks where conference_id = $1`,
      [conferenceId],
    );
    const { edition } = row!;
    const known = this.kept.get(conferenceId);
    if (known?.edition === edition) return known.spellings;
    return this.folding.ask(`${conferenceId} ${edition}`, async () => {
      const spellings = await fold(await speakersOf(tx, conferenceId));
      this.keep(conferenceId, { edition, spellings });
      return spellings;
    });
  }

  private keep(conferenceId: string, names: CachedSpellings): void {
    this.kept.delete(conferenceId);
    this.kept.set(conferenceId, names);
    if (this.kept.size > CONFERENCES) this.kept.delete(this.kept.keys().next().value!);
  }
}

interface SpeakerTalks {
  name: string;
  talkIds: string[];
}

function speakersOf(tx: Queryable, conferenceId: string): Promise<SpeakerTalks[]> {
  return tx.query<SpeakerTalks>(
    `select s.name, array_remove(array_agg(ts.talk_id), null) "talkIds"
     from speakers s
     left join talk_speakers ts on ts.speaker_id = s.id
     where s.conference_id = $1
     group by s.id, s.name`,
    [conferenceId],
  );
}

async function fold(speakers: readonly SpeakerTalks[]): Promise<Spellings> {
  const found = new Map<string, string[][]>();
  for (const [i, { name, talkIds }] of speakers.entries()) {
    if (i % NAMES_A_TURN === NAMES_A_TURN - 1) await nextTurn();
    if (!isWholeName(name)) continue;
    for (const spelling of spellingsOf(name)) found.set(spelling, [...(found.get(spelling) ?? []), talkIds]);
  }
  return found;
}
