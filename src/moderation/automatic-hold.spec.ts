import { describe, expect, it } from '@jest/globals';
import { automaticHold, type Reporter } from './moderation.policy.ts';

const of = (mailbox: string, extra: Partial<Reporter> = {}): Reporter => ({
  mailbox,
  isKnown: true,
  isLimited: false,
  holds: 0,
  ...extra,
});

describe('a comment that several people report', () => {
  it('is held for three of them', () => {
    expect(automaticHold([of('a'), of('b')])).toBe('wait');
    expect(automaticHold([of('a'), of('b'), of('c')])).toBe('hold');
  });

  it.each([
    ['one mailbox under three tags', [of('a'), of('a'), of('a')]],
    ['a newcomer', [of('a'), of('b'), of('c', { isKnown: false })]],
    ['somebody who was warned', [of('a'), of('b'), of('c', { isLimited: true })]],
  ])('is not held where one of three is %s', (_who, reporters) => {
    expect(automaticHold(reporters)).toBe('wait');
  });

  it('is left to moderators where the same people have helped to hold three others within the hour', () => {
    expect(automaticHold([of('a', { holds: 3 }), of('b', { holds: 3 }), of('c')])).toBe('stopped');
    expect(automaticHold([of('a', { holds: 3 }), of('b'), of('c'), of('d')])).toBe('hold');
  });
});
