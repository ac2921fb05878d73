import { Injectable } from '@nestjs/common';
import { forgetAccount, forgetUnusedPersonas, partFromPersonas } from '../accounts/forget-account.ts';
import { keepWordsOfGuests } from '../comments/keep-words-of-guests.ts';
import { Clock } from '../kernel/clock.ts';
import { forgetInModeration } from '../moderation/forget-in-moderation.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { forgetSessions } from '../sessions/forget-sessions.ts';
import { SESSION_DAYS, SESSION_DAYS_AT_MOST } from '../sessions/session.policy.ts';

const EVERY_MS = 3_600_000;

/** Guests deleted in one transaction. */
const AT_ONCE = 50;

/**
 * Deletes guests without a session, because nobody can come back to them: after 30 days without a visit, or when they
 * signed out. What they said stays under its persona's name and their votes stay counted, without a person.
 */
@Injectable()
export class ForgetIdleGuests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'exports/forget-idle-guests',
      does: 'Deletes guests whose session has ended; their words and votes stay, without a person.',
      everyMs: EVERY_MS,
      isAtStart: true,
      run: async () => {
        await this.forget();
      },
    });
  }

  /** Returns how many were deleted. */
  async forget(): Promise<number> {
    for (let all = 0; ;) {
      const now = await this.forgetSome();
      all += now;
      if (now < AT_ONCE) return all;
    }
  }

  private forgetSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const idle = await tx.query<{ id: string }>(
        `select a.id from accounts a
         where a.kind = 'guest'
           and not exists (
             select from sessions s
             where s.account_id = a.id and s.seen_at > $1 and s.begun_at > $2
           )
         order by a.id limit ${AT_ONCE}
         for update skip locked`,
        [this.clock.ago({ days: SESSION_DAYS }), this.clock.ago({ days: SESSION_DAYS_AT_MOST })],
      );
      const ids = idle.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await keepWordsOfGuests(tx, ids);
      for (const id of ids) {
        await forgetSessions(tx, id);
        await forgetInModeration(tx, id);
        await forgetUnusedPersonas(tx, await partFromPersonas(tx, id));
        await forgetAccount(tx, id);
      }
      return ids.length;
    });
  }
}
