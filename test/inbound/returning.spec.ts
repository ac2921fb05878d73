import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AddressDesk } from '../../src/accounts/address-desk.ts';
import { ReturnedEmails } from '../../src/accounts/returned-emails.ts';
import { UnsubscribeLinks } from '../../src/accounts/unsubscribe-links.ts';
import { InboundServer } from '../../src/inbound/inbound-server.ts';
import { ReceivingServer } from '../notifications/receiving-server.ts';
import { until, World, type Person } from '../support/world.ts';
import { MailClient } from './mail-client.ts';
import { emailWith, parts } from './made-emails.ts';

let receiver: { server: ReceivingServer; url: string };
let world: World;
let mail: MailClient;
let people = 0;
beforeAll(async () => {
  receiver = await ReceivingServer.open();
  world = await World.open({
    INBOUND: 'lmtp://127.0.0.1:0',
    SMTP_URL: receiver.url,
    MAIL_FROM: 'Talks <talks@mail.example>',
    PUBLIC_URL: 'https://forum.example',
  });
  await world.app.get(InboundServer).open();
  mail = await MailClient.connect(world.app.get(InboundServer).port!);
});
afterAll(async () => {
  mail.close();
  await world.close();
  await receiver.server.close();
});

const codeOf = (raw: string): string =>
  /\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b/.exec(raw.slice(raw.indexOf('\r\n\r\n')))![0];

/** Signs in with a code that came by SMTP. */
async function signsIn(person: Person): Promise<void> {
  const before = receiver.server.to(person.email).length;
  await person.post('/auth/codes', { email: person.email });
  const code = await until('a code', () => receiver.server.to(person.email)[before]);
  const session = await person.post('/auth/sessions', { email: person.email, code: codeOf(code.raw) });
  person.token = session.body['token'] as string;
}

async function reader(): Promise<{ ada: Person; accountId: string }> {
  people += 1;
  const ada = world.person(`reader${people}`);
  await signsIn(ada);
  const mailbox = { local: `reader${people}`, domain: 'mail.example' };
  for (const { id: accountId } of await world.query<{ id: string }>('select id from accounts'))
    if (await world.app.get(AddressDesk).isMailboxOf(accountId, mailbox)) return { ada, accountId };
  throw new Error('the reader has no account');
}

/** Sends an e-mail that is not necessary; the sender of its envelope, or null when it was not sent. */
async function sent({ ada, accountId }: { ada: Person; accountId: string }): Promise<string | null> {
  const before = receiver.server.to(ada.email).length;
  const [row] = await world.query<{ token: string }>('select letters_token token from accounts where id = $1', [
    accountId,
  ]);
  const end = world.app.get(UnsubscribeLinks).endBy(row!.token, 'answered');
  await world.app
    .get(AddressDesk)
    .writeTo(accountId, { id: randomUUID(), locale: 'en', subject: 'News', text: 'Something new.', end });
  return receiver.server.to(ada.email)[before]?.envelope.from ?? null;
}

const report = (status: string, action = 'failed'): Buffer => {
  const { body, type } = parts(
    'multipart/report; report-type=delivery-status',
    'Content-Type: text/plain\r\n\r\nSorry.',
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n` +
      `Action: ${action}\r\nStatus: ${status}\r\n`,
  );
  return emailWith(body, { 'Content-Type': type, From: 'MAILER-DAEMON@mail.example' });
};

const refused = (accountId: string): Promise<Date | null> => world.app.get(ReturnedEmails).refusedSince(accountId);

describe('an e-mail that comes back', () => {
  it('has an envelope of its own, without an address in it', async () => {
    expect(await sent(await reader())).toMatch(/^b\+[0-9a-f]{32}@forum\.example$/);
  });

  it('ends e-mails at once when the mailbox is missing; codes come all the same, and one that is typed begins anew', async () => {
    const to = await reader();
    expect(await mail.handsIn((await sent(to))!, report('5.1.1'), '')).toMatch(/^250/);
    expect(await refused(to.accountId)).toBeInstanceOf(Date);
    const page = async (): Promise<string> =>
      (await to.ada.get(`${world.base}/me/email?lang=en`, { accept: 'text/html' })).text;
    expect(await page()).toContain('Your address has not taken our e-mails since');
    expect(await sent(to)).toBeNull();
    await signsIn(to.ada);
    expect(await refused(to.accountId)).toBeNull();
    expect(await page()).not.toContain('has not taken our e-mails');
    expect(await sent(to)).toMatch(/^b\+/);
  });

  it('counts once, and ends e-mails with the fifth of fourteen days when it may pass', async () => {
    const to = await reader();
    const first = (await sent(to))!;
    for (let i = 0; i < 6; i += 1) await mail.handsIn(first, report('4.2.2'), '');
    expect(await refused(to.accountId)).toBeNull();
    for (let i = 0; i < 3; i += 1) await mail.handsIn((await sent(to))!, report('4.4.7'), '');
    const fifth = (await sent(to))!;
    await mail.handsIn(fifth, report('4.4.7', 'delayed'), '');
    expect(await refused(to.accountId)).toBeNull();
    await mail.handsIn(fifth, report('4.4.7'), '');
    expect(await refused(to.accountId)).toBeInstanceOf(Date);
  });

  it('is never the reader’s fault when the sender was refused, nor when a person is away', async () => {
    const to = await reader();
    for (let i = 0; i < 6; i += 1) await mail.handsIn((await sent(to))!, report('5.7.1'), '');
    await mail.handsIn(
      (await sent(to))!,
      emailWith('Away.', { 'Auto-Submitted': 'auto-replied', Subject: 'Out of office' }),
      '',
    );
    expect(await refused(to.accountId)).toBeNull();
    expect(await world.query('select verdict from email_returns where account_id = $1', [to.accountId])).toEqual(
      Array.from({ length: 6 }, () => ({ verdict: 'operator' })),
    );
    // Operators read it on the overview of any conference.
    const olga = world.person('olga');
    await signsIn(olga);
    const { slug } = await world.conference(olga);
    await until('the overview to tell of them', async () =>
      (await olga.get(`${world.base}/organize/${slug}`, { 'accept-language': 'en' })).text.includes(
        'mail servers refused 6 e-mails because of their sender (mostly 5.7.1, the last on ',
      ),
    );
  });

  it('ends its kind of e-mails at once when it is a complaint', async () => {
    const to = await reader();
    const { body, type } = parts(
      'multipart/report; report-type=feedback-report',
      'Content-Type: text/plain\r\n\r\nAbuse.',
      'Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n',
    );
    await mail.handsIn((await sent(to))!, emailWith(body, { 'Content-Type': type }), 'fbl@mail.example');
    const me = await to.ada.get('/me');
    expect(me.body['email'].kinds).toMatchObject({ answered: false, replies: true });
  });

  it('ends its kind of e-mails when a feedback loop reports a complaint to the address for all', async () => {
    const feedback = (names: string, original: string): Buffer => {
      const { body, type } = parts(
        'multipart/report; report-type=feedback-report',
        'Content-Type: text/plain\r\n\r\nThis is an e-mail abuse report.',
        `Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n${names}`,
        `Content-Type: message/rfc822\r\n\r\n${original}Subject: News\r\n\r\nSomething new.`,
      );
      return emailWith(body, { 'Content-Type': type });
    };
    const kindsOf = async ({ ada }: { ada: Person }): Promise<object> =>
      (await ada.get('/me')).body['email'].kinds as object;
    const [one, two] = [await reader(), await reader()];
    const before = receiver.server.to(two.ada.email).length;
    const [envelope] = [await sent(one), await sent(two)];
    const messageId = /^Message-ID: (.*)$/im.exec(receiver.server.to(two.ada.email)[before]!.raw)![1]!;
    const to = 'complaints@forum.example';
    expect(await mail.handsIn(to, feedback(`Original-Mail-From: <${envelope!}>\r\n`, ''), 'fbl@mail.example')).toMatch(
      /^250/,
    );
    expect([await kindsOf(one), await kindsOf(two)]).toMatchObject([{ answered: false }, { answered: true }]);
    // Providers that take addresses out of their reports leave the Message-ID.
    await mail.handsIn(
      to,
      feedback('Original-Mail-From: redacted\r\n', `Message-ID: ${messageId}\r\n`),
      'fbl@mail.example',
    );
    expect(await kindsOf(two)).toMatchObject({ answered: false, replies: true });
    expect(await mail.handsIn(to, emailWith('I do not like it.'))).toMatch(/^250/);
  });

  it('is unsubscribed from by an e-mail, too', async () => {
    const to = await reader();
    const before = receiver.server.to(to.ada.email).length;
    await sent(to);
    const { raw } = receiver.server.to(to.ada.email)[before]!;
    const address = /mailto:([^>\s]+)>/.exec(raw.replaceAll(/\r\n\s+/g, ''))![1]!;
    expect(await mail.handsIn(address, emailWith('unsubscribe'))).toMatch(/^250/);
    expect((await to.ada.get('/me')).body['email'].kinds).toMatchObject({ answered: false, replies: true });
  });
});
