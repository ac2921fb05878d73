import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName } from './fold-name.ts';

describe('folding a name', () => {
  it('sees through case, accents and look-alikes', () => {
    expect(foldName('  Stéphane   ALLARD ')).toBe('stephane allard');
    expect(foldName('Аllаrd')).toBe(foldName('Allard'));
    expect(foldName('Ａｄａ\u200B')).toBe('ada');
    expect(foldName('Strauß')).toBe(foldName('STRAUSS'));
    expect(foldName('STRAUẞ')).toBe('strauss');
    expect(foldName('ΝΙΚΟΣ')).toBe(foldName('νικος'));
    expect(foldName('Bjørn Łoś')).toBe('bjorn los');
  });

  it('is done once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => expect(foldName(foldName(name))).toBe(foldName(name))),
    );
  });
});
