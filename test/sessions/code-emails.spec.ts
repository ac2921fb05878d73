import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { RunningServer } from '../support/server.ts';
import { codeIn, until, World } from '../support/world.ts';

interface ReceivedMail {
  to: string[];
  mail: ParsedMail;
}

/** A mail server that can be told what to do with the next letters. */
class ScriptedMailServer {
  readonly received: ReceivedMail[] = [];
  /** The recipient of each try, refused ones too. */
  readonly tried: string[] = [];
  refusesWith: { code: number; text: string } | null = null;
  /** Letters wait here until they are let go. */
  holding: (() => void)[] | null = null;
  private readonly smtp: SMTPServer;

  constructor() {
    this.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => {
        this.tried.push(address);
        done(
          this.refusesWith
            ? Object.assign(new Error(this.refusesWith.text), { responseCode: this.refusesWith.code })
            : null,
        );
      },
      onData: (stream, session, done) => {
        const take = async (): Promise<void> => {
          const mail = await simpleParser(stream);
          if (this.holding)
            await new Promise<void>((go) => {
              this.holding!.push(go);
            });
          this.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
          done();
        };
        void take();
      },
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.smtp.listen(0, '127.0.0.1', resolve);
    });
    return `smtp://127.0.0.1:${(this.smtp.server.address() as { port: number }).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.smtp.close(resolve);
    });
  }
}

const post = new ScriptedMailServer();
let world: World;
beforeAll(async () => {
  world = await World.open({ SMTP_URL: await post.open(), MAIL_FROM: 'The forum <forum@mail.example>' });
});
afterAll(async () => {
  await world.close();
  await post.close();
});

const ask = (email: string) => world.person('x').post('/auth/codes', { email });
const triesOf = (email: string): number => post.tried.filter((address) => address === email).length;
const emailsTo = (email: string): ReceivedMail[] => post.received.filter(({ to }) => to.includes(email));

describe('a letter with a code', () => {
  it.each([
    'ada@mail.example',
    `o'hara+tag@mail.example`,
    'a!b#c$d%e&f@mail.example',
    '{x}|y~z@mail.example',
    '=?utf-8?q?eve?=@mail.example',
    'a/b*c^d`e_f@sub.mail.example',
    '-@mail.example',
    `${'a'.repeat(64)}@mail.example`,
  ])('goes to %s and to nobody else: the recipient is the address that was read', async (email) => {
    expect(await ask(`  ${email.toUpperCase()} `)).toMatchObject({ status: 202 });
    const [mail] = await until('the letter', () => (emailsTo(email).length > 0 ? emailsTo(email) : null));
    expect(mail!.to).toEqual([email]);
    expect(mail!.mail.headers.get('bcc')).toBeUndefined();
  });

  it('is tried again while the mail server is out of order, and arrives once', async () => {
    post.refusesWith = { code: 451, text: 'come back later' };
    expect(await ask('patient@mail.example')).toMatchObject({ status: 202 });
    await until('a first try', () => triesOf('patient@mail.example') > 0);
    expect(emailsTo('patient@mail.example')).toEqual([]);
    post.refusesWith = null;
    world.advance({ seconds: 30 });
    const [{ mail }] = await until('the letter', () =>
      emailsTo('patient@mail.example').length > 0 ? (emailsTo('patient@mail.example') as [ReceivedMail]) : null,
    );
    await until(
      'it to be noted',
      async () =>
        (
          await world.query('select from login_codes where letter_left_at is null and expires_at > $1', [
            world.clock.now(),
          ])
        ).length === 0,
    );
    expect(emailsTo('patient@mail.example')).toHaveLength(1);
    expect(
      await world.person('x').post('/auth/sessions', {
        email: 'patient@mail.example',
        code: /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(mail.text!)![0],
      }),
    ).toMatchObject({ status: 201 });
  });

  it('still holds a code to use when the mail server refused it for eleven minutes', async () => {
    post.refusesWith = { code: 451, text: 'come back later' };
    await ask('eleven@mail.example');
    await until('a first try', () => triesOf('eleven@mail.example') > 0);
    world.advance({ minutes: 11 });
    post.refusesWith = null;
    const [{ mail }] = await until('the letter', () =>
      emailsTo('eleven@mail.example').length > 0 ? (emailsTo('eleven@mail.example') as [ReceivedMail]) : null,
    );
    world.advance({ minutes: 9 });
    const code = codeIn(`\r\n\r\n${mail.text!}`);
    expect(mail.text).toContain(`${code.replace('-', '')})`);
    expect(await world.person('x').post('/auth/sessions', { email: 'eleven@mail.example', code })).toMatchObject({
      status: 201,
    });
  });

  it('is not tried any longer than half an hour', async () => {
    post.refusesWith = { code: 451, text: 'come back later' };
    await ask('expired@mail.example');
    await until('a first try', () => triesOf('expired@mail.example') > 0);
    world.advance({ minutes: 31 });
    post.refusesWith = null;
    await ask('after@mail.example');
    await until('a later letter', () => emailsTo('after@mail.example').length > 0);
    expect(emailsTo('expired@mail.example')).toEqual([]);
  });

  it('that nobody will ever take is tried once, and its address is not in the error', async () => {
    post.refusesWith = { code: 550, text: 'no such user nobody@mail.example' };
    await ask('nobody@mail.example');
    await until(
      'it to be given up',
      async () =>
        (
          await world.query('select from login_codes where letter_left_at is null and expires_at > $1', [
            world.clock.now(),
          ])
        ).length === 0 && triesOf('nobody@mail.example') > 0,
    );
    expect(triesOf('nobody@mail.example')).toBe(1);
    post.refusesWith = null;
  });

  it('that takes long delays no other, and no answer', async () => {
    post.holding = [];
    await ask('slow@mail.example');
    await until('the slow one to be under way', () => post.holding!.length === 1);
    const held = post.holding;
    post.holding = null;
    expect(await ask('quick@mail.example')).toMatchObject({ status: 202 });
    await until('the quick one', () => emailsTo('quick@mail.example').length > 0);
    expect(emailsTo('slow@mail.example')).toEqual([]);
    held[0]!();
    await until('the slow one', () => emailsTo('slow@mail.example').length > 0);
  });

  it('waits in the database without its code, its link or its address', async () => {
    post.holding = [];
    await ask('sealed.away@mail.example');
    await until('it to be under way', () => post.holding!.length === 1);
    const rows = JSON.stringify(await world.query('select t::text from login_codes t'));
    post.holding.splice(0).forEach((go) => go());
    post.holding = null;
    const [{ mail }] = await until('the letter', () =>
      emailsTo('sealed.away@mail.example').length > 0 ? (emailsTo('sealed.away@mail.example') as [ReceivedMail]) : null,
    );
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(mail.text!)![0];
    const token = /sign-in#([\w-]+)/.exec(mail.text!)![1]!;
    for (const secret of ['sealed.away', code, code.replace('-', ''), token]) {
      expect(rows).not.toContain(secret);
      expect(rows).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});

describe('a server that is killed after it accepted to mail a code', () => {
  inLongForm('mails it once it is back', async () => {
    const { url, drop } = await freshDatabase();
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-test-'));
    const busy = new ScriptedMailServer();
    busy.refusesWith = { code: 451, text: 'come back later' };
    const settings = {
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      DEMO: 'off',
      RATE_LIMITS: 'off',
      ORGANIZERS: 'olga@mail.example',
    };
    const smtpUrl = await busy.open();
    const first = await RunningServer.start({
      ...settings,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'The forum <forum@mail.example>',
    });
    try {
      const asked = await fetch(`${first.base}/api/v1/auth/codes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'killed@mail.example' }),
      });
      expect(asked.status).toBe(202);
      await first.ends('SIGKILL');
      const second = await RunningServer.start(settings);
      try {
        const outbox = path.join(dataDir, 'outbox');
        const [name] = await until(
          'the letter',
          async () => {
            const names = (await readdir(outbox).catch(() => [] as string[])).filter((each) => each.endsWith('.eml'));
            return names.length > 0 ? (names as [string]) : null;
          },
          90_000,
        );
        const mail = (await readFile(path.join(outbox, name), 'utf8')).replace(/=\r\n/g, '');
        const entered = await fetch(`${second.base}/api/v1/auth/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'killed@mail.example', code: codeIn(mail) }),
        });
        expect(entered.status).toBe(201);
      } finally {
        await second.ends();
      }
    } finally {
      if (!first.exit) await first.ends('SIGKILL');
      await busy.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
