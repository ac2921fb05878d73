import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import { ACCOUNT_WRITES, NETWORK_WRITES } from '../../src/sessions/write-limits.ts';
import { isFullForm } from '../support/form.ts';
import { codeIn, Person, until, World, type Answer } from '../support/world.ts';

const HOME = '198.51.100.7';
const NETWORKS = 1_000;
/** More than the thousand after which strangers pay for a try. */
const TRIES = isFullForm ? 10_000 : 1_200;
const AT_ONCE = 40;
/** Of a household that was refused often, which waits up to a second for each answer. */
const WAITING_AT_ONCE = 400;

let world: World;
beforeAll(async () => {
  world = await World.open({ RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => world.close());

type HeaderFields = Record<string, string>;

const from = (ip: string, more: HeaderFields = {}): HeaderFields => ({ 'x-forwarded-for': ip, ...more });
const network = (n: number): string => `10.${n >> 8}.${n & 255}.9`;
const asks = (email: string, headers: HeaderFields): Promise<Answer> =>
  world.person('x').post('/auth/codes', { email }, headers);
const types = (email: string, code: string, headers: HeaderFields): Promise<Answer> =>
  world.person('x').post('/auth/sessions', { email, code }, headers);
const wrong = (n: number): string => `${'23456789'[n & 7]}222-${'ABCDEFGH'[(n >> 3) & 7]}222`;
const isProofAsked = ({ body }: Answer): boolean => body['type'] === '/problems/proof-required';

/** Does many things, some at once. */
async function many(count: number, work: (n: number) => Promise<void>, atOnce = AT_ONCE): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) await work(next++);
    }),
  );
}

/**
 * The solution of a program that reads the problem document: a number whose hash begins with zeros. Throws for an
 * answer that asks for no proof, which no number would solve.
 */
function solved({ status, body }: Answer): HeaderFields {
  if (typeof body['bits'] !== 'number') throw new Error(`no proof is asked for by an answer of ${status}`);
  const [challenge, bits] = [body['challenge'] as string, body['bits'] as number];
  for (let n = 0; ; n += 1) {
    if (hash('sha256', `${challenge}.${n}`, 'buffer').readUInt32BE(0) >>> (32 - bits) === 0)
      return { 'sign-in-proof': `${challenge}.${n}` };
  }
}

/** Makes a request as an honest program does: at most one proof of work, when it is asked for. */
async function honestly(
  request: (headers: HeaderFields) => Promise<Answer>,
  headers: HeaderFields,
): Promise<{ answer: Answer; proofs: number }> {
  const first = await request(headers);
  if (!isProofAsked(first)) return { answer: first, proofs: 0 };
  return { answer: await request({ ...headers, ...solved(first) }), proofs: 1 };
}

async function tokenOf(email: string): Promise<string> {
  const code = await codeFor(email, from(HOME));
  const { answer } = await honestly((all) => types(email, code, all), from(HOME));
  return answer.body['token'] as string;
}

async function codeFor(email: string, headers: HeaderFields): Promise<string> {
  const before = await world.mails();
  const { answer } = await honestly((all) => asks(email, all), headers);
  expect(answer.status).toBe(202);
  return codeIn(await world.nextMail(before, email));
}

describe('thousands of wrong codes from a thousand networks', () => {
  it('keep nobody out: somebody new signs in with at most one proof of work a step', async () => {
    const code = await codeFor('honest@mail.example', from(HOME));
    const statuses = new Set<number>();
    await many(TRIES, async (n) => {
      const { status, headers } = await types('honest@mail.example', wrong(n), from(network(n % NETWORKS)));
      // A database that is behind may say so; whoever asks is told when to come back.
      statuses.add(status === 503 && headers.has('retry-after') ? 429 : status);
    });
    expect([...statuses].filter((status) => status !== 401 && status !== 429)).toEqual([]);
    const { answer, proofs } = await honestly((all) => types('honest@mail.example', code, all), from(HOME));
    expect({ status: answer.status, isCheap: proofs <= 1 }).toEqual({ status: 201, isCheap: true });
  }, 600_000);

  it('against codes that could be hit make strangers pay for each further try, and the honest once', async () => {
    const mine = await codeFor('visitor@mail.example', from(HOME));
    // Two hundred and fifty codes of the attacker's own, five tries each: more than are free.
    await many(250, async (n) => {
      expect(await asks(`bait${n}@mail.example`, from(network(n)))).toMatchObject({ status: 202 });
      for (let i = 0; i < 5; i += 1) await types(`bait${n}@mail.example`, wrong(i), from(network(n)));
    });
    world.advance({ seconds: 2 });
    const stranger = await types('bait0@mail.example', '2222-2222', from(network(900)));
    expect(stranger).toMatchObject({
      status: 429,
      body: { type: '/problems/proof-required', challenge: expect.any(String), bits: expect.any(Number), seconds: 8 },
    });
    expect(stranger.headers.get('retry-after')).toBe('8');
    const { answer, proofs } = await honestly((all) => types('visitor@mail.example', mine, all), from(HOME));
    expect({ status: answer.status, proofs }).toEqual({ status: 201, proofs: 1 });
  }, 600_000);

  it('leave a known browser, an open session, a link and a passkey free of proofs', async () => {
    const code = await codeFor('known@mail.example', from(HOME));
    const { answer } = await honestly((all) => types('known@mail.example', code, all), from(HOME));
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('known='))!;
    expect(cookie).toMatch(/^known=[\w-]{22}\.\d+-[\w-]{22}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    const known = { cookie: cookie.split(';')[0]! };
    expect(await types('known@mail.example', '2222-2222', from('203.0.113.5', known))).toMatchObject({ status: 401 });
    const session = { authorization: `Bearer ${answer.body['token'] as string}` };
    expect(await types('known@mail.example', '2222-2222', from('203.0.113.6', session))).toMatchObject({ status: 401 });
    // Neither says anything about another address, and a cookie of one's own making says nothing at all.
    for (const headers of [known, session, { cookie: `known=${'a'.repeat(22)}.99999-${'b'.repeat(22)}` }]) {
      expect(isProofAsked(await types('stranger@mail.example', '2222-2222', from('203.0.113.7', headers)))).toBe(true);
    }
    const before = await world.mails();
    expect(await asks('known@mail.example', from('203.0.113.5', known))).toMatchObject({ status: 202 });
    const token = /\/sign-in#([\w-]+)/.exec(await world.nextMail(before, 'known@mail.example'))![1];
    expect(await world.person('x').post('/auth/sessions', { token }, from('203.0.113.8'))).toMatchObject({
      status: 201,
    });
    const owner = world.person('known');
    owner.token = answer.body['token'] as string;
    expect(await owner.post('/auth/passkeys/options', {}, from(network(1)))).toMatchObject({ status: 200 });
    expect(await world.person('x').post('/auth/passkeys/challenges', {}, from(network(1)))).toMatchObject({
      status: 200,
    });
  });
});

describe('a proof of work', () => {
  const demanded = (email: string, headers: HeaderFields): Promise<Answer> => types(email, '2222-2222', headers);

  it('is good once, for one address and one step, and for five minutes', async () => {
    const proof = solved(await demanded('once@mail.example', from(HOME)));
    expect(isProofAsked(await demanded('twice@mail.example', from(HOME, proof)))).toBe(true);
    expect(await demanded('once@mail.example', from(HOME, proof))).toMatchObject({ status: 401 });
    expect(isProofAsked(await demanded('once@mail.example', from(HOME, proof)))).toBe(true);
    const late = solved(await demanded('once@mail.example', from(HOME)));
    world.advance({ minutes: 5, seconds: 1 });
    expect(isProofAsked(await demanded('once@mail.example', from(HOME, late)))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['words', 'let me in'],
    ['a challenge of its own making', `abc.0.${'x'.repeat(16)}.${'y'.repeat(43)}.1`],
    ['much', 'z'.repeat(5_000)],
  ])('is not %s', async (_what, proof) => {
    expect(
      isProofAsked(await demanded('none@mail.example', from(HOME, proof === '' ? {} : { 'sign-in-proof': proof }))),
    ).toBe(true);
  });

  it('may be waited out instead: the same challenge is good after its seconds, and not before', async () => {
    const asked = await demanded('patient@mail.example', from(HOME));
    const waiting = { 'sign-in-proof': asked.body['challenge'] as string };
    const early = await demanded('patient@mail.example', from(HOME, waiting));
    expect(early.body).toMatchObject({ type: '/problems/proof-required', challenge: asked.body['challenge'] });
    world.advance({ seconds: 9 });
    expect(await demanded('patient@mail.example', from(HOME, waiting))).toMatchObject({ status: 401 });
  });

  it('is not waited out by the thousand: a network waits ten times in ten minutes', async () => {
    const challenges: string[] = [];
    for (let i = 0; i < 12; i += 1)
      challenges.push((await demanded(`wait${i}@mail.example`, from('192.0.2.1'))).body['challenge'] as string);
    world.advance({ seconds: 9 });
    const answers: Answer[] = [];
    for (const [i, challenge] of challenges.entries())
      answers.push(await demanded(`wait${i}@mail.example`, from('192.0.2.1', { 'sign-in-proof': challenge })));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });
});

describe('somebody who asks for codes in another’s name', () => {
  beforeAll(() => {
    world.advance({ minutes: 11 });
  });

  it('stops nobody: the owner has a code from another network, and it is not voided by later ones', async () => {
    for (let i = 0; i < 5; i += 1)
      expect(await asks('victim@mail.example', from('192.0.2.66'))).toMatchObject({ status: 202 });
    expect(isProofAsked(await asks('victim@mail.example', from('192.0.2.66')))).toBe(true);
    // So that the next e-mail is the owner's.
    await until(
      'the stranger’s e-mails',
      async () =>
        (
          await world.query('select from login_codes where letter_left_at is null and expires_at > $1', [
            world.clock.now(),
          ])
        ).length === 0,
    );
    const code = await codeFor('victim@mail.example', from(HOME));
    const again = await asks('victim@mail.example', from('192.0.2.67'));
    expect(again).toMatchObject({ status: 202 });
    for (let i = 0; i < 10; i += 1) await types('victim@mail.example', wrong(i), from('192.0.2.67'));
    expect(await types('victim@mail.example', code, from(HOME))).toMatchObject({ status: 201 });
  });

  it('pays for each e-mail above fifteen, and has fifteen at most from one household', async () => {
    let taken = 0;
    for (let i = 0; i < 20; i += 1) if ((await asks('crowd@mail.example', from(network(i)))).status === 202) taken += 1;
    expect(taken).toBe(15);
    expect((await honestly((all) => asks('crowd@mail.example', all), from(HOME))).answer).toMatchObject({
      status: 202,
    });
    const statuses: number[] = [];
    for (let i = 0; i < 16; i += 1)
      statuses.push((await honestly((all) => asks('single@mail.example', all), from('192.0.2.99'))).answer.status);
    expect(statuses).toEqual([...Array<number>(15).fill(202), 429]);
    const refusal = await asks('single@mail.example', from('192.0.2.99'));
    expect(refusal).toMatchObject({ status: 429, body: { type: '/problems/too-many-requests' } });
    expect((await honestly((all) => asks('single@mail.example', all), from(HOME))).answer).toMatchObject({
      status: 202,
    });
  });

  it('gains nothing by renting many networks of IPv6, which count together as a /56 and a /48', async () => {
    let free = 0;
    for (let i = 0; i < 250; i += 1)
      if ((await asks(`six${i}@mail.example`, from(`2001:db8:1:${i.toString(16)}::1`))).status === 202) free += 1;
    expect(free).toBe(240);
  });
});

describe('a flood of writes without a session from one’s own household', () => {
  const NEIGHBOUR = '192.0.2.140';
  const isLimited = ({ status, body }: Answer): boolean =>
    status === 429 && body['type'] === '/problems/too-many-requests';
  let browser: HeaderFields;
  let token: string;

  beforeAll(async () => {
    world.advance({ minutes: 11 });
    const code = await codeFor('home@mail.example', from(NEIGHBOUR));
    const { answer } = await honestly((all) => types('home@mail.example', code, all), from(NEIGHBOUR));
    token = answer.body['token'] as string;
    browser = {
      cookie: answer.headers
        .getSetCookie()
        .find((each) => each.startsWith('known='))!
        .split(';')[0]!,
    };
    await many(
      NETWORK_WRITES[1]!.writes,
      async () => {
        await world.person('x').ask('DELETE', `${world.base}/api/v1/comments/x/vote`, undefined, from(NEIGHBOUR));
      },
      WAITING_AT_ONCE,
    );
    expect(isLimited(await asks('new@mail.example', from(NEIGHBOUR)))).toBe(true);
  }, 300_000);

  it('keeps out no browser in which somebody signed in before: code, link, page and passkey', async () => {
    const known = from(NEIGHBOUR, browser);
    const code = await codeFor('home@mail.example', known);
    expect(await types('home@mail.example', code, known)).toMatchObject({ status: 201 });
    expect(await world.person('x').post('/auth/passkeys/challenges', {}, known)).toMatchObject({ status: 200 });
    expect(await world.person('x').post('/auth/passkeys/sessions', {}, known)).toMatchObject({ status: 422 });
    const page = await fetch(`${world.base}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...known },
      body: new URLSearchParams({ email: 'home@mail.example' }),
    });
    expect(page.status).toBe(200);
  });

  it('keeps no open session from writing or signing in anew', async () => {
    const session = from(NEIGHBOUR, { authorization: `Bearer ${token}` });
    expect(await asks('home@mail.example', session)).toMatchObject({ status: 202 });
    expect((await world.person('x').get('/me', session)).status).toBe(200);
  });

  it('is not let through by a name that this forum did not give, and by a given one only to the entrances', async () => {
    const name = browser['cookie']!.slice('known='.length, 'known='.length + 22);
    for (const forged of ['a'.repeat(22), `${name.slice(0, 21)}${name.endsWith('a') ? 'b' : 'a'}`]) {
      const cookie = `known=${forged}.99999-${'b'.repeat(22)}`;
      expect(isLimited(await asks('home@mail.example', from(NEIGHBOUR, { cookie })))).toBe(true);
    }
    expect(isLimited(await world.person('x').post('/comments/x/reports', {}, from(NEIGHBOUR, browser)))).toBe(true);
  });

  it('is not let through by a given name without end', async () => {
    await many(
      ACCOUNT_WRITES[0]!.writes,
      async () => {
        await asks('home@mail.example', from(NEIGHBOUR, browser));
      },
      WAITING_AT_ONCE,
    );
    expect(isLimited(await asks('home@mail.example', from(NEIGHBOUR, browser)))).toBe(true);
  });
});

describe('a page without a script', () => {
  const form = (
    fields: HeaderFields,
    headers: HeaderFields,
  ): Promise<{ status: number; text: string; cookies: string[] }> =>
    fetch(`${world.base}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
      body: new URLSearchParams(fields),
    }).then(async (response) => ({
      status: response.status,
      text: await response.text(),
      cookies: response.headers.getSetCookie(),
    }));
  const hidden = (text: string): HeaderFields =>
    Object.fromEntries(
      [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!.replaceAll('&amp;', '&'),
      ]),
    );

  it.each([
    ['en', 'Please wait'],
    ['fr', 'Patientez'],
  ])('waits some seconds, then goes on by a button, and shows no address (%s)', async (language, words) => {
    world.advance({ minutes: 11 });
    const email = `paper.${language}@mail.example`;
    const headers = from(HOME, { 'accept-language': language });
    const code = await codeFor(email, from(HOME));
    await world.query(
      'insert into wrong_codes (minute, count) values ($1, 2000) on conflict (minute) do update set count = 2000',
      [world.clock.ago({ minutes: 1 })],
    );
    world.advance({ seconds: 2 });
    const waiting = await form({ email, code, next: '/me' }, headers);
    expect(waiting.status).toBe(429);
    expect(waiting.text).toContain(words);
    expect(waiting.text).not.toContain(`paper.${language}`);
    const fields = hidden(waiting.text);
    expect(Object.keys(fields).toSorted((a, b) => a.localeCompare(b))).toEqual(['code', 'next', 'proof', 'wrapped']);
    const early = await form(fields, headers);
    expect({ status: early.status, proof: hidden(early.text)['proof'] }).toEqual({
      status: 429,
      proof: fields['proof'],
    });
    world.advance({ seconds: 9 });
    const entered = await form(hidden(early.text), headers);
    expect(entered.status).toBe(303);
    expect(entered.cookies.some((cookie) => cookie.startsWith('session='))).toBe(true);
  });

  it('keeps what a guest wrote, and takes it after the wait', async () => {
    const olga = new Person(world, 'olga@mail.example', await tokenOf('olga@mail.example'));
    const { slug } = await world.conference(olga);
    const write = (fields: HeaderFields): Promise<Response> =>
      fetch(`${world.base}/c/${slug}/t/hallway`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...from('192.0.2.120') },
        body: new URLSearchParams(fields),
      });
    const words = { body: 'Written while many wrote', name: 'A guest', email: 'guest@mail.example' };
    for (let i = 0; i < 5; i += 1) expect((await write({ ...words, body: `Comment number ${i}` })).status).toBe(202);
    const refusal = await write(words);
    const page = await refusal.text();
    expect({ status: refusal.status, keeps: page.includes(words.body), shows: page.includes(words.email) }).toEqual({
      status: 429,
      keeps: true,
      shows: false,
    });
    world.advance({ seconds: 9 });
    expect((await write({ ...words, ...hidden(page) })).status).toBe(202);
  });

  it('takes no address that this forum did not wrap', async () => {
    for (const wrapped of ['x', 'AAAA.first', `${Buffer.alloc(60).toString('base64url')}.first`])
      expect((await form({ wrapped, code: '2222-2222' }, from(HOME))).status).toBe(422);
  });
});
