import { describe, expect, it } from '@jest/globals';
import { onInRoom } from './on-in-room.policy.ts';

const talk = (id: string, startsAt: string | null, durationMinutes = 45) => ({ id, startsAt, durationMinutes });
const DAY = [
  talk('first', '2026-05-02T09:00:00Z'),
  talk('second', '2026-05-02T10:00:00Z'),
  talk('evening', '2026-05-02T18:00:00Z'),
  talk('open', null),
];
const at = (time: string): Record<string, string | undefined> => {
  const { now, last, next } = onInRoom(DAY, new Date(`2026-05-02T${time}Z`));
  return { now: now?.id, last: last?.id, next: next?.id };
};

describe('a room', () => {
  it('belongs to a talk from ten minutes before it until ten minutes before the next', () => {
    expect(at('08:49:59')).toEqual({ now: undefined, last: undefined, next: 'first' });
    expect(at('08:50:00')).toMatchObject({ now: 'first' });
    expect(at('09:49:59')).toMatchObject({ now: 'first' });
    expect(at('09:50:00')).toMatchObject({ now: 'second' });
  });

  it('is empty from an hour after a talk until the next, and after the last', () => {
    expect(at('11:44:59')).toMatchObject({ now: 'second' });
    expect(at('11:45:00')).toEqual({ now: undefined, last: 'second', next: 'evening' });
    expect(at('23:00:00')).toEqual({ now: undefined, last: 'evening', next: undefined });
  });
});
