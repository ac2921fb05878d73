import { describe, expect, it } from '@jest/globals';
import { ADDRESS_MARK, foldName, lengthInCodePoints, maskAddresses, normaliseText, textFault } from './text.ts';

describe('masking addresses', () => {
  it.each([
    'ada@mail.example', 'Ada.B+tag@sub.Mail.Example', 'moi@éléphant.example', '"a b"@mail.example', 'mailto:ada@mail.example', 'ada&#64;mail.example', 'ada&#x40;mail.example',
    'ada&commat;mail.example', 'ada%40mail.example', 'ada＠mail.example', 'ada﹠mail.example'.replace('﹠', '﹫'), 'ada\u200B@\u200Bmail.exa\u200Bmple', 'a@[127.0.0.1]', 'élise@mail.example',
  ])('hides %j', (address) => {
    expect(maskAddresses(`Write to ${address} today`)).toBe(`Write to ${ADDRESS_MARK} today`);
  });

  it('leaves mentions and prices alone', () => {
    for (const text of ['thanks @ada', '3 @ 5 each', 'a@b', 'see you @ noon. Really']) expect(maskAddresses(text)).toBe(text);
  });

  it('is done once for all', () => {
    for (const text of ['a@b.example@c.example', 'x@y.example.', 'a@b.example,c@d.example', '@@a@b.example']) {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      expect(normaliseText(text)).not.toMatch(/b\.example|y\.example/);
    }
  });

  it('ends on hostile texts', () => {
    for (const text of ['a'.repeat(100_000), 'a@'.repeat(50_000), 'a.'.repeat(50_000), `${'a@b.'.repeat(25_000)}@`]) expect(maskAddresses(text)).toBeDefined();
  });
});

describe('a text that can be kept', () => {
  it('is not altered beyond NFC, trimming and masking', () => {
    for (const text of ['\u202Eright to left', '<script>alert(1)</script>', 'ﷺ', '👩‍👩‍👧‍👦', 'a\r\nb', 'Ṱ̺̺o͞ ̷i̲̬n']) expect(normaliseText(text)).toBe(text.normalize('NFC'));
    expect(textFault('Ṱ̺̺o͞ ̷i̲̬n')).toBeNull();
  });

  it('has no NUL, no half character, no tower of marks', () => {
    expect(textFault('a\u0000b')).toMatch('control');
    expect(textFault('a\uD800b')).toMatch('surrogate');
    expect(textFault(`a${'\u0301'.repeat(10_000)}`)).toMatch('combining');
  });

  it('is measured in code points', () => {
    expect(lengthInCodePoints('👍é')).toBe(2);
  });
});

describe('folding a name', () => {
  it('sees through case, accents and look-alikes', () => {
    expect(foldName('  Stéphane   ALLARD ')).toBe('stephane allard');
    expect(foldName('Аllаrd')).toBe(foldName('Allard'));
  });
});
