import { describe, expect, it } from '@jest/globals';
import { dayAndTimeInWords, dayInWords, firstAsSaid } from './written-date.ts';

describe('a date in words', () => {
  const first = new Date('2026-05-01T10:00:00Z');

  it('has the day first in both languages', () => {
    expect(dayInWords(new Date('2018-08-25T10:00:00Z'), 'en')).toBe('25 August 2018');
    expect(dayInWords(new Date('2018-08-25T10:00:00Z'), 'fr')).toBe('25 août 2018');
  });

  it('is the first of a month as people say it in French', () => {
    expect(dayInWords(first, 'fr')).toBe('1er mai 2026');
    expect(dayInWords(first, 'en')).toBe('1 May 2026');
    expect(dayAndTimeInWords(first, 'Europe/Paris', 'fr')).toMatch(/^vendredi 1er mai 2026/);
    for (const other of ['11 mai 2026', '21 mai 2026', '31 mai 2026']) expect(firstAsSaid('fr', other)).toBe(other);
  });

  it('is that of the zone', () => {
    expect(dayInWords(new Date('2026-04-30T23:00:00Z'), 'fr', 'Europe/Paris')).toBe('1er mai 2026');
  });
});
