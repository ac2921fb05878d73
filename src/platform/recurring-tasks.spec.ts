import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CorrectedClock } from '../kernel/clock.ts';
import type { Log } from './logging/log.ts';
import { RecurringTasks } from './recurring-tasks.ts';

const warnings: unknown[] = [];
const log = { warn: (facts: unknown) => warnings.push(facts) } as unknown as Log;
const clock = new CorrectedClock();
let tasks: RecurringTasks;

beforeEach(() => {
  jest.useFakeTimers();
  tasks = new RecurringTasks(clock, log);
});
afterEach(async () => {
  await tasks.beforeApplicationShutdown();
  jest.useRealTimers();
  warnings.length = 0;
});

/** A task that counts its runs; each ends when `ends` is called. */
function counting() {
  const counted = { runs: 0, ends: (): void => undefined };
  const run = (): Promise<void> => {
    counted.runs += 1;
    return new Promise((resolve) => {
      counted.ends = resolve;
    });
  };
  return { counted, run };
}

const settles = (): Promise<void> => jest.advanceTimersByTimeAsync(0);

describe('a recurring task', () => {
  it('runs at its interval, and never twice at once', async () => {
    const { counted, run } = counting();
    tasks.add({ name: 'a', does: 'Counts.', everyMs: 100, run });
    tasks.onApplicationBootstrap();
    expect(counted.runs).toBe(0);
    jest.advanceTimersByTime(350);
    expect(counted.runs).toBe(1);
    counted.ends();
    await settles();
    expect(counted.runs).toBe(2);
    counted.ends();
  });

  it('runs at the start where that is wanted, at once when it is called, and when the clock is moved', async () => {
    let runs = 0;
    const runNow = tasks.add({
      name: 'a',
      does: 'Counts.',
      everyMs: 1_000,
      isAtStart: true,
      run: async () => {
        runs += 1;
      },
    });
    tasks.onApplicationBootstrap();
    await settles();
    expect(runs).toBe(1);
    await runNow();
    expect(runs).toBe(2);
    clock.advance({ days: 1 });
    await settles();
    expect(runs).toBe(3);
  });

  it('is logged and runs again when it fails', async () => {
    let runs = 0;
    tasks.add({
      name: 'a',
      does: 'Fails.',
      everyMs: 100,
      run: async () => {
        runs += 1;
        throw new Error('no');
      },
    });
    tasks.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(250);
    expect(runs).toBe(2);
    expect(warnings).toMatchObject([{ task: 'a' }, { task: 'a' }]);
  });

  it('runs once more when it is wanted again, at whichever moment of its end', async () => {
    for (let steps = 0; steps < 12; steps += 1) {
      let runs = 0;
      const runNow = tasks.add({
        name: `a${steps}`,
        does: 'Counts.',
        everyMs: 1_000,
        run: async () => {
          runs += 1;
        },
      });
      void runNow();
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      void runNow();
      await settles();
      expect([steps, runs]).toEqual([steps, 2]);
    }
  });

  it('runs no more once the server ends, which waits for the run that is under way', async () => {
    const { counted, run } = counting();
    const runNow = tasks.add({ name: 'a', does: 'Counts.', everyMs: 100, run });
    tasks.onApplicationBootstrap();
    void runNow();
    let hasEnded = false;
    const ending = tasks.beforeApplicationShutdown().then(() => {
      hasEnded = true;
    });
    let isWaited = false;
    const waiting = runNow().then(() => {
      isWaited = true;
    });
    await settles();
    expect({ hasEnded, isWaited }).toEqual({ hasEnded: false, isWaited: false });
    counted.ends();
    await Promise.all([ending, waiting]);
    await runNow();
    jest.advanceTimersByTime(1_000);
    expect(counted.runs).toBe(1);
  });

  it('has a name of its own', () => {
    tasks.add({ name: 'a', does: 'One thing.', everyMs: 100, run: async () => undefined });
    expect(() => tasks.add({ name: 'a', does: 'Another.', everyMs: 100, run: async () => undefined })).toThrow(
      'two recurring tasks are called a',
    );
  });
});
