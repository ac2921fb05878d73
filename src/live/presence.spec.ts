import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Presence, type ThreadPresence } from './presence.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function room(): { now: ThreadPresence; told: ThreadPresence[]; presence: Presence } {
  const self = { now: { threadId: 't', readers: 1, seq: 5 }, told: [] as ThreadPresence[] };
  return {
    ...self,
    presence: new Presence(
      () => ({ ...self.now }),
      (presence) => self.told.push(presence),
    ),
    now: self.now,
  };
}

describe('presence', () => {
  it('is told once for many changes, and not at all when nothing is new to anybody', () => {
    const { now, told, presence } = room();
    presence.welcome();
    presence.count();
    jest.advanceTimersByTime(10_000);
    expect(told).toEqual([{ threadId: 't', readers: 1, seq: 5 }]);
    now.readers = 3;
    presence.count();
    now.readers = 1;
    jest.advanceTimersByTime(10_000);
    expect(told).toHaveLength(1);
    presence.welcome();
    jest.advanceTimersByTime(10_000);
    expect(told).toHaveLength(2);
  });

  it('comes two seconds behind the last of many frames, so that whoever lost it asks', () => {
    const { now, told, presence } = room();
    for (let i = 0; i < 100; i += 1) {
      now.seq += 1;
      presence.confirm();
      jest.advanceTimersByTime(100);
    }
    expect(told.length).toBeLessThanOrEqual(1);
    told.length = 0;
    jest.advanceTimersByTime(2_100);
    expect(told).toEqual([{ threadId: 't', readers: 1, seq: 105 }]);
  });

  it('never comes twice in two seconds', () => {
    const { now, told, presence } = room();
    for (let i = 0; i < 100; i += 1) {
      now.readers += 1;
      presence.welcome();
      presence.confirm();
      now.seq += i % 7 === 0 ? 1 : 0;
      jest.advanceTimersByTime(100);
    }
    expect(told.length).toBeLessThanOrEqual(5);
    expect(told.length).toBeGreaterThanOrEqual(4);
  });
});
