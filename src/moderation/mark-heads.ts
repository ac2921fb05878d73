import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';

export interface MarkedHead {
  conferenceId: string;
  n: number;
  hash: string;
}

const EVERY_DAYS = 7;

/** Records the heads that are mailed: weekly for each conference, if something was decided since. */
@Injectable()
export class MarkHeads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `give` runs in the transaction of the mark; one node does it. */
  async mark(give: (tx: Tx, marked: MarkedHead) => Promise<void>): Promise<void> {
    const due = await this.database.ask<{ id: string }>(
      `select h.conference_id id from ledger_heads h
       where h.n > coalesce((select max(k.n) from ledger_marks k where k.conference_id = h.conference_id), 0)
         and not exists (select from ledger_marks k where k.conference_id = h.conference_id and k.at > $1)`,
      [this.clock.ago({ days: EVERY_DAYS })],
    );
    for (const { id } of due) {
      await this.database.transaction(async (tx) => {
        const [marked] = await tx.query<{ n: number; hash: Buffer }>(
          `insert into ledger_marks (conference_id, n, hash, at)
           select conference_id, n, hash, $2 from ledger_heads
           where conference_id = $1
           on conflict do nothing
           returning n, hash`,
          [id, this.clock.now()],
        );
        if (marked) await give(tx, { conferenceId: id, n: marked.n, hash: marked.hash.toString('hex') });
      });
    }
  }
}
