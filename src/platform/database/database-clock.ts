import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CorrectedClock } from '../../kernel/clock.ts';
import { RecurringTasks } from '../recurring-tasks.ts';
import { Database } from './database.ts';

/** Interval at which a node sets its clock by the database's, in milliseconds. */
const SET_EVERY_MS = 10_000;

/** Keeps this node's clock at the database's, so that all nodes judge by one clock. */
@Injectable()
export class DatabaseClock implements OnModuleInit {
  private last = 0;

  constructor(
    private readonly database: Database,
    private readonly correctedClock: CorrectedClock,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'platform/set-clock',
      does: 'Sets the clock of this node by the one of the database.',
      everyMs: SET_EVERY_MS,
      run: () => this.set(),
    });
  }

  onModuleInit(): Promise<void> {
    return this.set();
  }

  /** Corrects the clock by its measured distance; a correction from elsewhere (a test's) stays. */
  private async set(): Promise<void> {
    const before = this.correctedClock.uncorrected();
    const [row] = await this.database.watch<{ now: Date }>('select clock_timestamp() now');
    const middle = (before + this.correctedClock.uncorrected()) / 2;
    const strays = Math.round(row!.now.getTime() - middle);
    this.correctedClock.correction += strays - this.last;
    this.last = strays;
  }
}
