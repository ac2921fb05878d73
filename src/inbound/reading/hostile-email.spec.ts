import { describe, expect, it } from '@jest/globals';
import { emailWith, parts, read, reply } from '../../../test/inbound/made-emails.ts';

describe('an e-mail that is made to harm', () => {
  it('is not read when it is too long', async () => {
    expect(await read(Buffer.alloc(200 * 1024 * 1024, 'a'))).toEqual({ kind: 'unreadable' });
  });

  it('is not read when it has ten thousand parts, or a head without end', async () => {
    const { body, type } = parts(
      'multipart/mixed',
      ...Array.from({ length: 10_000 }, () => 'Content-Type: text/plain\r\n\r\na'),
    );
    expect(await read(emailWith(body, { 'Content-Type': type }))).toEqual({ kind: 'unreadable' });
    expect(await read(emailWith('Yes.', { 'X-Long': 'a'.repeat(200_000) }))).toEqual({ kind: 'unreadable' });
  });

  it('is not read when its parts are nested without end', async () => {
    const depth = 5_000;
    const open = Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
    expect(
      await read(emailWith(open, { 'Content-Type': 'multipart/mixed; boundary=top' }).subarray(0, 1_000_000)),
    ).toMatchObject({ kind: expect.stringMatching(/unreadable|reply/) });
    expect(await read(Buffer.from(`From: ada@mail.example\r\n${open}Yes.`))).toEqual({ kind: 'unreadable' });
  });

  it('keeps no control character, and lets a head end no other line', async () => {
    const read = await reply(
      emailWith('Yes\u0000 no\u001B[31m.\u0007', { Subject: 'a\u0000b', From: 'Ada\u0000\r <ada@mail.example>' }),
    );
    expect(read.text).toBe('Yes no[31m.');
    expect(read.sender).toEqual({ local: 'ada', domain: 'mail.example' });
  });

  it('has words and nothing more in encoded words, however they read', async () => {
    const raw = emailWith('Hello @everyone', {
      Subject: '=?utf-8?B?QGV2ZXJ5b25l?=',
      From: '=?utf-8?B?QGV2ZXJ5b25l?= <ada@mail.example>',
    });
    expect(await reply(raw)).toMatchObject({
      text: 'Hello @everyone',
      sender: { local: 'ada', domain: 'mail.example' },
    });
  });

  it('is read with dates of 1970 and 2100, without any, with IDN and without a subject', async () => {
    for (const fields of [
      { Date: 'Thu, 1 Jan 1970 00:00:00 +0000' },
      { Date: 'Fri, 1 Jan 2100 00:00:00 +0000' },
      { Date: null },
      { Date: 'never' },
      { Subject: null },
      { From: 'Ada <ada@bücher.example>' },
      { 'Message-ID': null },
    ])
      expect((await reply(emailWith('Yes.', fields))).text).toBe('Yes.');
  });

  it('costs little as HTML that is nested or unclosed', async () => {
    for (const html of [
      '<div>'.repeat(100_000),
      '<b><i><u>'.repeat(50_000),
      `<p>${'<a '.repeat(100_000)}`,
      '<!--'.repeat(100_000),
    ]) {
      const begin = performance.now();
      await read(emailWith(html, { 'Content-Type': 'text/html' }));
      expect(performance.now() - begin).toBeLessThan(5_000);
    }
  });
});
