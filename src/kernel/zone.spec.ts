import { describe, expect, it } from '@jest/globals';
import { dateIn, endOfDay, instantIn, isTimeZone } from './zone.ts';

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
