import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { ForgetSignIns } from '../../src/sessions/forget-sign-ins.ts';
import { WRONG_CODES_FREE } from '../../src/sessions/sign-in-limits.ts';
import { openSocket } from '../support/api/recorder.ts';
import { inLongForm } from '../support/form.ts';
import { codeIn, until, World, type Answer } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(async () => {
  await world.close();
});

async function codeFor(email: string): Promise<{ code: string; mail: string }> {
  const before = await world.mails();
  await world.person('x').post('/auth/codes', { email });
  const mail = await world.nextMail(before, email);
  return { code: codeIn(mail), mail };
}
const enter = (body: object, headers?: Record<string, string>): Promise<Answer> =>
  world.person('x').post('/auth/sessions', body, headers);
const refused = { status: 401, body: { type: '/problems/code-refused' } };

describe('signing in', () => {
  it('takes a code once, however it is typed', async () => {
    const { code } = await codeFor('ada@mail.example');
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    const answer = await enter({ email: ' ADA@Mail.Example ', code: code.toLowerCase().replace('-', ' ') });
    expect(answer).toMatchObject({ status: 201, body: { token: expect.any(String), expiresAt: expect.any(String) } });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^session=[\w-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await enter({ email: 'ada@mail.example', code })).toMatchObject(refused);
  });

  it('takes the link of the mail by its token, once', async () => {
    const { mail } = await codeFor('link@mail.example');
    const token = /\/sign-in#([\w-]+)/.exec(mail)![1]!;
    expect(await enter({ token })).toMatchObject({ status: 201 });
    expect(await enter({ token })).toMatchObject(refused);
  });

  it('refuses a wrong code, and the right one after five wrong ones', async () => {
    const { code } = await codeFor('tries@mail.example');
    for (let i = 0; i < 5; i += 1)
      expect(
        await enter({ email: 'tries@mail.example', code: code === '2222-2222' ? '3333-3333' : '2222-2222' }),
      ).toMatchObject(refused);
    expect(await enter({ email: 'tries@mail.example', code })).toMatchObject(refused);
  });

  it('refuses a code of another address, an older one, and one of ten minutes ago', async () => {
    const { code: first } = await codeFor('late@mail.example');
    const { code: second } = await codeFor('late@mail.example');
    expect(await enter({ email: 'other@mail.example', code: second })).toMatchObject(refused);
    expect(await enter({ email: 'late@mail.example', code: first })).toMatchObject(refused);
    world.advance({ minutes: 11 });
    expect(await enter({ email: 'late@mail.example', code: second })).toMatchObject(refused);
  });

  it('answers the same for an address it knows and for one it does not', async () => {
    await world.person('known').signsIn();
    const answers = await Promise.all(
      ['known', 'stranger'].map((name) => world.person('x').post('/auth/codes', { email: `${name}@mail.example` })),
    );
    const bare = answers.map(({ status, text, headers }) => ({
      status,
      text,
      headers: [...headers].filter(([name]) => name !== 'date'),
    }));
    expect(bare[0]).toEqual(bare[1]);
    const wrong = await Promise.all(
      ['known', 'stranger'].map((name) => enter({ email: `${name}@mail.example`, code: '2222-2222' })),
    );
    expect(
      wrong.map(({ status, body }) => ({ status, type: body['type'] as string, detail: body['detail'] as string }))[0],
    ).toEqual(
      wrong.map(({ status, body }) => ({ status, type: body['type'] as string, detail: body['detail'] as string }))[1],
    );
  });

  it('spends a code once, and counts each wrong one, however many are typed at the same moment', async () => {
    const { code } = await codeFor('race@mail.example');
    const answers = await Promise.all(Array.from({ length: 30 }, () => enter({ email: 'race@mail.example', code })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const { code: next } = await codeFor('race@mail.example');
    const wrong = await Promise.all(
      Array.from({ length: 20 }, () =>
        enter({ email: 'race@mail.example', code: next === '2222-2222' ? '3333-3333' : '2222-2222' }),
      ),
    );
    expect(wrong.every(({ status }) => status === 401)).toBe(true);
    expect(
      await world.query(
        'select tries from login_codes where used_at is null and expires_at > $1 order by made_at desc limit 1',
        [world.clock.now()],
      ),
    ).toEqual([{ tries: 5 }]);
    expect(await enter({ email: 'race@mail.example', code: next })).toMatchObject(refused);
  });

  it('takes a link only in the browser that asked for it; the code of the same mail works anywhere', async () => {
    const here = { cookie: `browser=${'h'.repeat(32)}` };
    const elsewhere = { cookie: `browser=${'e'.repeat(32)}` };
    const before = await world.mails();
    await world.person('x').post('/auth/codes', { email: 'bound@mail.example' }, here);
    const mail = await world.nextMail(before, 'bound@mail.example');
    const token = /\/sign-in#([\w-]+)/.exec(mail)![1]!;
    expect(await enter({ token }, elsewhere)).toMatchObject({
      status: 401,
      body: { type: '/problems/browser-differs' },
    });
    expect(await enter({ token })).toMatchObject({ status: 401, body: { type: '/problems/browser-differs' } });
    expect(await enter({ token }, here)).toMatchObject({ status: 201 });
    const { code } = await codeFor('bound@mail.example');
    expect(await enter({ email: 'bound@mail.example', code }, elsewhere)).toMatchObject({ status: 201 });
  });

  it('ends the session one came with, and its sockets', async () => {
    const ada = await world.person('rotating').signsIn();
    const old = ada.token!;
    const socket = await ada.listens();
    await ada.signsIn();
    expect(ada.token).not.toBe(old);
    expect(await world.person('x').get('/me', { authorization: `Bearer ${old}` })).toMatchObject({ status: 401 });
    await until('the socket to close', () => socket.disconnected);
    expect((await ada.get('/auth/sessions')).body['items']).toHaveLength(1);
  });

  it('asks strangers for a small proof of work while somebody guesses over all accounts, and links for nothing', async () => {
    const strict = await World.open({ RATE_LIMITS: 'on', VENUE_NETWORKS: '127.0.0.0/8' });
    try {
      const typed = (email: string, code: string): Promise<Answer> =>
        strict.person('x').post('/auth/sessions', { email, code });
      const mailTo = async (email: string): Promise<string> => {
        const before = await strict.mails();
        await strict.person('x').post('/auth/codes', { email });
        return strict.nextMail(before, email);
      };
      const [mail, other] = [await mailTo('calm@mail.example'), await mailTo('other@mail.example')];
      await strict.query(`insert into wrong_codes (minute, count) values ($1, ${WRONG_CODES_FREE - 1})`, [
        strict.clock.ago({ minutes: 5 }),
      ]);
      // Addresses without a live code have nothing to hit, and nothing is counted.
      expect(await typed('nobody@mail.example', '2222-2222')).toMatchObject(refused);
      strict.advance({ seconds: 2 });
      expect(
        await typed('other@mail.example', codeIn(other) === '2222-2222' ? '3333-3333' : '2222-2222'),
      ).toMatchObject(refused);
      strict.advance({ seconds: 2 });
      expect(await typed('calm@mail.example', codeIn(mail))).toMatchObject({
        status: 429,
        body: { type: '/problems/proof-required', bits: 16, seconds: 8 },
      });
      expect(
        await strict.person('x').post('/auth/sessions', { token: /\/sign-in#([\w-]+)/.exec(mail)![1] }),
      ).toMatchObject({ status: 201 });
      strict.advance({ minutes: 11 });
      expect(await typed('calm@mail.example', codeIn(await mailTo('calm@mail.example')))).toMatchObject({
        status: 201,
      });
    } finally {
      await strict.close();
    }
  });

  inLongForm('lets a whole venue in through one address, and slows one household down', async () => {
    const asked = async (settings: Record<string, string>): Promise<number> => {
      const strict = await World.open({ RATE_LIMITS: 'on', ...settings });
      try {
        const answers = await Promise.all(
          Array.from({ length: 245 }, (_, i) =>
            strict.person('x').post('/auth/codes', { email: `guest${i}@mail.example` }),
          ),
        );
        return answers.filter(({ status }) => status === 202).length;
      } finally {
        await strict.close();
      }
    };
    expect(await asked({})).toBe(240);
    expect(await asked({ VENUE_NETWORKS: '127.0.0.1/32' })).toBe(245);
  });

  it('keeps nothing of codes after a day, of sessions after thirty idle ones, of repeated writes after a day', async () => {
    const lasting = await World.open();
    try {
      const ada = await lasting.person('kept').signsIn();
      const olga = await lasting.person('olga').signsIn();
      const { slug, threadId } = await lasting.conference(olga);
      await ada.post(`/conferences/${slug}/personas`, { name: 'Ada' }, { 'idempotency-key': 'k' });
      await lasting
        .person('x')
        .post(`/threads/${threadId}/comments`, { body: 'Never confirmed', name: 'Guest', email: 'guest@mail.example' });
      const left = async (): Promise<number[]> => {
        await lasting.app.get(ForgetSignIns).forget();
        const counts = ['login_codes', 'pending_comments', 'write_keys', 'sessions'].map(
          async (table) => (await lasting.query<{ n: number }>(`select count(*)::int n from ${table}`))[0]!.n,
        );
        return Promise.all(counts);
      };
      expect(await left()).toEqual([3, 1, 1, 2]);
      lasting.advance({ hours: 23 });
      expect(await left()).toEqual([3, 1, 1, 2]);
      lasting.advance({ hours: 2 });
      expect(await left()).toEqual([0, 0, 0, 2]);
      await olga.get('/me');
      lasting.advance({ days: 29 });
      expect(await left()).toEqual([0, 0, 0, 1]);
    } finally {
      await lasting.close();
    }
  });

  it('slows down whoever asks or guesses too often', async () => {
    const strict = await World.open({ RATE_LIMITS: 'on' });
    try {
      const asked = [];
      for (let i = 0; i < 12; i += 1)
        asked.push(await strict.person('x').post('/auth/codes', { email: 'often@mail.example' }));
      expect(asked[0]!.status).toBe(202);
      expect(asked.at(-1)).toMatchObject({ status: 429, body: { type: '/problems/proof-required' } });
      expect(Number(asked.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await strict.close();
    }
  });
});

describe('a session', () => {
  it('is listed, and ends where it is ended', async () => {
    const here = await world.person('two').signsIn();
    const there = await world.person('two').signsIn();
    const { body } = await here.get('/auth/sessions');
    const items = body['items'] as { id: string; current: boolean }[];
    expect(items.map(({ current }) => String(current)).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'false',
      'true',
    ]);
    const stranger = await world.person('stranger2').signsIn();
    expect(await stranger.delete(`/auth/sessions/${items.find(({ current }) => !current)!.id}`)).toMatchObject({
      status: 404,
    });
    expect(await here.delete(`/auth/sessions/${items.find(({ current }) => !current)!.id}`)).toMatchObject({
      status: 204,
    });
    expect(await there.get('/me')).toMatchObject({ status: 401 });
    expect(await here.delete('/auth/sessions/current')).toMatchObject({ status: 204 });
    expect(await here.get('/me')).toMatchObject({ status: 401, body: { type: '/problems/session-required' } });
  });

  it('ends by itself after thirty days without use', async () => {
    const ada = await world.person('idle').signsIn();
    world.advance({ days: 29 });
    expect(await ada.get('/me')).toMatchObject({ status: 200 });
    world.advance({ days: 31 });
    expect(await ada.get('/me')).toMatchObject({ status: 401 });
  });

  it('ends a year after its sign-in, however much it is used; it says when', async () => {
    const ada = await world.person('yearly').signsIn();
    const ends = async (): Promise<string> =>
      ((await ada.get('/auth/sessions')).body['items'] as { expiresAt: string }[])[0]!.expiresAt;
    const dayIn = (days: number): string => world.clock.in({ days }).toISOString().slice(0, 10);
    expect((await ends()).slice(0, 10)).toBe(dayIn(30));
    for (let day = 0; day < 350; day += 25) {
      world.advance({ days: 25 });
      expect(await ada.get('/me')).toMatchObject({ status: 200 });
    }
    expect((await ends()).slice(0, 10)).toBe(dayIn(15));
    world.advance({ days: 16 });
    expect(await ada.get('/me')).toMatchObject({ status: 401 });
    await world.app.get(ForgetSignIns).forget();
    expect(await world.query('select from sessions where begun_at < $1', [world.clock.ago({ days: 365 })])).toEqual([]);
  });

  it('ends all others of its account with one request, and their sockets; it goes on itself, and so do strangers', async () => {
    const here = await world.person('several').signsIn();
    const there = await world.person('several').signsIn();
    const elsewhere = await world.person('several').signsIn();
    const stranger = await world.person('unconcerned').signsIn();
    const socket = await there.listens();
    expect(await here.delete('/auth/sessions')).toMatchObject({ status: 204 });
    await until('the socket to close', () => socket.disconnected);
    for (const gone of [there, elsewhere]) expect(await gone.get('/me')).toMatchObject({ status: 401 });
    for (const open of [here, stranger]) expect(await open.get('/me')).toMatchObject({ status: 200 });
    expect((await here.get('/auth/sessions')).body['items']).toHaveLength(1);
    expect(await world.person('x').delete('/auth/sessions')).toMatchObject({ status: 401 });
  });

  it.each([
    ['en', 'End all other sessions'],
    ['fr', 'Fermer toutes les autres sessions'],
  ])('ends all others by a button of its page, without a script (%s)', async (language, button) => {
    const here = await world.person(`paper-${language}`).signsIn();
    const there = await world.person(`paper-${language}`).signsIn();
    const cookie = { cookie: `session=${here.token}`, 'accept-language': language };
    expect((await here.get(`${world.base}/me`, cookie)).text).toContain(button);
    expect(
      await here.ask('POST', `${world.base}/me/sessions`, undefined, { ...cookie, origin: world.base }),
    ).toMatchObject({ status: 303 });
    expect(await there.get('/me')).toMatchObject({ status: 401 });
    expect((await here.get(`${world.base}/me`, cookie)).text).not.toContain(button);
  });

  it('is fresh for a quarter of an hour; what cannot be undone asks for one', async () => {
    const ada = await world.person('fresh').signsIn();
    const options = '/auth/passkeys/options';
    world.advance({ minutes: 14 });
    expect(await ada.post(options)).toMatchObject({ status: 200 });
    world.advance({ minutes: 2 });
    expect(await ada.post(options)).toMatchObject({
      status: 403,
      body: { type: '/problems/sign-in-stale', minutes: 15 },
    });
    expect(await ada.get('/auth/sessions')).toMatchObject({ status: 200 });
    expect(await world.person('x').post(options)).toMatchObject({ status: 401 });
    expect(await (await world.person('fresh').signsIn()).post(options)).toMatchObject({ status: 200 });
  });

  it('writes by cookie only from the pages of this site', async () => {
    const ada = await world.person('cookie').signsIn();
    const cookie = `session=${ada.token}`;
    const { slug } = await world.conference(await world.person('olga').signsIn());
    const persona = (origin: Record<string, string>): Promise<Answer> =>
      world.person('x').post(`/conferences/${slug}/personas`, { name: 'Ada' }, { cookie, ...origin });
    expect(await persona({})).toMatchObject({ status: 403, body: { type: '/problems/origin-foreign' } });
    expect(await persona({ origin: 'https://elsewhere.example' })).toMatchObject({ status: 403 });
    expect(await persona({ origin: 'null' })).toMatchObject({ status: 403 });
    expect(await persona({ origin: world.base })).toMatchObject({ status: 201 });
    expect(await world.person('x').get('/me', { cookie })).toMatchObject({ status: 200 });
  });

  it('opens no socket for a page of another site', async () => {
    const knock = (origin: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = openSocket(world.base, {
          transports: ['websocket'],
          reconnection: false,
          forceNew: true,
          extraHeaders: { origin },
        });
        world.sockets.push(socket);
        socket.on('connect', () => resolve('open'));
        socket.on('connect_error', () => resolve('refused'));
      });
    expect(await knock('https://elsewhere.example')).toBe('refused');
    expect(await knock(world.base)).toBe('open');
  });

  it('that has ended takes its sockets with it', async () => {
    const ada = await world.person('leaving').signsIn();
    const socket = await ada.listens();
    const told = new Promise((resolve) => {
      socket.on('session:ended', () => resolve(true));
    });
    await ada.delete('/auth/sessions/current');
    expect(await told).toBe(true);
    await until('the socket to close', () => socket.disconnected);
  });
});

describe('an address', () => {
  it('is shown masked to its owner, and stands nowhere in the database', async () => {
    const ada = await world.person('hidden.away').signsIn();
    expect((await ada.get('/me')).body).toMatchObject({ emailMasked: 'h•••@mail.example' });
    const tables = await world.query<{ name: string }>(
      `select table_name name from information_schema.tables where table_schema = 'public'`,
    );
    for (const { name } of tables)
      expect(JSON.stringify(await world.query(`select t::text from "${name}" t`))).not.toMatch(/hidden\.away/);
  });
});

describe('a mail', () => {
  it('leaves by SMTP to the address that was typed and to no other, with the code in its text part', async () => {
    const received: { to: string[]; mail: ParsedMail }[] = [];
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const take = async (): Promise<void> => {
          received.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            mail: await simpleParser(stream),
          });
          done();
        };
        void take();
      },
    });
    await new Promise<void>((resolve) => {
      smtp.listen(0, '127.0.0.1', resolve);
    });
    const { port } = smtp.server.address() as { port: number };
    const mailing = await World.open({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'The forum <forum@mail.example>',
    });
    try {
      await mailing.person('x').post('/auth/codes', { email: 'ada@mail.example' }, { 'accept-language': 'fr' });
      const [{ to, mail }] = await until('the mail', () =>
        received.length > 0 ? (received as [(typeof received)[0]]) : null,
      );
      expect(to).toEqual(['ada@mail.example']);
      expect(mail.from?.text).toContain('forum@mail.example');
      expect(mail.subject).toBe('Votre code de connexion');
      const code = /\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b/.exec(mail.text ?? '')?.[0];
      expect(await mailing.person('x').post('/auth/sessions', { email: 'ada@mail.example', code })).toMatchObject({
        status: 201,
      });
      expect(await mailing.mails()).toEqual([]);
    } finally {
      await mailing.close();
      await new Promise<void>((resolve) => {
        smtp.close(resolve);
      });
    }
  });

  it('is a file for whoever has no mail server, readable by the owner of the machine alone', async () => {
    const before = await world.mails();
    await world.person('x').post('/auth/codes', { email: 'file@mail.example' });
    await world.nextMail(before, 'file@mail.example');
    const [name] = (await world.mails()).filter((each) => !before.includes(each));
    expect(name).toMatch(/^[\w.-]+\.eml$/);
    expect((await readFile(path.join(world.dataDir, 'outbox', name!), 'utf8')).split('\r\n').length).toBeGreaterThan(5);
  });
});
