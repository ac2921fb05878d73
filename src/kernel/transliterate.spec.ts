import { describe, expect, it } from '@jest/globals';
import { losesLetters, transliterate } from './transliterate.ts';

describe('writing other scripts in Latin letters', () => {
  it.each([
    ['Конференция', 'konferentsiya'],
    ['Київ', 'kiyiv'],
    ['Αθήνα', 'athina'],
    ['한국어', 'hangukeo'],
    ['さくら カナ', 'sakura kana'],
    ['თბილისი', 'tbilisi'],
    ['שלום', 'shlvm'],
    ['Łódź', 'lodz'],
  ])('%s: %s', (text, latin) => {
    expect(transliterate(text)).toBe(latin);
  });

  it('knows when letters are lost', () => {
    expect(['日本語', 'Été', 'Αθήνα', 'С 2026'].map(losesLetters)).toEqual([true, false, false, false]);
  });
});
