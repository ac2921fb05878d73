import { describe, expect, it } from '@jest/globals';
import { emailWith, parts, read, reply } from '../../../test/inbound/made-emails.ts';

describe('reading a person’s e-mail', () => {
  it('takes the text of every form in which programs send it', async () => {
    const words = 'Une idée très simple : l’été, on se tait.';
    const latin = Buffer.from('Une idée très simple : l\u0092été, on se tait.', 'latin1');
    const flowed = 'Une idée très simple : \r\nl’été, on se tait.';
    const html = [
      '<html><head><style>p{color:red}</style></head><body>',
      '<p>Une idée <b>très</b> simple&nbsp;: l’été, on se tait.</p><div class="gmail_signature">Ada<br>+33 6 00</div>',
      '<div class="gmail_quote">On 30 Nov 2026 10:02, Talks wrote:<blockquote>Question</blockquote></div></html>',
    ].join('');
    const related = parts(
      'multipart/alternative',
      `Content-Type: text/plain; charset=utf-8\r\n\r\n${words}`,
      `Content-Type: text/html; charset=utf-8\r\n\r\n<p>other</p>`,
    );
    for (const raw of [
      emailWith(words),
      emailWith(latin, { 'Content-Type': 'text/plain; charset=windows-1252', 'Content-Transfer-Encoding': '8bit' }),
      emailWith(flowed, { 'Content-Type': 'text/plain; charset=utf-8; format=flowed' }),
      emailWith(html, { 'Content-Type': 'text/html; charset=utf-8' }),
      emailWith(Buffer.from(words).toString('base64'), { 'Content-Transfer-Encoding': 'base64' }),
      emailWith(related.body, { 'Content-Type': related.type }),
    ])
      expect((await reply(raw)).text.replaceAll('\u00A0', ' ')).toBe(words);
  });

  it('drops attachments and counts them', async () => {
    const { body, type } = parts(
      'multipart/mixed',
      'Content-Type: text/plain\r\n\r\nSee the picture.',
      'Content-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\niVBORw0KGgo=',
      'Content-Type: text/x-vcard\r\nContent-Disposition: attachment; filename=ada.vcf\r\n\r\nEMAIL:ada@mail.example',
    );
    expect(await reply(emailWith(body, { 'Content-Type': type }))).toMatchObject({
      text: 'See the picture.',
      attachments: 2,
      cause: null,
    });
  });

  it('holds what says that its sender is away, in whatever way the subject is written', async () => {
    for (const subject of [
      'Out of Office: Re: Mail',
      'Réponse automatique',
      '=?utf-8?Q?R=C3=A9ponse_automatique_:?= =?utf-8?B?YWJzZW5jZQ==?=',
      'Abwesenheitsnotiz',
      'Automatische Antwort: Mail',
    ])
      expect(await reply(emailWith('I am back on Monday.', { Subject: subject }))).toMatchObject({
        cause: 'away',
        text: 'I am back on Monday.',
      });
  });

  it('believes the results of trusted servers alone, the uppermost of each method', async () => {
    const trusted = (results: string): Buffer => emailWith('Yes.', { 'Authentication-Results': results });
    for (const [results, isProven] of [
      ['mx.forum.example; dmarc=pass header.from=mail.example', true],
      ['mx.forum.example 1; dkim=pass (2048 bits; dmarc=pass) header.d=mail.example', true],
      ['mx.forum.example; dkim=pass header.i=@news.mail.example', true],
      ['mx.forum.example; spf=pass smtp.mailfrom=ada@mail.example', true],
      ['mx.forum.example; dmarc=fail header.from=mail.example; dkim=pass header.d=mail.example', false],
      ['mx.forum.example; dmarc=pass header.from=other.example', false],
      ['mx.forum.example; dkim=pass header.d=evil.example', false],
      ['mx.forum.example; dkim=pass header.d=example', false],
      ['mx.forum.example; spf=pass smtp.mailfrom=mallory@evil.example', false],
      ['mx.forum.example; spf=softfail (dkim=pass header.d=mail.example) smtp.mailfrom=mail.example', false],
      ['evil.example; dmarc=pass header.from=mail.example', false],
      ['mx.forum.example; none', false],
      ['mx.forum.example; dmarc=pass (p=reject)', false],
      ['mx.forum.example; dmarc=pass(p=REJECT) header.from=mail.example', true],
      ['(a comment) mx.forum.example (of ours) 1; dkim=pass header.d="mail.example"', true],
    ] as const)
      expect({ results, isProven: (await reply(trusted(results))).isProven }).toEqual({ results, isProven });
    const forged = Buffer.concat([
      Buffer.from('Authentication-Results: mx.forum.example; dmarc=fail header.from=mail.example\r\n'),
      trusted('mx.forum.example; dmarc=pass header.from=mail.example'),
    ]);
    expect((await reply(forged)).isProven).toBe(false);
  });

  it('reads nothing into what the sender of an e-mail chose, and its server repeats', async () => {
    const spf = 'mx.forum.example; spf=pass smtp.mailfrom=';
    const signed = 'mx.forum.example; dkim=pass header.d=';
    const fail = '; dmarc=fail header.from=mail.example';
    for (const results of [
      `${spf}"ada@mail.example"@evil.example`,
      `${spf}"x smtp.mailfrom=mail.example "@evil.example`,
      `${spf}"x\\" smtp.mailfrom=mail.example "@evil.example`,
      `${spf}"; dkim=pass header.d=mail.example "@evil.example`,
      `${spf}"; dkim=pass header.d=mail.example ("@evil.example${fail}`,
      `${spf}"; dmarc=pass header.from=mail.example; x="@evil.example${fail}`,
      `mx.forum.example; spf=pass (domain of "x) ; dkim=pass header.d=mail.example (" is good) smtp.mailfrom=x`,
      `mx.forum.example; spf=pass (domain of "x\\) ; dkim=pass header.d=mail.example (" is good) smtp.mailfrom=x`,
      `${signed}mail.example(.evil.example header.s=a`,
      `${signed}mail.example(.evil.example header.s=a)`,
      `${signed}mail.example(.evil.example header.s=a${fail}`,
      `${signed}mail.example"(.evil.example" header.s=a`,
      `${spf}${'x'.repeat(8_000)}@evil.example; dkim=pass header.d=mail.example`,
    ]) {
      const raw = emailWith('Yes.', { 'Authentication-Results': results });
      expect({ results, isProven: (await reply(raw)).isProven }).toEqual({ results, isProven: false });
    }
    const passes = Buffer.concat([
      Buffer.from(`Authentication-Results: ${signed}mail.example(.evil.example\r\n`),
      emailWith('Yes.', { 'Authentication-Results': 'mx.forum.example; spf=pass smtp.mailfrom=ada@mail.example' }),
    ]);
    expect((await reply(passes)).isProven).toBe(false);
  });

  it('knows no sender where there are two, none, or a quoted one', async () => {
    for (const from of [
      'Ada <ada@mail.example>, Eve <eve@mail.example>',
      '"ada@mail.example" <>',
      '"ada x"@mail.example',
      'Friends: ;',
      'ada',
    ])
      expect(
        (await read(emailWith('Yes.', { From: from, Subject: 'x' }))).kind === 'reply'
          ? (await reply(emailWith('Yes.', { From: from }))).sender
          : null,
      ).toBeNull();
    const twice = Buffer.concat([Buffer.from('From: Eve <eve@mail.example>\r\n'), emailWith('Yes.')]);
    expect((await reply(twice)).sender).toBeNull();
    expect(
      (await reply(emailWith('Yes.', { From: '"Mallory <mallory@evil.example>" (x) <Ada@Mail.example>' }))).sender,
    ).toEqual({ local: 'ada', domain: 'mail.example' });
  });
});

describe('an e-mail of a machine', () => {
  it.each([
    ['automatic', { 'Auto-Submitted': 'auto-replied' }],
    ['automatic', { 'Auto-Submitted': 'Auto-Generated (rejected)' }],
    ['automatic', { 'X-Autoreply': 'yes' }],
    ['no-return', { 'Return-Path': '<>' }],
    ['bulk', { Precedence: 'Bulk' }],
    ['list', { 'List-Id': '<a.b>' }],
    ['postmaster', { From: 'MAILER-DAEMON@mail.example' }],
    ['postmaster', { From: '"Nobody" <no-reply@mail.example>' }],
    ['report', { 'Content-Type': 'multipart/report; boundary=x' }],
  ] as const)('is known by its rule: %s', async (rule, fields) => {
    expect(await read(emailWith('I am away.', fields))).toEqual({ kind: 'machine', rule });
  });

  it('is known by an empty sender of its envelope', async () => {
    expect(await read(emailWith('Hello.'), '')).toEqual({ kind: 'machine', rule: 'no-return' });
  });

  it('is not one that asks other machines for silence', async () => {
    expect(await read(emailWith('Yes.', { 'X-Auto-Response-Suppress': 'All', 'Auto-Submitted': 'no' }))).toMatchObject({
      kind: 'reply',
    });
  });
});
