import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

describe('a sealed answer', () => {
  const secret = randomBytes(32);

  it('is opened by its own secret alone, and shows nothing without it', () => {
    for (const answer of [null, { emailMasked: 'a•••@mail.example' }, { items: [1, 'é'] }, 'x'.repeat(100_000)]) {
      const sealed = sealAnswer(secret, answer);
      expect(openAnswer(secret, sealed)).toEqual(answer);
      expect(sealed.includes('mail.example')).toBe(false);
      expect(() => openAnswer(randomBytes(32), sealed)).toThrow();
    }
  });

  it('is refused when one byte of it was changed', () => {
    const sealed = sealAnswer(secret, { role: 'speaker' });
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed);
      changed[i]! ^= 1;
      expect(() => openAnswer(secret, changed)).toThrow();
    }
  });

  it('reads as nothing where nothing was answered', () => {
    expect(openAnswer(secret, sealAnswer(secret, undefined))).toBeNull();
  });
});
