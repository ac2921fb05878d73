import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import type { AddedLinks } from '../programme/added-links.ts';
import { WriteTalks } from '../programme/write-talks.ts';

/** Notes links that are added to a talk for the digest of its followers, in the transaction that adds them. */
@Injectable()
export class NoteLinks {
  constructor(
    private readonly clock: Clock,
    writeTalks: WriteTalks,
  ) {
    writeTalks.onLinksAdded((tx, added) => this.note(tx, added));
  }

  private async note(tx: Tx, added: readonly AddedLinks[]): Promise<void> {
    await tx.query(
      `insert into email_notices (id, account_id, kind, conference_id, thread_id, link_urls, at, due_at)
       select gen_random_uuid(), a.id, 'followed-link', t.conference_id, t.id,
         array(select jsonb_array_elements_text(r.urls)), $2::timestamptz, $2::timestamptz
       from jsonb_to_recordset($1::jsonb) r("threadId" uuid, urls jsonb)
       join threads t on t.id = r."threadId"
       join thread_follows f on f.thread_id = t.id
       join accounts a on a.id = f.account_id and a.kind = 'full'
       on conflict do nothing`,
      [JSON.stringify(added), this.clock.now()],
    );
  }
}
