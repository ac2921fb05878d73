import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedSettings, USUAL_EMAIL_SETTINGS, type EmailSettingsChange } from '../accounts/email-kinds.policy.ts';
import {
  nextDigest,
  planAccount,
  type AccountPlanInput,
  type EmailNoticeKind,
  type UnsentNotice,
} from './mail.policy.ts';

const PLACE = { startsOn: '2026-05-06', endsOn: '2026-05-07', timeZone: 'Europe/Paris' };
const settingsOf = (change: EmailSettingsChange = {}) => changedSettings(USUAL_EMAIL_SETTINGS, change);
const notice = (id: string, more: Partial<UnsentNotice> = {}): UnsentNotice => ({
  id,
  kind: 'reply',
  conferenceId: 'c',
  rule: null,
  place: PLACE,
  isOver: false,
  isOpen: true,
  ...more,
});
const NOW = new Date('2026-05-06T12:00:00Z');
const plan = (more: Partial<AccountPlanInput>) =>
  planAccount({ settings: settingsOf(), sent: { today: 0, lastAt: {} }, due: [], waiting: [], now: NOW, ...more });

describe('the next digest', () => {
  const nextAfter = (now: string, change: EmailSettingsChange = {}): string | undefined =>
    nextDigest(settingsOf(change), PLACE, new Date(now))?.toISOString();

  it('is at eight in the zone of the conference: daily from the day before to two days after', () => {
    expect(nextAfter('2026-05-05T05:00:00Z')).toBe('2026-05-05T06:00:00.000Z');
    expect(nextAfter('2026-05-06T06:00:00Z')).toBe('2026-05-07T06:00:00.000Z');
    expect(nextAfter('2026-05-09T05:59:59Z')).toBe('2026-05-09T06:00:00.000Z');
  });

  it('is on Mondays before and after', () => {
    expect(nextAfter('2026-04-29T12:00:00Z')).toBe('2026-05-04T06:00:00.000Z');
    expect(nextAfter('2026-05-09T06:00:00Z')).toBe('2026-05-11T06:00:00.000Z');
    expect(nextAfter('2026-05-11T06:00:00Z')).toBe('2026-05-18T06:00:00.000Z');
  });

  it('is at the hour, in the zone and in the rhythm that were chosen, or never', () => {
    expect(nextAfter('2026-05-20T12:00:00Z', { digest: { rhythm: 'daily', hour: 6, timeZone: 'Asia/Tokyo' } })).toBe(
      '2026-05-20T21:00:00.000Z',
    );
    expect(nextAfter('2026-05-06T12:00:00Z', { digest: { rhythm: 'weekly' } })).toBe('2026-05-11T06:00:00.000Z');
    expect(nextAfter('2026-05-06T12:00:00Z', { digest: { rhythm: 'off' } })).toBeUndefined();
  });

  it('is past the hour that a clock change leaves out', () => {
    const place = { startsOn: '2026-03-29', endsOn: '2026-03-29', timeZone: 'Europe/Paris' };
    const at = nextDigest(settingsOf({ digest: { hour: 2 } }), place, new Date('2026-03-28T12:00:00Z'));
    expect(at?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });
});

describe('what becomes of notices', () => {
  it('is an e-mail at once for an answer, while the budget of the day lasts', () => {
    const due = [notice('a', { kind: 'answered' })];
    expect(plan({ due }).emails).toEqual([{ form: 'notice', kind: 'answered', noticeIds: ['a'] }]);
    const spent = plan({ due, sent: { today: 3, lastAt: {} } });
    expect(spent).toMatchObject({ emails: [], later: [{ id: 'a', rule: 'budget' }] });
  });

  it('is one e-mail for answers of ten minutes, and one a day for questions that wait', () => {
    const lastAt = { answered: new Date('2026-05-06T11:55:00Z'), waiting: new Date('2026-05-05T13:00:00Z') };
    const due = [notice('a', { kind: 'answered' }), notice('w', { kind: 'waiting' })];
    expect(plan({ due, sent: { today: 1, lastAt } }).later).toEqual([
      { id: 'a', rule: 'collect', until: new Date('2026-05-06T12:05:00Z') },
      { id: 'w', rule: 'daily', until: new Date('2026-05-06T13:00:00Z') },
    ]);
  });

  it('is one digest with all that waits, when its hour has come', () => {
    const due = [notice('a', { rule: 'digest' })];
    const waiting = [
      notice('b', { rule: 'budget', kind: 'answered' }),
      notice('c', { rule: 'collect', kind: 'answered' }),
    ];
    expect(plan({ due, waiting }).emails).toEqual([{ form: 'digest', kind: null, noticeIds: ['a', 'b'] }]);
  });

  it('is nothing for a kind that is switched off, a closed discussion, or a question that is settled', () => {
    const due = [
      notice('a', { kind: 'followed-answer' }),
      notice('b', { isOver: true }),
      notice('c', { kind: 'waiting', isOpen: false }),
      notice('d', { kind: 'expired', isOver: true }),
    ];
    expect(plan({ due, settings: settingsOf({ kinds: { followed: false } }) })).toMatchObject({
      emails: [],
      settled: [
        { id: 'a', fate: 'held', rule: 'kind' },
        { id: 'b', fate: 'held', rule: 'over' },
        { id: 'c', fate: 'void', rule: 'settled' },
      ],
      later: [{ id: 'd', rule: 'digest' }],
    });
  });

  it('is decided for each notice exactly once, within the budget, and later means later', () => {
    const kinds: readonly EmailNoticeKind[] = ['answered', 'reply', 'expired', 'waiting', 'queue', 'followed-link'];
    const rules = [null, 'digest', 'budget', 'pause', 'collect', 'daily'] as const;
    const notices = fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), rule: fc.constantFrom(...rules), isOver: fc.boolean() }),
      { maxLength: 30 },
    );
    const change = fc.record({
      budget: fc.integer({ min: 0, max: 20 }),
      digest: fc.record({
        rhythm: fc.constantFrom('usual', 'daily', 'weekly', 'off'),
        hour: fc.integer({ min: 0, max: 23 }),
      }),
      pausedUntil: fc.constantFrom(null, '2026-05-01', '2026-05-06', '2026-06-01'),
    });
    fc.assert(
      fc.property(notices, change, fc.integer({ min: 0, max: 25 }), (given, chosen, today) => {
        const due = given.map((each, i) => notice(String(i), each));
        const { emails, later, settled } = plan({
          due,
          settings: settingsOf(chosen as EmailSettingsChange),
          sent: { today, lastAt: {} },
        });
        const decided = [
          ...emails.flatMap(({ noticeIds }) => noticeIds),
          ...later.map(({ id }) => id),
          ...settled.map(({ id }) => id),
        ];
        expect(decided.toSorted()).toEqual(due.map(({ id }) => id).toSorted());
        expect(later.every(({ until }) => until > NOW)).toBe(true);
        const atOnce = emails.filter(({ form }) => form === 'notice').length;
        expect(atOnce).toBeLessThanOrEqual(Math.max(0, chosen.budget - today));
        expect(emails.length - atOnce).toBeLessThanOrEqual(1);
        if (chosen.pausedUntil === '2026-06-01') expect(emails).toEqual([]);
      }),
    );
  });
});
