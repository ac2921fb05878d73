import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asOrdered, skeletonOf } from './look-alikes.ts';

describe('what a text looks like', () => {
  it.each(['саsіnо', 'ｃａｓｉｎｏ', 'ca\u00ADsi\u200Bno', 'ᴄᴀꜱɪɴᴏ', 'ⓒⓐⓢⓘⓝⓞ', '𝒄𝒂𝒔𝒊𝒏𝒐', '🅲🅰🆂🅸🅽🅾', 'çàsìñô', 'ϲаѕıոο'])(
    'is told: %s',
    (text) => {
      expect(skeletonOf(text)).toBe('casino');
    },
  );

  it('keeps what is plain, and other scripts as they are', () => {
    for (const text of ['moi, I am 10 | 1', 'フォーラム', '李小龍'])
      expect(skeletonOf(text)).toBe(skeletonOf(skeletonOf(text)));
    expect(skeletonOf('Il y a 10 mm')).toBe('il y a 10 mm');
    expect(skeletonOf('李小龍')).toBe('李小龍');
  });

  it('is found once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(skeletonOf(skeletonOf(text))).toBe(skeletonOf(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the order in which a name is seen', () => {
  it.each([
    ['\u202Eecalevol ada', 'ada lovelace'],
    ['\u202Eada', 'ada'],
    ['ada \u202Eecalevol\u202C!', 'ada lovelace!'],
    ['\u2066ada\u2069', 'ada'],
    ['ada', 'ada'],
  ])('is resolved: %j', (typed, seen) => {
    expect(asOrdered(typed)).toBe(seen);
  });
});
