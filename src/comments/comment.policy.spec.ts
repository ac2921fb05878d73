import { describe, expect, it } from '@jest/globals';
import { editWindowIsOpen, floodWait, slowWait, stateOf } from './comment.policy.ts';

const now = new Date('2026-05-02T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const none = { heldAt: null, withheldAt: null, withdrawnAt: null };

describe('the state of a comment', () => {
  it('is withdrawn before withheld before held', () => {
    expect(stateOf(none)).toBe('visible');
    expect(stateOf({ ...none, heldAt: now })).toBe('held');
    expect(stateOf({ ...none, heldAt: now, withheldAt: now })).toBe('withheld');
    expect(stateOf({ heldAt: now, withheldAt: now, withdrawnAt: now })).toBe('withdrawn');
  });
});

describe('the edit window', () => {
  it('closes after fifteen minutes or with the first reply', () => {
    expect(editWindowIsOpen({ postedAt: ago(899), hasReply: false }, now)).toBe(true);
    expect(editWindowIsOpen({ postedAt: ago(900), hasReply: false }, now)).toBe(false);
    expect(editWindowIsOpen({ postedAt: ago(1), hasReply: true }, now)).toBe(false);
  });
});

describe('the flood guard', () => {
  it('asks for three seconds between two and for ten minutes after thirty', () => {
    expect(floodWait({ lastAt: null, thirtiethLastAt: null, isPosting: false }, now)).toBe(0);
    expect(floodWait({ lastAt: ago(1), thirtiethLastAt: null, isPosting: false }, now)).toBe(2);
    expect(floodWait({ lastAt: ago(3), thirtiethLastAt: null, isPosting: false }, now)).toBe(0);
    expect(floodWait({ lastAt: null, thirtiethLastAt: null, isPosting: true }, now)).toBe(3);
    expect(floodWait({ lastAt: ago(5), thirtiethLastAt: ago(590), isPosting: false }, now)).toBe(10);
  });
});

describe('slow mode', () => {
  it('asks for its interval until it ends', () => {
    expect(slowWait({ interval: 60, until: null }, ago(10), now)).toBe(50);
    expect(slowWait({ interval: 60, until: null }, null, now)).toBe(0);
    expect(slowWait({ interval: 60, until: ago(1).toISOString() }, ago(10), now)).toBe(0);
  });
});
