import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { Log } from '../../src/platform/logging/log.ts';
import { readConfig } from '../../src/platform/config/settings.ts';
import { ComposeEmail } from '../../src/platform/mail/compose-email.ts';
import { dkimEntry, dkimSignature } from '../../src/platform/mail/dkim.ts';
import { EmailAddressing } from '../../src/platform/mail/email-addressing.ts';
import type { Email } from '../../src/platform/mail/email.ts';
import { SmtpTransport } from '../../src/platform/mail/mail.transport.ts';
import { ReceivingServer, type ReceivedEmail } from './receiving-server.ts';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
const CONFIG = readConfig({
  PUBLIC_URL: 'https://forum.example',
  MAIL_FROM: 'The forum <forum@mail.example>',
  DKIM_KEY: String(KEY).replaceAll('\n', String.raw`\n`),
  DKIM_SELECTOR: 'autumn',
});
const EMAIL: Email = {
  id: '5f0c',
  locale: 'fr',
  subject: '[Journées d’été] Sur le départ',
  text: 'Une réponse :\n\nhttps://forum.example/c/a\n',
  footer: 'Se désabonner\nhttps://forum.example/letters/end?of=t&kind=answered',
  action: { label: 'Lire', url: 'https://forum.example/c/a' },
  brand: {
    name: 'Journées d’été',
    light: { accent: '#0b5d6b', ink: '#ffffff' },
    dark: { accent: '#7cc4cf', ink: '#0c1f23' },
  },
  end: { url: 'https://forum.example/letters/end?of=t&kind=answered', token: 't', kind: 'answered' },
  list: { id: 'on-leaving.days', root: 'thread-1' },
  reply: { threadId: '1' },
};

let server: ReceivingServer;
let transport: SmtpTransport;
let emailAddressing: EmailAddressing;
beforeAll(async () => {
  const opened = await ReceivingServer.open();
  ({ server } = opened);
  emailAddressing = new EmailAddressing(CONFIG);
  transport = new SmtpTransport(
    opened.url,
    new ComposeEmail(emailAddressing),
    new Log('silent'),
    dkimSignature(CONFIG, emailAddressing),
  );
});
afterAll(async () => {
  transport.close();
  await server.close();
});

async function sent(email: Email): Promise<ReceivedEmail> {
  server.emails.length = 0;
  expect(await transport.send('ada@mail.example', email)).toBe(true);
  return server.emails[0]!;
}

/** The value of a header, unfolded; null without it. */
function header({ raw }: ReceivedEmail, name: string): string | null {
  const lines = raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const found = lines.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  expect(found.length).toBeLessThan(2);
  return found[0]?.slice(name.length + 1).trim() ?? null;
}

describe('an e-mail on its way', () => {
  it('is text first and then HTML, and both say the same', async () => {
    const { raw, parsed } = await sent(EMAIL);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect([...raw.matchAll(/^Content-Type: (text\/\w+)/gm)].map(([, type]) => type)).toEqual([
      'text/plain',
      'text/html',
    ]);
    expect(parsed.text).toContain('Une réponse :');
    expect(parsed.text).toContain('https://forum.example/c/a');
    expect(parsed.html).toContain('<html lang="fr" dir="ltr">');
    expect(parsed.html).toContain('Une réponse :');
    expect(parsed.html).toMatch(/<a class="button" href="https:\/\/forum\.example\/c\/a"/);
    expect(parsed.html).toContain('>Se désabonner</a>');
  });

  it('comes in the name of its conference, and of the forum without one', async () => {
    expect((await sent(EMAIL)).parsed.from?.value).toEqual([{ name: 'Journées d’été', address: 'forum@mail.example' }]);
    const { brand: _brand, ...unbranded } = EMAIL;
    expect((await sent(unbranded)).parsed.from?.value).toEqual([{ name: 'The forum', address: 'forum@mail.example' }]);
  });

  it('asks machines for silence, and mail programs to group it by thread', async () => {
    const email = await sent(EMAIL);
    expect(header(email, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(email, 'X-Auto-Response-Suppress')).toBe('All');
    expect(header(email, 'List-Id')).toBe('<on-leaving.days.forum.example>');
    expect(header(email, 'References')).toBe('<thread-1@forum.example>');
    expect(email.parsed.subject).toBe('[Journées d’été] Sur le départ');
  });

  it('has the same Message-ID at each attempt, at the host that readers know', async () => {
    for (let i = 0; i < 2; i += 1) expect(header(await sent(EMAIL), 'Message-ID')).toBe('<5f0c@forum.example>');
  });

  it('ends by one press where it is not necessary, and nowhere else', async () => {
    const email = await sent(EMAIL);
    expect(header(email, 'List-Unsubscribe')).toBe('<https://forum.example/letters/end?of=t&kind=answered>');
    expect(header(email, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const { end: _end, list: _list, ...necessary } = EMAIL;
    const code = await sent(necessary);
    for (const name of ['List-Unsubscribe', 'List-Unsubscribe-Post', 'List-Id', 'References'])
      expect(header(code, name)).toBeNull();
  });

  it('is signed, the headers for unsubscribing too, as the entry of the DNS proves', async () => {
    const email = await sent(EMAIL);
    const entry = dkimEntry(dkimSignature(CONFIG, emailAddressing)!);
    const resolver = async (name: string): Promise<string[][]> => {
      if (name !== entry.name) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      return [[entry.value]];
    };
    const verify = (raw: string) => dkimVerify(Buffer.from(raw, 'latin1'), { resolver });
    const { results } = await verify(email.raw);
    expect(results).toMatchObject([{ signingDomain: 'mail.example', status: { result: 'pass' } }]);
    const [, names = ''] = /[ ;]h=([^;]+);/.exec(header(email, 'DKIM-Signature')!)!;
    const signed = names.toLowerCase().split(/[:\s]+/);
    for (const name of ['list-unsubscribe', 'list-unsubscribe-post', 'from', 'subject', 'message-id'])
      expect(signed).toContain(name);
    const turned = email.raw.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Clicks');
    expect((await verify(turned)).results).toMatchObject([{ status: { result: 'fail' } }]);
  });

  it('can be answered where the forum reads e-mails: above a line, at an address of its own', async () => {
    expect(header(await sent(EMAIL), 'Reply-To')).toBeNull();
    const addressing = new EmailAddressing(CONFIG);
    addressing.receiveAt({
      replyTo: async ({ id, reply }) => ({
        address: `reply+${reply!['threadId']}${id}@in.example`,
        marker: '— haut —',
      }),
      envelopeFrom: async ({ id }) => `b+${id}@in.example`,
      unsubscribeTo: async ({ end }) => `unsubscribe+${end!.token}@in.example`,
    });
    const { message, envelope } = await new ComposeEmail(addressing).compose('ada@mail.example', EMAIL);
    expect(envelope).toEqual({ from: 'b+5f0c@in.example', to: ['ada@mail.example'] });
    expect(message.replyTo).toBe('reply+15f0c@in.example');
    expect(message.text).toMatch(/^— haut —\n/);
    expect(message.html).toContain('>— haut —</p>');
    expect(message.headers).toMatchObject({
      'List-Unsubscribe': '<https://forum.example/letters/end?of=t&kind=answered>, <mailto:unsubscribe+t@in.example>',
    });
  });

  it('says that it is answered on the page where no reply by e-mail is taken, and only there', async () => {
    const told = { ...EMAIL, onPage: 'Pour répondre, ouvrez la page.' };
    const { parsed } = await sent(told);
    for (const form of [parsed.text, String(parsed.html)]) expect(form).toContain(told.onPage);
    const addressing = new EmailAddressing(CONFIG);
    const reply = { address: 'reply+1@in.example', marker: '— haut —' };
    addressing.receiveAt({
      replyTo: async ({ id }) => (id === EMAIL.id ? reply : null),
      envelopeFrom: async () => null,
      unsubscribeTo: async () => null,
    });
    const texts = async (email: Email): Promise<string> => {
      const { message } = await new ComposeEmail(addressing).compose('ada@mail.example', email);
      return `${message.text as string}${message.html as string}`;
    };
    expect(await texts(told)).not.toContain(told.onPage);
    expect((await texts({ ...told, id: 'anonymous' })).split(told.onPage)).toHaveLength(3);
  });

  it('is one header a line, whatever a title holds', async () => {
    const email = await sent({
      ...EMAIL,
      subject: '[A] x\r\nBcc: eve@mail.example\r\n\r\nbody',
      list: undefined as never,
    });
    expect(header(email, 'Bcc')).toBeNull();
    expect(email.envelope.to).toEqual(['ada@mail.example']);
  });
});

describe('the settings of signatures', () => {
  it('belong together, and take an RSA key alone', () => {
    const settings = { MAIL_FROM: 'forum@mail.example' };
    expect(() => readConfig({ ...settings, DKIM_SELECTOR: 'autumn' })).toThrow('DKIM_KEY is missing');
    expect(() => readConfig({ ...settings, DKIM_KEY: String(KEY) })).toThrow('DKIM_SELECTOR is missing');
    expect(() => readConfig({ ...settings, DKIM_KEY: '/nowhere/dkim.pem', DKIM_SELECTOR: 'a' })).toThrow(
      'DKIM_KEY is not usable: set it to a file with an RSA private key',
    );
    const curve = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(() => readConfig({ ...settings, DKIM_KEY: String(curve), DKIM_SELECTOR: 'a' })).toThrow('RSA');
  });
});
