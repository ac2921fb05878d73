import { describe, expect, it } from '@jest/globals';
import { mailboxOf, maskAddress, parseAddress } from './address.ts';

describe('reading an address', () => {
  it.each([
    ['Ada@Mail.Example', 'ada@mail.example'],
    ['  a.b+tag@sub.mail.example ', 'a.b+tag@sub.mail.example'],
    ['moi@éléphant.example', 'moi@xn--lphant-9uab.example'],
    ["o'hara!#$%&*/=?^_`{|}~@mail.example", "o'hara!#$%&*/=?^_`{|}~@mail.example"],
    ['a@ＭＡＩＬ．example', 'a@mail.example'],
    ['a@mail。example', 'a@mail.example'],
    ['moi@xn--lphant-9uab.example', 'moi@xn--lphant-9uab.example'],
  ])('takes %s as %s', (typed, text) => {
    expect(parseAddress(typed)?.text).toBe(text);
  });

  it.each([
    '',
    'ada',
    '@mail.example',
    'ada@',
    'a@b',
    'a b@mail.example',
    '"a b"@mail.example',
    'a(comment)@mail.example',
    'a@mail.example\r\nBcc: b@mail.example',
    'a@b@mail.example',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@-mail.example',
    'a..b@mail.example',
    '.a@mail.example',
    'é@mail.example',
    '\u212Aate@mail.example',
    'a\u0000@mail.example',
    'a\u200B@mail.example',
    'a%0d%0a@b',
    'a,b@mail.example',
    'a;b@mail.example',
    '<a@mail.example',
    'a:b@mail.example',
    '@relay:a@mail.example',
    'a\\@mail.example',
    'a@mail..example',
    'a@.mail.example',
    'a@mail.example.',
    'a@mail_x.example',
    'a@mail.example/evil.example',
    'a@mail.example?x',
    'a@mail.example#x',
    'a@mail.example:25',
    'a@mail.123',
    'a@\u202Email.example',
    `a@${'b'.repeat(64)}.example`,
    'a@xn--a.example',
    'a@xn--a-.example',
    'a@xn--.example',
    'a@mail.xn--0',
    'a@mail.example>',
    `${'a'.repeat(65)}@mail.example`,
    `a@${'b'.repeat(250)}.example`,
  ])('refuses %j', (typed) => {
    expect(parseAddress(typed)).toBeNull();
  });

  it.each([
    ['ada@mail.example', 'ada@mail.example'],
    ['ada+one@mail.example', 'ada@mail.example'],
    ['ada+one+two@mail.example', 'ada@mail.example'],
    ['+ada@mail.example', '+ada@mail.example'],
  ])('takes %s for the mailbox %s', (typed, mailbox) => {
    expect(mailboxOf(parseAddress(typed)!)).toBe(mailbox);
  });

  it('is shown to its owner with its first letter and its domain', () => {
    expect(maskAddress(parseAddress('marie@mail.example')!)).toBe('m•••@mail.example');
  });
});
