import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ADDRESS_MARK, lengthInCodePoints, maskAddresses, normaliseText, textFault } from './text.ts';

describe('masking addresses', () => {
  it.each([
    'ada@mail.example',
    'Ada.B+tag@sub.Mail.Example',
    'moi@éléphant.example',
    'élise@mail.example',
    'संपर्क@डाटामेल.भारत',
    '用户@例子。广告',
    'a@xn--lphant-bvab.example',
    '"a b"@mail.example',
    '"a\\"b"@mail.example',
    '"a@b"@mail.example',
    'a&b/c=d@mail.example',
    'mailto:ada@mail.example',
    'MAILTO:ada@mail.example',
    'ada&#64;mail.example',
    'ada&#064;mail.example',
    'ada&#x40;mail.example',
    'ada&#64mail.example',
    'ada&amp;#64;mail.example',
    'ada&commat;mail.example',
    'ada%40mail.example',
    'ada%2540mail.example',
    'ada\\u0040mail.example',
    'ada\\@mail.example',
    'ada@mail\\.example',
    'ada@mail&#46;example',
    'ada@mail%2Eexample',
    'ada\uFF20mail.example',
    'ada\uFE6Bmail.example',
    'ada\u200B@\u200Bmail.exa\u200Bmple',
    'a\u00ADda@mail\u2060.example',
    'ada\u034F@mail.example',
    `ada${'\u200B'.repeat(500)}@mail.example`,
    'a@[127.0.0.1]',
    'a@[IPv6:2001:db8::1]',
    'a@127.0.0.1',
    `${'a'.repeat(300)}@mail.example`,
    `ada@${'a.'.repeat(100)}example`,
  ])('hides %j', (address) => {
    expect(maskAddresses(`Write to ${address} today`)).toBe(`Write to ${ADDRESS_MARK} today`);
  });

  it('leaves what stands around an address', () => {
    expect(maskAddresses('**ada@mail.example**, <b@mail.example>; (c@mail.example).')).toBe(
      `**${ADDRESS_MARK}**, <${ADDRESS_MARK}>; (${ADDRESS_MARK}).`,
    );
    expect(maskAddresses('@ada@social.example')).toBe(`@${ADDRESS_MARK}`);
    expect(maskAddresses('https://social.example/@ada@other.example')).toBe(`https://social.example/@${ADDRESS_MARK}`);
    expect(maskAddresses('\u202Eada@mail.example\u200B')).toBe(`\u202E${ADDRESS_MARK}\u200B`);
    expect(maskAddresses('[x](mailto:ada@mail.example?subject=a)')).toBe(`[x](${ADDRESS_MARK}?subject=a)`);
  });

  it('leaves mentions, prices, versions and plain words alone', () => {
    for (const text of [
      'thanks @ada',
      '3 @ 5 each',
      'a@b',
      'see you @ noon. Really',
      '.@ada.b said',
      '*@ada.b*',
      'she said "@ada.b"',
      '"so" said "@ada.b"',
      '❤️@ada.b',
      'https://video.example/@first.last',
      'react@18.2.0',
      'x@1.0.0-beta.1',
      'ada at mail dot example',
      '请@张三',
      '&#640;',
      'a&#640b.example',
    ])
      expect(maskAddresses(text)).toBe(text);
  });

  it('is done once for all', () => {
    for (const text of [
      'a@b.example@c.example',
      'x@y.example.',
      'a@b.example,c@d.example',
      '@@a@b.example',
      `"${'x'.repeat(250)} a@b.example "@c.example`,
      'a@b.cd"x y"@e.fg',
      '" ada@mail.example',
    ]) {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      expect(normaliseText(text)).not.toMatch(/b\.example|y\.example/);
    }
    const pieces = fc.constantFrom(
      '@',
      '"',
      'a',
      'é',
      'e\u0301',
      '\u0301',
      '.',
      '。',
      '\\',
      '&#64',
      '&#64;',
      '%40',
      '%',
      '25',
      '0',
      '64',
      ';',
      '&',
      'amp;',
      '/',
      '//',
      ':',
      'mailto:',
      '[',
      ']',
      '1.1.1.1',
      '\u200B',
      '\uFEFF',
      ' ',
      '\n',
      '•',
      '*',
      '-',
      '😀',
      '\uD83D',
      '\u3000',
      'b.cd',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
        (text) => {
          expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
          expect(maskAddresses(maskAddresses(text))).toBe(maskAddresses(text));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('finds an address in any surroundings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        expect(maskAddresses(`${before} ada@mail.example ${after}`)).not.toContain('ada@mail');
      }),
    );
  });

  it('ends on hostile texts', () => {
    const hostile = [
      'a',
      'a@',
      'a.',
      'a@b.',
      '\u200B',
      '"',
      '"@',
      '"@b.cd',
      '%40',
      'a%40',
      '&#0',
      '&amp;',
      'a@1.',
      'a@[1',
      '%25',
      'a\u200B',
      '\u0301',
      'mailto:',
      'a@b\u200B',
      '\\.',
      '/',
      '•@',
      '@[::',
      '1.',
      '😀@',
    ];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      for (const whole of [text, `a@${text}`, `${text}@b.cd`, `"${text}"@b.cd`])
        expect(maskAddresses(whole).length).toBeGreaterThan(0);
    }
  });
});

describe('a text that can be kept', () => {
  it('is not altered beyond NFC, trimming and masking', () => {
    for (const text of [
      '\u202Eright to left',
      '<script>alert(1)</script>',
      'ﷺ',
      '👩‍👩‍👧‍👦',
      'a\r\nb',
      'Ṱ̺̺o͞ ̷i̲̬n',
      'a\u200Bb',
      'a\uFEFFb',
      '\u2066x\u2069',
    ]) {
      expect(normaliseText(text)).toBe(text.normalize('NFC'));
      expect(textFault(text)).toBeNull();
    }
  });

  it('has no NUL, no half character, no tower of marks', () => {
    expect(textFault('a\u0000b')).toMatch('control');
    expect(textFault('a\u001Bb')).toMatch('control');
    expect(textFault('a\tb\r\nc')).toBeNull();
    expect(textFault('a\uD800b')).toMatch('surrogate');
    expect(textFault(`a${'\u0301'.repeat(10_000)}`)).toMatch('combining');
    expect(textFault(`a${'\u0301'.repeat(20)}`)).toBeNull();
    expect(textFault(`a${'\u0301'.repeat(10)}`.repeat(10))).toMatch('more than half');
  });

  it('may be spelt with marks where a script asks for them', () => {
    for (const text of ['में '.repeat(50), 'בְּרֵאשִׁית '.repeat(50), '1️⃣'.repeat(50), 'ที่'.repeat(50)])
      expect(textFault(text)).toBeNull();
  });

  it('is kept as it is, or refused, or masked: naughty strings too', () => {
    const folder = process.env['ABUSE_DIR'];
    const naughty = folder
      ? (JSON.parse(readFileSync(path.join(folder, 'blns.json'), 'utf8')) as string[])
      : ['undefined', '1e400', '␣', 'Ω≈ç√∫˜µ≤≥÷', '社會科學院語學研究所', '⁰⁴⁵₀₁₂', "' OR 1=1 -- 1"];
    for (const text of naughty) {
      const kept = normaliseText(text);
      if (textFault(text) === null && !kept.includes(ADDRESS_MARK)) expect(kept).toBe(text.normalize('NFC').trim());
      expect(normaliseText(kept)).toBe(kept);
    }
  });

  it('is measured in code points', () => {
    expect(lengthInCodePoints('👍é')).toBe(2);
  });
});
