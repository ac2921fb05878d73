import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, existsSync } from 'node:fs';
import pg from 'pg';
import { openSocket } from '../support/api/recorder.ts';
import { until, World, type Json, type Person } from '../support/world.ts';
import { expectInvalid, faultsOf, sends, type AnyAnswer } from './answers.ts';
import { attemptsAt, type FieldAttempt } from './any-field.ts';

const SEED = 20_120_411;

let world: World;
let olga: Person;
let slug: string;
let threadId: string;
let commentId: string;
let talkId: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  await olga.calledIn(slug, 'Olga');
  commentId = (await olga.says(threadId, 'What the fields are about'))['id'] as string;
  talkId = (await addsTalk({ slug: 'a-talk', title: 'A talk' })).body['id'] as string;
});
afterAll(() => world.close());

const page = (path: string): Promise<AnyAnswer> =>
  sends(world.person('reader'), 'GET', path, { headers: { accept: 'text/html' } });
const addsTalk = (talk: Json): Promise<AnyAnswer> => olga.post(`/admin/conferences/${slug}/talks`, talk);

function expectRefused({ status, body }: AnyAnswer, expected: number, type: string): void {
  expect({ status, type: body['type'] }).toEqual({ status: expected, type: `/problems/${type}` });
}

describe('the files of the build', () => {
  it('are served but for notes of the build, hidden files and maps, however their names are spelled', async () => {
    const folder = 'dist/public';
    if (!existsSync(folder)) throw new Error('There is no build to ask for: run npm run build first.');
    const [script] = readdirSync(folder).filter((name) => /^client-.*\.js$/.test(name));
    expect((await sends(olga, 'GET', `/assets/${script}`)).status).toBe(200);
    const hidden = [
      '.vite/manifest.json',
      '.vite/',
      '.vite',
      '%2evite/manifest.json',
      '.%76ite/manifest.json',
      './.vite/manifest.json',
      '.vite%2fmanifest.json',
      '.env',
      `${script}.map`,
      `${script}.map.gz`,
    ];
    for (const name of hidden) {
      const { status } = await sends(olga, 'GET', `/assets/${name}`);
      expect({ name, status }).toEqual({ name, status: 404 });
    }
  });
});

describe('a socket', () => {
  const opens = (namespace: string, transport: 'polling' | 'websocket'): Promise<string> =>
    new Promise((resolve) => {
      const socket = openSocket(
        world.base,
        { transports: [transport], forceNew: true, reconnection: false },
        namespace,
      );
      world.sockets.push(socket);
      socket.on('connect', () => resolve('let in')).on('connect_error', (error) => resolve(error.message));
    });

  it.each(['polling', 'websocket'] as const)('is let into /live and nowhere else, by %s', async (transport) => {
    expect(await opens('/live', transport)).toBe('let in');
    for (const namespace of ['', '/', '/?x=1', '/live2', '/live/', '/%6cive', '/admin', '/.*', '/^live']) {
      const said = await opens(namespace, transport);
      expect({ namespace, said }).toEqual({ namespace, said: 'Invalid namespace' });
    }
  });
});

describe('a path that is spelled in another way', () => {
  const spellings = ['/api', '/%61pi', '/a%70%69', '/%61%70%69'];

  it.each(spellings)('is guarded as the route it leads to: %s', async (api) => {
    const asks = (method: string, path: string, sent: { body?: string; headers?: Record<string, string> } = {}) =>
      sends(world.person('nobody'), method, `${api}/v1${path}`, sent);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const typed = await asks('POST', '/auth/codes', { body: 'email=a%40mail.example', headers: form });
    expect(faultsOf(typed, 415)).toEqual([]);
    expectInvalid(await asks('GET', `/conferences/${slug}?surprise=1`), '#/query/surprise');
    // A program is answered as a program, whatever it would also like to have.
    const absent = await asks('GET', '/conferences/none-of-that-name', { headers: { accept: 'text/html' } });
    expect(faultsOf(absent, 404)).toEqual([]);
    const comments = `/threads/${threadId}/comments`;
    const foreign = { origin: 'https://evil.example', cookie: `session=${olga.token}` };
    const forged = await asks('POST', comments, { body: '{"body":"From another site"}', headers: foreign });
    expect(faultsOf(forged, 403)).toEqual([]);
    expect(faultsOf(await asks('GET', '/me'), 401)).toEqual([]);
    const packed = await asks('POST', comments, { body: 'packed', headers: { 'content-encoding': 'gzip' } });
    expect(faultsOf(packed, 415)).toEqual([]);
  });

  it('leads to a page of this site only, whatever browsers make of a backslash', async () => {
    const odd = ['/\\', '/\\\\', '/\\evil.example', '/\\/evil.example', '/%5Cevil.example', '/c\\x', '/api\\v1'];
    for (const path of [...odd, '/privacy?next=/\\evil.example']) {
      const { status, text } = await page(path);
      expect({ path, status }).toEqual({ path, status: path.startsWith('/privacy') ? 200 : 404 });
      expect(text).not.toMatch(/(?:href|action)="(?:\/[\\/]|[\\])/);
    }
  });
});

describe('a request that nobody would make', () => {
  it('asks for what no text can hold: there is no such page, and no such field', async () => {
    for (const field of ['room', 'day', 'track', 'speaker', 'q', 'cursor', 'sort', 'next', 'comment', 'lang']) {
      for (const path of ['/', `/c/${slug}`, `/c/${slug}/t/hallway`, `/c/${slug}/ledger`]) {
        const { status } = await page(`${path}?${field}=%00`);
        expect({ path, field, status }).toEqual({ path, field, status: 404 });
      }
    }
    expectInvalid(await olga.get(`/conferences/${slug}/search?q=a%00b`), '#/query/q');
    const talk = { slug: 'two', title: 'T', speakers: [{ name: 'A\0' }] };
    expectInvalid(await addsTalk(talk), '#/speakers/0/name');
    expectInvalid(await olga.patch('/me', { locale: 'fr\ud800' }), '#/locale');
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: world.base };
    const form = await sends(olga, 'POST', `/c/${slug}/t/hallway`, { body: 'body=a%00b', headers });
    expect(form.status).toBeLessThan(500);
  });

  it.each([
    '2026-W48',
    '2026-335',
    '2026-05-02',
    '2026-02-31T10:00:00Z',
    '2026-05-02T25:00:00Z',
    '2026-05-02T10:00:00',
    '9999-12-31T23:59:59-14:00',
    '0000-05-02T10:00:00Z',
    '2026-05-02T10:00:00+99:00',
    'now',
  ])('names a time that is none: %s', async (time) => {
    const persona = ((await olga.get('/me')).body['personas'] as Json[])[0]!['id'] as string;
    const slowMode = { interval: 60, reason: 'Slowly', until: time };
    expectInvalid(await addsTalk({ slug: 'odd-time', title: 'T', startsAt: time }), '#/startsAt');
    expectInvalid(await olga.patch(`/admin/threads/${threadId}`, { slowMode }), '#/slowMode/until');
    expectInvalid(await olga.patch(`/admin/threads/${threadId}`, { phases: { opensAt: time } }), '#/phases/opensAt');
    const changed = await olga.patch(`/admin/conferences/${slug}`, { settings: { slowMode } });
    expectInvalid(changed, '#/settings/slowMode/until');
    const mute = { kind: 'mute', rule: 'spam', reason: 'A reason', until: time };
    const sanction = await olga.post(`/admin/personas/${persona}/sanctions`, mute);
    expect(sanction.status).toBeGreaterThanOrEqual(400);
    expect(sanction.status).toBeLessThan(500);
  });

  it('brings a programme that is one text of 9 MB', async () => {
    const body = JSON.stringify('x'.repeat(9 * 1024 * 1024));
    const answer = await sends(olga, 'POST', `/api/v1/admin/conferences/${slug}/imports`, { body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('two who want the same name at once', () => {
  /** Somebody who has written a name, and has not finished when the other looks. */
  async function writtenAMomentEarlier(
    sql: string,
    values: unknown[],
    other: () => Promise<AnyAnswer>,
  ): Promise<AnyAnswer> {
    const first = new pg.Client({ connectionString: world.databaseUrl });
    await first.connect();
    try {
      await first.query('begin');
      await first.query(sql, values);
      const second = other();
      const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      await until('the second to wait for the first', async () => (await world.query(waiting)).length > 0);
      await first.query('commit');
      return await second;
    } finally {
      await first.end();
    }
  }

  it('are told that it is taken, whichever of them is second', async () => {
    const own = await world.conference(olga);
    const renamed = await writtenAMomentEarlier(
      'update conferences set slug = $2 where slug = $1',
      [own.slug, 'wanted'],
      () => olga.patch(`/admin/conferences/${slug}`, { slug: 'wanted' }),
    );
    expectRefused(renamed, 409, 'slug-taken');
    const rename = `update talks set slug = $2, guid = $3 where id = $1`;
    const other = await addsTalk({ slug: 'other', title: 'Other' });
    const id = other.body['id'] as string;
    const talk = await writtenAMomentEarlier(rename, [id, 'wanted-talk', 'some-guid'], () =>
      addsTalk({ slug: 'wanted-talk', title: 'T' }),
    );
    expectRefused(talk, 409, 'slug-taken');
    const guid = await writtenAMomentEarlier(rename, [id, 'wanted-talk', 'wanted-guid'], () =>
      addsTalk({ slug: 'yet-another', guid: 'wanted-guid', title: 'T' }),
    );
    expectRefused(guid, 409, 'talk-guid-taken');
  });

  it('are both answered, one with success', async () => {
    const places = await Promise.all([1, 2, 3, 4].map(() => world.conference(olga)));
    const answers = await Promise.all(
      places.map((place) => olga.patch(`/admin/conferences/${place.slug}`, { slug: 'contested' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  });
});

describe('every field of the API document', () => {
  it('holds anything at all without one answer of 5xx', async () => {
    const document = (await olga.get('/openapi.json')).body;
    const ids = {
      conference: slug,
      slug,
      thread: threadId,
      threadId,
      comment: commentId,
      commentId,
      id: commentId,
      talk: talkId,
      talkId,
    };
    const attempts = attemptsAt(document, ids, SEED);
    expect(attempts.length).toBeGreaterThan(500);
    const eve = await (await world.person('eve').signsIn()).calledIn(slug, 'Eve');
    const wrong: string[] = [];
    // Attempts that end a session or an account are made by one who is not needed afterwards.
    const who = ({ path }: FieldAttempt): Person => (/\/(me|auth)\b/.test(path) ? eve : olga);
    for (let i = 0; i < attempts.length; i += 16) {
      await Promise.all(
        attempts.slice(i, i + 16).map(async (attempt) => {
          const body = attempt.body === undefined ? '' : JSON.stringify(attempt.body);
          const { status, text } = await sends(who(attempt), attempt.method, attempt.path, { body });
          const what = `${attempt.method} ${attempt.path.slice(0, 90)} ${attempt.about}`;
          if (status >= 500 && status !== 503) wrong.push(`${what}: ${status} ${text.slice(0, 100)}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
    expect((await fetch(`${world.base}/health/ready`)).status).toBe(200);
  });
});
