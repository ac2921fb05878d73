import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import {
  completeDeparture,
  type DepartureTools,
  type DueDeparture,
  type PersonaParting,
} from './complete-departure.ts';
import { LATE_SECONDS, REDRAWN_MINUTES } from './departure.policy.ts';

/** Seconds after which another node may take over a departure. */
const CLAIMED_SECONDS = 60;

/** Carries out due departures of erased accounts, in the order of the drawn times. */
@Injectable()
export class CompleteDepartures {
  private readonly tools: DepartureTools;
  private readonly partings: PersonaParting[] = [];

  constructor(
    private readonly database: Database,
    threadWriter: ThreadWriter,
    private readonly clock: Clock,
  ) {
    this.tools = {
      query: (sql, values) => database.ask(sql, values),
      submit: (threadId, kind, input) => threadWriter.submit(threadId, kind, input),
      transaction: (work) => database.transaction(work),
    };
  }

  /** Registers what else a persona leaves behind. */
  onPersona(parting: PersonaParting): void {
    this.partings.push(parting);
  }

  /** Carries out every due departure, one after the other. Returns how many. */
  async complete(): Promise<number> {
    for (let done = 0; ; done += 1) {
      const departure = await this.claim();
      if (!departure) return done;
      await completeDeparture(this.tools, departure, this.clock.now(), this.partings);
    }
  }

  /**
   * Draws new times for departures that became due while no server ran, because all at once would show what belonged
   * together.
   */
  async redrawLate(): Promise<void> {
    await this.database.ask(
      "update departures set due_at = $1::timestamptz + random() * $2::int * interval '1 minute' where due_at < $3",
      [this.clock.now(), REDRAWN_MINUTES, this.clock.ago({ seconds: LATE_SECONDS })],
    );
  }

  private async claim(): Promise<DueDeparture | undefined> {
    const [departure] = await this.database.ask<DueDeparture>(
      `update departures
       set claimed_until = $2
       where subject_id = (
         select subject_id from departures
         where due_at <= $1 and (claimed_until is null or claimed_until <= $1)
         order by due_at, subject_id limit 1
         for update skip locked
       )
       returning subject_id "subjectId", kind, posts`,
      [this.clock.now(), this.clock.in({ seconds: CLAIMED_SECONDS })],
    );
    return departure;
  }
}
