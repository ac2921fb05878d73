import { describe, expect, it } from '@jest/globals';
import { CODE_ALPHABET, codeFrom, readCode } from './code.policy.ts';

describe('reading a code', () => {
  it('forgives case, spaces and a missing hyphen', () => {
    expect(readCode(' k7qm 2xrp')).toBe('K7QM-2XRP');
    expect(readCode('K7QM2XRP')).toBe('K7QM-2XRP');
  });

  it('finds it among the words it was copied with, in full-width letters, and in one piece', () => {
    for (const typed of [
      'Code: K7QM-2XRP',
      'Ｋ７ＱＭ－２ＸＲＰ',
      'ｋ７ｑｍ２ｘｒｐ',
      '  K7QM–2XRP\n',
      'Votre code : K7QM 2XRP.',
      'K7QM-2XRP (K7QM2XRP)',
    ])
      expect(readCode(typed)).toBe('K7QM-2XRP');
  });

  it('takes none of two', () => {
    expect(readCode('K7QM-2XRP or K7QM-2XRQ')).toBeNull();
  });

  it('refuses what no code looks like', () => {
    for (const typed of ['', 'K7QM-2XR', 'K7QM-2XRPA', 'K7QM-2XR0', 'OOOO-IIII']) expect(readCode(typed)).toBeNull();
  });
});

describe('making a code', () => {
  it('uses each of 31 symbols equally often and skips the bytes that would tip the scales', () => {
    expect(new Set(CODE_ALPHABET).size).toBe(31);
    const bytes = [255, 248, 0, 1, 2, 3, 30, 31, 247, 61];
    expect(codeFrom(() => bytes.shift()!)).toBe('2345-Z2ZZ');
  });
});
