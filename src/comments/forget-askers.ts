import { Injectable } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { Clock } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';

/**
 * Days after a conference in which an anonymous question still leads to its asker, for the answer and for decisions
 * about it.
 */
export const ASKERS_KNOWN_DAYS = 30;

/** Removes a higher module's reference to an asker in the same transaction. */
type AskerForgetter = (tx: Tx, commentIds: readonly string[]) => Promise<void>;

/**
 * Removes what leads from an anonymous question to its asker: the persona, its posting key, its notices, and the
 * guest's pending comment. Nothing public changes, hence no number.
 */
@Injectable()
export class ForgetAskers {
  private readonly others: AskerForgetter[] = [];

  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** For higher modules whose tables name the author of a comment. */
  also(forget: AskerForgetter): void {
    this.others.push(forget);
  }

  /** Returns how many questions it took the asker from. */
  forget(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const forgotten = await tx.query<{ id: string }>(
        `update comments m
         set persona_id = null
         from threads t
         join conferences c on c.id = t.conference_id
         where t.id = m.thread_id
           and m.is_anonymous
           and m.persona_id is not null
           and (c.ends_on + 1 + $2::int)::timestamp at time zone c.time_zone <= $1
         returning m.id`,
        [this.clock.now(), ASKERS_KNOWN_DAYS],
      );
      const ids = forgotten.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await tx.query('delete from posting_keys where comment_id = any($1)', [ids]);
      await this.notices.forget(tx, ids);
      for (const forget of this.others) await forget(tx, ids);
      return ids.length;
    });
  }
}
