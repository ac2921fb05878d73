import { describe, expect, it } from '@jest/globals';
import { dateIn, endOfDay, instantIn, isInstant, isTimeZone } from './zone.ts';

describe('reading a clock in a time zone', () => {
  it('follows summer time', () => {
    expect(instantIn('Europe/Paris', '2012-04-11', '14:00').toISOString()).toBe('2012-04-11T12:00:00.000Z');
    expect(instantIn('Europe/Paris', '2012-01-11', '14:00').toISOString()).toBe('2012-01-11T13:00:00.000Z');
    expect(instantIn('America/Montreal', '2017-08-06', '10:00').toISOString()).toBe('2017-08-06T14:00:00.000Z');
  });

  it('is the first of two where a clock is turned back', () => {
    expect(instantIn('Europe/Paris', '2012-10-28', '02:30').toISOString()).toBe('2012-10-28T00:30:00.000Z');
  });

  it('ends a day where the next one begins', () => {
    expect(endOfDay('Europe/Paris', '2012-04-11').toISOString()).toBe('2012-04-11T22:00:00.000Z');
    expect(dateIn('Asia/Tokyo', new Date('2012-04-11T22:00:00Z'))).toBe('2012-04-12');
  });

  it('knows which zones exist', () => {
    expect(isTimeZone('Europe/Paris')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});

describe('a time', () => {
  it.each(['2026-05-02T14:00:00.000Z', '2026-05-02T14:00Z', '2024-02-29T23:59:59.123456+14:00'])('is %s', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    '',
    'now',
    '2026',
    '2026-W48',
    '2026-335',
    '2026-05-02',
    '2026-05-02T14:00',
    '2026-02-29T14:00Z',
    '2026-05-02T24:00Z',
    '2026-05-02T14:60Z',
    '2026-05-02 14:00Z',
    '2026-05-02T14:00+15:00',
    '0999-05-02T14:00Z',
    '2999-12-31T23:59-14:00',
    '+002026-05-02T14:00Z',
    ' 2026-05-02T14:00Z',
    '2026-05-02T14:00:00.1234567890Z',
  ])('is not %j', (text) => {
    expect(isInstant(text)).toBe(false);
  });
});
