import { describe, expect, it } from '@jest/globals';
import { CorrectedClock } from '../../kernel/clock.ts';
import type { RecurringTasks } from '../recurring-tasks.ts';
import type { Database } from './database.ts';
import { DatabaseClock } from './database-clock.ts';

const DAY_MS = 86_400_000;

describe('the clock of a node', () => {
  it('follows the one of the database', async () => {
    const clock = new CorrectedClock();
    await sets(clock, () => ({ now: new Date(clock.uncorrected() + DAY_MS) }));
    expect(clock.correction).toBeCloseTo(DAY_MS, -2);
  });

  it('keeps a correction of somebody else, also one made while the database is asked', async () => {
    const clock = new CorrectedClock();
    await sets(clock, () => {
      clock.advance({ days: 91 });
      return { now: new Date(clock.uncorrected()) };
    });
    expect(clock.correction).toBeCloseTo(91 * DAY_MS, -2);
  });
});

/** Sets a clock once by a database that answers this. */
async function sets(clock: CorrectedClock, answer: () => { now: Date }): Promise<void> {
  const database = { watch: async () => [answer()] } as unknown as Database;
  await new DatabaseClock(database, clock, { add: () => undefined } as unknown as RecurringTasks).onModuleInit();
}
