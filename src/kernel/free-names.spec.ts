import { describe, expect, it } from '@jest/globals';
import { FreeNames, unlikeId } from './free-names.ts';

describe('free names', () => {
  it('are the wanted ones, or the first free ones with a number', () => {
    const names = new FreeNames(['a', 'b-2']);
    expect(['a', 'a', 'b', 'b', 'a-2', 'c'].map((name) => names.claim(name))).toEqual([
      'a-2',
      'a-3',
      'b',
      'b-3',
      'a-2-2',
      'c',
    ]);
  });

  it('are never what an id could be', () => {
    expect(unlikeId('0198a3c2-7b1e-7c4f-9a2b-3c4d5e6f7081', 'talk')).toBe('talk-0198a3c2-7b1e-7c4f-9a2b-3c4d5e6f7081');
    expect(unlikeId('on-leaving', 'talk')).toBe('on-leaving');
  });
});
