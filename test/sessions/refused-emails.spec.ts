import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { readConfig } from '../../src/platform/config/settings.ts';
import { ComposeEmail } from '../../src/platform/mail/compose-email.ts';
import { EmailAddressing } from '../../src/platform/mail/email-addressing.ts';
import { MailRefused, SmtpTransport } from '../../src/platform/mail/mail.transport.ts';
import { Notices } from '../../src/accounts/notices.ts';
import { Background } from '../../src/platform/background.ts';
import { Log } from '../../src/platform/logging/log.ts';
import { codeIn, until, World, type Json, type Person } from '../support/world.ts';

const EMAIL = { id: 'an-id', locale: 'en', subject: 'S', text: 'T' } as const;
/** One that is not necessary, which another thread sends. */
const DIGEST = { ...EMAIL, end: { url: 'https://forum.example/end', token: 't', kind: 'digest' } };

type Stage = 'password' | 'sender' | 'recipient' | 'content';

/** A mail server that refuses at one stage with one reply, or takes everything. */
class RefusingServer {
  readonly taken: string[] = [];
  tries = 0;
  refusal: { at: Stage; reply: number } | null = null;
  /** Whether the server reads e-mails and never answers. */
  isSilent = false;
  unanswered = 0;
  private readonly smtp = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: (_auth, _session, done) => {
      const error = this.refusalAt('password');
      if (error) done(error);
      else done(null, { user: 'forum' });
    },
    onMailFrom: (_address, _session, done) => {
      this.tries += 1;
      done(this.refusalAt('sender'));
    },
    onRcptTo: (_address, _session, done) => done(this.refusalAt('recipient')),
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (this.isSilent) {
          this.unanswered += 1;
          return;
        }
        const error = this.refusalAt('content');
        if (!error) this.taken.push(Buffer.concat(pieces).toString());
        done(error);
      });
    },
  });

  async open(user = ''): Promise<string> {
    this.smtp.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      this.smtp.listen(0, '127.0.0.1', resolve);
    });
    return `smtp://${user}127.0.0.1:${(this.smtp.server.address() as { port: number }).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.smtp.close(resolve);
    });
  }

  private refusalAt(stage: Stage): Error | null {
    if (this.refusal?.at !== stage) return null;
    return Object.assign(new Error('no such user reader@mail.example'), { responseCode: this.refusal.reply });
  }
}

describe('handing an e-mail to a mail server', () => {
  let server: RefusingServer;
  let transport: SmtpTransport;
  beforeAll(async () => {
    server = new RefusingServer();
    const config = readConfig({ MAIL_FROM: 'Forum <forum@mail.example>' });
    const composeEmail = new ComposeEmail(new EmailAddressing(config));
    transport = new SmtpTransport(await server.open('forum:secret@'), composeEmail, new Log('silent'));
  });
  afterAll(async () => {
    transport.close();
    await server.close();
  });

  it.each([
    ['sender', 550],
    ['recipient', 550],
    ['recipient', 553],
    ['content', 552],
    ['content', 554],
  ] as const)('is over when the %s is refused with %d', async (at, reply) => {
    server.refusal = { at, reply };
    expect(await transport.send('reader@mail.example', EMAIL)).toBe(false);
    expect(await transport.send('reader@mail.example', DIGEST)).toBe(false);
    expect(server.taken).toEqual([]);
  });

  it.each([
    ['sender', 451],
    ['recipient', 452],
    ['content', 451],
    ['sender', 530],
    ['password', 535],
  ] as const)('is to be tried again when the %s is refused with %d', async (at, reply) => {
    server.refusal = { at, reply };
    // So that no connection is kept that has signed in already.
    transport.close();
    for (const email of [EMAIL, DIGEST]) {
      const failing = transport.send('reader@mail.example', email);
      await expect(failing).rejects.toThrow(MailRefused);
      await expect(failing).rejects.not.toThrow('reader@mail.example');
    }
  });

  it('fails when its thread ends meanwhile, and the next has a new thread', async () => {
    server.refusal = null;
    server.isSilent = true;
    const failing = transport.send('reader@mail.example', DIGEST);
    const end = until('the e-mail', () => server.unanswered > 0).then(() => transport.close());
    await expect(failing).rejects.toThrow('the thread that sends e-mails has ended');
    await end;
    server.isSilent = false;
    expect(await transport.send('reader@mail.example', DIGEST)).toBe(true);
    expect(server.taken).toHaveLength(1);
  });
});

describe('an e-mail that the mail server refuses for good', () => {
  let server: RefusingServer;
  let world: World;
  beforeAll(async () => {
    server = new RefusingServer();
    world = await World.open({ SMTP_URL: await server.open(), MAIL_FROM: 'Forum <forum@mail.example>' });
  });
  afterAll(async () => {
    await world.close();
    await server.close();
  });

  it('is tried once and said to be refused, be it about a code, a passkey, a decision or an archived conference', async () => {
    const person = world.person('olga');
    await person.post('/auth/codes', { email: person.email });
    const mail = await until('a code', () => server.taken[0]);
    const { body } = await person.post('/auth/sessions', { email: person.email, code: codeIn(mail) });
    person.token = body['token'] as string;
    const { accountId } = (await world.query<{ accountId: string }>('select id "accountId" from accounts'))[0]!;
    await world.conference(person);
    const [conference] = await world.query<{ id: string }>(`update conferences set phase = 'archived' returning id`);
    server.refusal = { at: 'recipient', reply: 550 };
    const before = server.tries;
    await world.query(
      `insert into account_notices (id, account_id, kind) values (gen_random_uuid(), $1, 'passkey-added')`,
      [accountId],
    );
    await world.query(
      `insert into decision_letters (id, account_id, kind, conference_id, facts, at)
       values (gen_random_uuid(), $1, 'ledger-head', $2, '{"n": 1, "hash": "00"}', $3)`,
      [accountId, conference!.id, world.clock.now()],
    );
    await world.query('insert into closing_letters (account_id, conference_id) values ($1, $2)', [
      accountId,
      conference!.id,
    ]);
    await person.post('/auth/codes', { email: 'nobody@mail.example' });
    world.app.get(Notices, { strict: false }).signal();
    await until('each to be given up', async () => {
      const [left] = await world.query<{ count: number }>(
        `select (
           (select count(*) from account_notices where letter_left_at is null)
           + (select count(*) from decision_letters where left_at is null)
           + (select count(*) from closing_letters)
           + (select count(*) from login_codes where letter_left_at is null and used_at is null)
         )::int count`,
      );
      return left!.count === 0;
    });
    expect(server.tries).toBe(before + 4);
    const notices = (await person.get('/me/notices')).body['items'] as Json[];
    const refused = { fate: 'held', rule: 'refused', sentAt: null, dueAt: null };
    expect(notices.toSorted((a, b) => (a['kind'] < b['kind'] ? -1 : 1))).toMatchObject([
      { ...refused, kind: 'archived', title: 'A conference' },
      { ...refused, kind: 'decision' },
      { ...refused, kind: 'passkey-added' },
    ]);
    world.advance({ minutes: 6 });
    const tasks = ['sessions/deliver-codes', 'notifications/tell-passkeys', 'notifications/tell-decisions'];
    for (const task of [...tasks, 'notifications/tell-closing']) await world.runNow(task);
    await world.app.get(Background).settled();
    expect(server.tries).toBe(before + 4);
  });
});

describe('an invitation by e-mail', () => {
  let server: RefusingServer;
  let world: World;
  let olga: Person;
  let slug: string;
  beforeAll(async () => {
    server = new RefusingServer();
    world = await World.open({ SMTP_URL: await server.open(), MAIL_FROM: 'Forum <forum@mail.example>' });
    olga = world.person('olga');
    await olga.post('/auth/codes', { email: olga.email });
    const code = codeIn(await until('a code', () => server.taken[0]));
    olga.token = (await olga.post('/auth/sessions', { email: olga.email, code })).body['token'] as string;
    ({ slug } = await world.conference(olga));
  });
  afterAll(async () => {
    await world.close();
    await server.close();
  });

  const invites = async (email: string): Promise<string> => {
    server.taken.length = 0;
    server.tries = 0;
    const made = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator', email });
    expect(made.status).toBe(201);
    return made.body['url'] as string;
  };
  const waiting = (): Promise<unknown[]> => world.query('select from invitation_emails where sent_at is null');
  const settled = (): Promise<void> => world.app.get(Background).settled();
  const again = async (): Promise<void> => {
    world.advance({ minutes: 3 });
    await world.runNow('accounts/mail-invitations');
    await settled();
  };

  it('is sent again after a refusal for the moment, once, with the link that the organizer was shown', async () => {
    server.refusal = { at: 'recipient', reply: 451 };
    const url = await invites('later@mail.example');
    await until('a first try', () => server.tries > 0);
    await again();
    expect({ tries: server.tries, taken: server.taken }).toEqual({ tries: 2, taken: [] });
    server.refusal = null;
    await again();
    await again();
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]!.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(url);
    expect(await waiting()).toEqual([]);
    await olga.calledIn(slug, 'Olga');
    expect((await olga.post('/claims', { token: url.split('#')[1] })).status).toBe(200);
  });

  it('is over after a refusal for good', async () => {
    server.refusal = { at: 'recipient', reply: 550 };
    await invites('nobody@mail.example');
    await until('it to be given up', async () => (await waiting()).length === 0);
    await again();
    expect(server.tries).toBe(1);
  });

  it('is over once it was cancelled, or a day has passed', async () => {
    server.refusal = { at: 'recipient', reply: 451 };
    await invites('cancelled@mail.example');
    await until('a first try', () => server.tries > 0);
    await settled();
    const { items } = (await olga.get(`/admin/conferences/${slug}/invitations`)).body as { items: { id: string }[] };
    for (const { id } of items) await olga.delete(`/admin/conferences/${slug}/invitations/${id}`);
    expect(await waiting()).toEqual([]);
    await invites('patient@mail.example');
    await until('a first try', () => server.tries > 0);
    await settled();
    world.advance({ hours: 25 });
    await world.runNow('accounts/mail-invitations');
    await settled();
    expect({ tries: server.tries, waiting: await waiting() }).toEqual({ tries: 1, waiting: [] });
  });
});
