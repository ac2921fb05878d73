import { Injectable } from '@nestjs/common';
import { CSV_BEGINS, csvLine } from '../kernel/csv.ts';
import { Database } from '../platform/database/database.ts';
import { Invite } from './invite.ts';

/** Makes a link for every speaker in the programme, which an organizer sends with a mail program. */
@Injectable()
export class SpeakerLinks {
  constructor(
    private readonly database: Database,
    private readonly invite: Invite,
  ) {}

  /**
   * A fresh link for each speaker of each talk, as lines of CSV (RFC 4180); each works once. Without an actor the
   * operator made them.
   */
  async create(conferenceId: string, actorId: string | null = null): Promise<string[]> {
    const rows = await this.database.ask<{ talkId: string; title: string; name: string }>(
      `select k.id "talkId", k.title, s.name from talks k
       join talk_speakers ts on ts.talk_id = k.id
       join speakers s on s.id = ts.speaker_id
       where k.conference_id = $1 and k.status = 'confirmed'
       order by k.starts_at nulls last, k.id, ts.position`,
      [conferenceId],
    );
    const lines = [`${CSV_BEGINS}talk,speaker,link`];
    for (const { talkId, title, name } of rows) {
      // The audit has one entry for the whole request.
      const link = await this.invite.invite({ role: 'speaker', conferenceId, talkId, name }, actorId, {
        isAudited: false,
      });
      lines.push(csvLine([title, name, link]));
    }
    return lines;
  }
}
