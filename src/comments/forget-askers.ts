import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';

/** Days after a conference for which an anonymous question still leads to its asker: for the answer, and for a decision about it. */
export const ASKERS_KNOWN_DAYS = 30;

/**
 * Destroys what leads from an anonymous question to its asker, for good. Nothing public changes, hence no number: an
 * anonymous question never showed a persona.
 */
@Injectable()
export class ForgetAskers {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /** Answers how many questions have no asker any more. */
  run(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const forgotten = await tx.query<{ id: string }>(
        `update comments m set persona_id = null from threads t join conferences c on c.id = t.conference_id
         where t.id = m.thread_id and m.is_anonymous and m.persona_id is not null and (c.ends_on + 1 + $2::int)::timestamp at time zone c.time_zone <= $1 returning m.id`,
        [this.clock.now(), ASKERS_KNOWN_DAYS],
      );
      await tx.query('delete from posting_keys where comment_id = any($1)', [forgotten.map(({ id }) => id)]);
      return forgotten.length;
    });
  }
}
