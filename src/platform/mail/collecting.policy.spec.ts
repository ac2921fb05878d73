import { describe, expect, it } from '@jest/globals';
import { MOST_IN_ONE_EMAIL, planEmails, type PendingNotice } from './collecting.policy.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
const minutesFromNow = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const notice = (id: string, more: Partial<PendingNotice> = {}): PendingNotice => ({
  id,
  topic: 'withheld',
  emailId: null,
  ...more,
});
const lastTried = (minutesAgo: number): ReadonlyMap<string, Date> =>
  new Map([['withheld', minutesFromNow(-minutesAgo)]]);
const NEVER: ReadonlyMap<string, Date> = new Map();

describe('what one account is sent now', () => {
  it('is the first notice at once', () => {
    expect(planEmails([notice('a')], NEVER, NOW)).toEqual({
      emails: [{ emailId: null, topic: 'withheld', noticeIds: ['a'] }],
      later: [],
    });
  });

  it('is one e-mail for all of a topic, and one for each topic', () => {
    const { emails } = planEmails([notice('a'), notice('b'), notice('c', { topic: 'restored' })], NEVER, NOW);
    expect(emails.map(({ noticeIds }) => noticeIds)).toEqual([['a', 'b'], ['c']]);
  });

  it('is nothing of a topic that was told in the last ten minutes: it waits until these are over, to the millisecond', () => {
    expect(planEmails([notice('a'), notice('b')], lastTried(4), NOW)).toEqual({
      emails: [],
      later: [{ noticeIds: ['a', 'b'], dueAt: minutesFromNow(6) }],
    });
    expect(planEmails([notice('a')], lastTried(10), NOW).emails).toHaveLength(1);
    expect(
      planEmails([notice('a')], new Map([['withheld', new Date(minutesFromNow(-10).getTime() + 1)]]), NOW).emails,
    ).toEqual([]);
  });

  it('is never held up by another topic', () => {
    expect(planEmails([notice('a', { topic: 'restored' })], lastTried(1), NOW).emails).toHaveLength(1);
  });

  it('is everything without a topic, each alone', () => {
    const { emails } = planEmails([notice('a', { topic: null }), notice('b', { topic: null })], lastTried(1), NOW);
    expect(emails.map(({ noticeIds }) => noticeIds)).toEqual([['a'], ['b']]);
  });

  it('is an e-mail that was tried before with the same notices and no new ones, which wait for ten minutes', () => {
    expect(
      planEmails([notice('a', { emailId: 'first' }), notice('b', { emailId: 'first' }), notice('c')], NEVER, NOW),
    ).toEqual({
      emails: [{ emailId: 'first', topic: 'withheld', noticeIds: ['a', 'b'] }],
      later: [{ noticeIds: ['c'], dueAt: minutesFromNow(10) }],
    });
  });

  it('lists a bounded number, and loses none of the others', () => {
    const many = Array.from({ length: MOST_IN_ONE_EMAIL + 5 }, (_, i) => notice(`${i}`));
    const { emails, later } = planEmails(many, NEVER, NOW);
    expect(emails.map(({ noticeIds }) => noticeIds.length)).toEqual([MOST_IN_ONE_EMAIL]);
    expect(later.map(({ noticeIds, dueAt }) => [noticeIds.length, dueAt])).toEqual([[5, minutesFromNow(10)]]);
  });
});
