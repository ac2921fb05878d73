import { describe, expect, it } from '@jest/globals';
import { isSeen, lengthAsSeen } from './visible-text.ts';

describe('what is seen of a text', () => {
  it('is nothing of unseen signs, spaces and blank pictures', () => {
    for (const text of ['', ' ', '\u200B\u200B', '\u00AD', '\u2800', '\u3164', '\u202E', '\uFEFF\u2060', '\u0301'])
      expect(isSeen(text)).toBe(false);
    for (const text of ['a', '.', '\u200Ba', '👍', '字', '\uE000']) expect(isSeen(text)).toBe(true);
  });

  it('is counted in characters as people count them', () => {
    for (const [text, length] of [
      ['李', 1],
      ['e\u0301', 1],
      ['👩‍👩‍👧‍👦', 1],
      ['Lê Thế', 6],
      ['a\u200B\u200Bb', 2],
      ['दे', 1],
    ] as const)
      expect([text, lengthAsSeen(text)]).toEqual([text, length]);
  });
});
