import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { CODES_KEPT_HOURS } from './code.policy.ts';
import { SESSION_DAYS, SESSION_DAYS_AT_MOST, WRITE_KEYS_KEPT_HOURS } from './session.policy.ts';

const EVERY_MS = 15 * 60_000;

/** Deletes expired codes (with a guest's unconfirmed words), idle and old sessions, and answers to repeated writes. */
@Injectable()
export class ForgetSignIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'sessions/forget',
      does: 'Forgets codes, idle sessions and the answers of repeated writes when their time is over.',
      everyMs: EVERY_MS,
      isAtStart: true,
      run: () => this.forget(),
    });
  }

  async forget(): Promise<void> {
    // Rows that another transaction has locked are left to it, or to the next run: the end of an account deletes the
    // same rows in another order, and PostgreSQL would refuse one of two that wait for each other.
    await this.database.ask(
      `delete from login_codes
       where id = any(array(select id from login_codes where made_at < $1 for update skip locked))`,
      [this.clock.ago({ hours: CODES_KEPT_HOURS })],
    );
    await this.database.ask('delete from wrong_codes where minute < $1', [this.clock.ago({ hours: CODES_KEPT_HOURS })]);
    await this.database.ask('delete from spent_proofs where expires_at < $1', [this.clock.now()]);
    await this.database.ask(
      `delete from sessions
       where id = any(array(select id from sessions where seen_at < $1 or begun_at < $2 for update skip locked))`,
      [this.clock.ago({ days: SESSION_DAYS }), this.clock.ago({ days: SESSION_DAYS_AT_MOST })],
    );
    await this.database.ask('delete from write_keys where made_at < $1', [
      this.clock.ago({ hours: WRITE_KEYS_KEPT_HOURS }),
    ]);
  }
}
