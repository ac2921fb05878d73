import { describe, expect, it } from '@jest/globals';
import { isolated } from './isolated.ts';

describe('a name in a sentence', () => {
  it.each(['Ada', 'Thế', '李', 'Đorđe (Belgrade)'])('stays as it is: %s', (name) => {
    expect(isolated(name)).toBe(name);
  });

  it.each([
    ['\u202EadA', '\u2068\u202EadA\u2069'],
    ['\u2067adA', '\u2068\u2067adA\u2069\u2069'],
    ['a\u2069\u202Eb', '\u2068a\u202Eb\u2069'],
    ['\u2066a\u2069\u2069\u2069b', '\u2068\u2066a\u2069b\u2069'],
    ['דוד', '\u2068דוד\u2069'],
    ['محمد!', '\u2068محمد!\u2069'],
  ])('is kept to itself where it would turn its neighbours: %j', (name, shown) => {
    expect(isolated(name)).toBe(shown);
  });
});
