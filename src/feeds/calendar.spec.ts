import { describe, expect, it } from '@jest/globals';
import { folded as foldedBytes } from './calendar.ts';

const folded = (text: string): string => foldedBytes(Buffer.from(text)).toString();

const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

describe('folding a line of a calendar', () => {
  it('leaves at most 75 octets on each, cuts no character, and loses nothing', () => {
    const lines = [
      '',
      'x',
      'x'.repeat(75),
      'x'.repeat(76),
      'é'.repeat(300),
      '한국어 العربية 😀'.repeat(40),
      `${'x'.repeat(74)}😀`,
      `${'x'.repeat(72)}😀😀`,
    ];
    for (const line of lines) {
      expect(unfolded(folded(line))).toBe(line);
      for (const part of folded(line).split('\r\n')) {
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(part).not.toContain('\uFFFD');
      }
    }
  });

  it('folds each of several lines by itself', () => {
    const [short, long] = ['DTSTART:20260502T100000Z', `SUMMARY:${'é'.repeat(60)}`];
    const whole = folded(`${short}\r\n${long}\r\n${short}\r\n`);
    expect(whole).toBe(`${short}\r\n${folded(long)}\r\n${short}\r\n`);
    expect(unfolded(whole)).toBe(`${short}\r\n${long}\r\n${short}\r\n`);
  });
});
