import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { encodeCursor } from '../../src/kernel/cursor.ts';
import { isSampled } from '../support/form.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { expectInvalid, faults, faultsOf, sends, sendsBytes, wordsOf, type AnyAnswer } from './answers.ts';
import {
  and,
  BAD,
  FORM_FIELDS,
  named,
  NO_HTTP,
  ODD_IDS,
  PAGE_FIELDS,
  PAGE_VALUES,
  pagesOf,
  readings,
  things,
  tries,
  type ThingKind,
} from './routes.ts';

let world: World;
let olga: Person;
let ada: Person;
let bob: Person;
let visitor: Person;
let slug: string;
let threadId: string;
let talkId: string;
let said: Json;
let persona: string;
let screened: { slug: string; threadId: string };
let held: Json;

beforeAll(async () => {
  world = await World.open();
  [olga, ada, bob, visitor] = [
    await world.person('olga').signsIn(),
    await world.person('ada').signsIn(),
    await world.person('bob').signsIn(),
    world.person('nobody'),
  ];
  ({ slug, threadId } = await world.conference(olga));
  screened = await world.conference(olga, { settings: { screening: 'first' } });
  for (const place of [slug, screened.slug])
    await Promise.all([ada.calledIn(place, 'Ada'), bob.calledIn(place, 'Bob')]);
  talkId = (
    await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'talk',
      title: 'A talk',
      startsAt: world.clock.now().toISOString(),
      speakers: [{ name: 'Ada' }],
    })
  ).body['id'] as string;
  said = await ada.says(threadId, 'What everybody may read');
  persona = said['author'].id as string;
  held = await ada.says(screened.threadId, 'What nobody may read yet');
});
afterEach(async () => expect((await fetch(`${world.base}/health/ready`)).status).toBe(200));
afterAll(() => world.close());

const lists = (): [path: string, ...names: string[]][] =>
  readings({ slug, threadId, talkId, commentId: said['id'] as string });

describe('asking for what is not there', () => {
  it('is answered 404 whatever the path plays at', async () => {
    const paths = [
      '/nothing',
      '/api/nothing',
      '/api/v1',
      '/api/v1/',
      '/api/v1/nothing',
      '/api/v1//threads',
      '//api/v1/conferences',
      '/api//v1/conferences',
      '/API/v1/conferences',
      '/api/v1/Conferences',
      '/api/v1/conferences;x=1',
      '/api/v1/conferences%20',
      '/api/v1/conferences%2F',
      '/api/v1/threads/%2e%2e/conferences',
      '/api/v1/threads/../conferences',
      '/api/v1/../v1/conferences',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2fpackage.json',
      '/assets/../../package.json',
      '/assets/%2e%2e%2fpackage.json',
      '/api/..%2f..%2fpackage.json',
      '/avatars/..%2f..%2fx.svg',
      '/..\\..\\package.json',
      '/api/v1/conferences/%00',
      '/api/v1/conferences/x%00y',
      '/api/v1/conferences/%',
      '/api/v1/conferences/%ff',
      '/api/v1/conferences/%c0%ae',
      '/api/v1/conferences/%ed%a0%80',
      '/api/v1/conferences/%252e%252e',
      '/api/v1/conferences/__proto__',
      '/api/v1/conferences/constructor',
      '/problems/constructor',
      '/problems/__proto__',
      `/api/v1/conferences/${'x'.repeat(301)}`,
      `/${'x'.repeat(5_000)}`,
      `/${'x/'.repeat(5_000)}`,
      `/api/v1/conferences?limit=${'1'.repeat(5_000)}`,
      '/.env',
      '/.git/config',
      '/package.json',
      '/src/start/main.ts',
      '/health',
      '/api/v1/openapi.json/x',
      "/api/v1/conferences/'%20or%201=1--",
      '*',
      '/api/v1/conferences/:conference',
    ];
    expect(await faults(paths.map((path) => [path.slice(0, 60), () => sends(ada, 'GET', path), 404]))).toEqual([]);
  });

  it('is answered 404 or 405 when the method is not for that path', async () => {
    const c = `/api/v1/conferences/${slug}`;
    const t = `/api/v1/threads/${threadId}`;
    const wrong = [
      ['DELETE', c],
      ['PUT', c],
      ['PATCH', c],
      ['POST', c],
      ['POST', '/api/v1/conferences'],
      ['DELETE', t],
      ['POST', t],
      ['PUT', `${t}/comments`],
      ['DELETE', `${t}/comments`],
      ['POST', `${t}/changes`],
      ['GET', '/api/v1/auth/codes'],
      ['PUT', '/api/v1/auth/sessions'],
      ['GET', '/api/v1/claims'],
      ['PUT', '/api/v1/me'],
      ['GET', `/api/v1/comments/${said['id']}/vote`],
      ['POST', `/api/v1/comments/${said['id']}/vote`],
      ['GET', '/api/v1/admin/conferences'],
      ['GET', `/api/v1/admin/comments/${said['id']}/withhold`],
      ['POST', '/health/ready'],
      ['TRACE', c],
      ['PROPFIND', c],
      ['LOCK', t],
      ['PURGE', c],
    ] as const;
    expect(
      await faults(
        wrong.flatMap(([method, path]) =>
          [ada, olga].map(
            (who) => [`${method} ${path.slice(0, 30)}`, () => sends(who, method, path), 404, 405] as const,
          ),
        ),
      ),
    ).toEqual([]);
  });

  it.each(NO_HTTP)('is refused as a problem also when it is %s', async (_what, bytes) => {
    expect(faultsOf(await sendsBytes(world.base, bytes), 400, 431)).toEqual([]);
  });

  it.each<[string, string]>([
    ['authorization', 'Bearer'],
    ['authorization', `Bearer ${'x'.repeat(5_000)}`],
    ['authorization', "Bearer ' or 1=1 --"],
    ['authorization', `Bearer ${'x'.repeat(43)}, Bearer ${'y'.repeat(43)}`],
    ['authorization', `Basic ${'x'.repeat(43)}`],
    ['authorization', '\u00FF\u00FE'],
    ['cookie', 'session=%00'],
    ['cookie', 'session=%'],
    ['cookie', `session=${'x'.repeat(5_000)}`],
    ['cookie', 'session=; session=x; session'],
    ['cookie', '__proto__=x; constructor=y'],
    ['cookie', '=;=;;'],
  ])('needs a session, and %s: %j is none', async (header, value) => {
    expect(faultsOf(await sends(visitor, 'GET', '/api/v1/me', { headers: { [header]: value } }), 401)).toEqual([]);
  });

  it('reads the same whatever stands in headers that only tune the answer', async () => {
    const path = `/api/v1/threads/${threadId}/comments`;
    const plain = (await sends(visitor, 'GET', path)).text;
    for (const headers of [
      { 'accept-language': ';;q=,*;q=9e99,\u00FF' },
      { 'accept-language': 'x-'.repeat(2_000) },
      { accept: 'nonsense/;;q=x' },
      { 'if-none-match': '"' },
      { 'if-none-match': 'W/,,,"a"b' },
      { range: 'bytes=5-1' },
      { origin: 'nonsense' },
      { 'x-forwarded-for': "' or 1=1" },
      { expect: '100-continue' },
      { 'accept-encoding': 'nonsense;q=x' },
    ] as Record<string, string>[]) {
      expect({ headers, text: (await sends(visitor, 'GET', path, { headers })).text }).toEqual({
        headers,
        text: plain,
      });
    }
  });

  it.each(['', 'x'.repeat(201), '\u00E9', 'a\tb'])(
    'takes no key of a write that is not 1 to 200 printable characters: %j',
    async (key) => {
      expectInvalid(
        await sends(ada, 'POST', `/api/v1/threads/${threadId}/comments`, {
          body: '{"body":"With a key"}',
          headers: { 'idempotency-key': key },
        }),
        '#/headers/idempotency-key',
      );
    },
  );
});

describe('asking with a query', () => {
  it('refuses a value that is none, by the name of its field', async () => {
    const wrong: string[] = [];
    for (const [path, ...names] of lists()) {
      for (const name of names) {
        for (const value of BAD[name]!) {
          const answer = await olga.get(and(path, `${name}=${value}`));
          wrong.push(
            ...[
              ...faultsOf(answer, 422),
              ...(answer.status !== 422 || answer.body['errors'][0].pointer.endsWith(`/${name}`)
                ? []
                : [`names ${answer.body['errors'][0].pointer}`]),
            ].map((fault) => `${named('GET', path)} ${name}=${value.slice(0, 40)} ${fault}`),
          );
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(['limit=0', 'limit=x', 'surprise=1', 'cursor=x', 'cursor=a&cursor=b'])(
    'says that a field of the query is meant, not one of the body: %s',
    async (query) => {
      expectInvalid(await olga.get(`/conferences?${query}`), `#/query/${query.split('=')[0]}`);
    },
  );

  it.each([
    'surprise=1',
    'limit[]=1',
    'limit[x]=1',
    'toString=x',
    'constructor=x',
    '__proto__=x',
    '__proto__[x]=1',
    'Limit=1',
  ])('refuses a field nobody knows, at every route: %s', async (query) => {
    expect(await faults(lists().map(([path]) => [named('GET', path), () => olga.get(and(path, query)), 422]))).toEqual(
      [],
    );
  });

  it('takes back the cursors it gave, and refuses those that others made', async () => {
    const big = [2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1, 1.5];
    const places: (string | number)[][] = [
      [],
      ['x'],
      ['x', 'y'],
      ['x', randomUUID()],
      ['2026-02-31', randomUUID()],
      ['2026-05-02', 'x'],
      ['', ''],
      ['2026-05-02', randomUUID()],
      ['infinity', randomUUID()],
      ['\u0000', '\u0000'],
      ['\ud800', 'x'],
      ['now', randomUUID()],
      ['9'.repeat(300), randomUUID()],
      ['2026-05-02T00:00:00.000Z', "'; drop table comments"],
      ...[0, -1, ...big].flatMap((n) => [[n], [n, n], [n, 'x'], [n, randomUUID()], [0, n]]),
      [1, 2, 3],
      [Number.NaN],
      ['2026-05-02', randomUUID(), 'x'],
    ];
    const attempts = lists()
      .filter(([, ...names]) => names.includes('cursor'))
      .flatMap(([path]) =>
        places.map((place): [string, () => Promise<AnyAnswer>, ...number[]] => [
          `${named('GET', path)} ${JSON.stringify(place).slice(0, 60)}`,
          async () => {
            const answer = await olga.get(and(path, `cursor=${encodeCursor(place)}`));
            return answer.status === 200
              ? {
                  status: 422,
                  headers: new Headers({ 'content-type': 'application/problem+json' }),
                  body: { type: '/problems/x', title: '', status: 422 },
                  text: '',
                }
              : answer;
          },
          422,
        ]),
      );
    expect(await faults(attempts)).toEqual([]);
  });

  it.each(['%25', '_', '%5C', '%5C%5C', "'", '%22', '%3Cscript%3E', '%F0%9F%98%80', '%E2%80%AE', '(%3F', '[', '*'])(
    'looks for %s as it is written',
    async (q) => {
      for (const name of ['q', 'speaker', 'room', 'track'])
        expect((await ada.get(`/conferences/${slug}/talks?${name}=${q}`)).body).toEqual({ items: [], next: null });
    },
  );
});

describe('naming a thing by its id', () => {
  const ids = (): string[] => [
    ...ODD_IDS,
    (said['id'] as string).replace(/-/g, ''),
    `${said['id']}0`,
    `${said['id']}%0A`,
    `${said['id']},${said['id']}`,
    `%7B${said['id']}%7D`,
    (said['id'] as string).slice(1),
  ];

  it.each(['comment', 'thread', 'talk', 'persona', 'session', 'conference'] as const)(
    'answers for an odd id as for an absent %s',
    async (kind) => {
      const wrong: string[] = [];
      for (const [i, [method, path, body]] of things()[kind].entries()) {
        const absent = wordsOf(await tries(olga, method, path, randomUUID(), body));
        expect({ path, status: absent['status'] }).toEqual({ path, status: 404 });
        for (const [j, id] of ids().entries()) {
          if (!isSampled(i, j, 3)) continue;
          const answer = wordsOf(await tries(olga, method, path, id, body));
          if (JSON.stringify(answer) !== JSON.stringify(absent))
            wrong.push(`${method} ${path} ${id.slice(0, 60)} is answered ${JSON.stringify(answer)}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each<[what: string, kind: ThingKind, idOf: () => Promise<string> | string]>([
    ['a held comment', 'comment', () => held['id'] as string],
    ['the persona of somebody else', 'persona', () => persona],
    [
      'the session of somebody else',
      'session',
      async () => (await ada.get('/auth/sessions')).body['items'][0].id as string,
    ],
  ])('answers for %s as for an absent one', async (_what, kind, idOf) => {
    const wrong: string[] = [];
    const id = await idOf();
    for (const [method, path, body] of things()[kind]) {
      const [answer, absent] = [
        wordsOf(await tries(bob, method, path, id, body)),
        wordsOf(await tries(bob, method, path, randomUUID(), body)),
      ];
      if (absent['status'] !== 404 || JSON.stringify(answer) !== JSON.stringify(absent))
        wrong.push(`${method} ${path} is answered ${JSON.stringify(answer)} instead of ${JSON.stringify(absent)}`);
    }
    expect(wrong).toEqual([]);
    expect((await ada.get('/me')).body['personas']).toContainEqual(
      expect.objectContaining({ id: persona, name: 'Ada' }),
    );
  });

  it('answers under no held comment, under none of another thread, and as nobody else, as if they were absent', async () => {
    for (const fields of [
      { parentId: held['id'] },
      { parentId: said['id'] },
      { personaId: held['author'].id },
      { personaId: persona },
    ] as Json[]) {
      for (const who of fields['personaId'] ? [bob] : [bob, visitor]) {
        const guest = who === visitor ? { name: 'Guest', email: 'guest@mail.example' } : {};
        const asks = async (extra: Json): Promise<Json> =>
          wordsOf(
            await who.post(`/threads/${screened.threadId}/comments`, { body: 'Under something', ...guest, ...extra }),
          );
        const absent = await asks(Object.fromEntries(Object.keys(fields).map((field) => [field, randomUUID()])));
        expect({ fields, ...(await asks(fields)) }).toEqual({ fields, ...absent, status: 404 });
      }
    }
  });

  it('means the same thing in capital letters', async () => {
    const [thread, root, mine] = [threadId, said['id'] as string, persona].map((id) => id.toUpperCase());
    for (const route of [
      `threads/${threadId}`,
      `threads/${threadId}/comments`,
      `comments/${said['id']}`,
      `comments/${said['id']}/replies`,
      `talks/${talkId}`,
    ]) {
      expect((await bob.get(`/${route.replace(/[\da-f-]{36}/, (id) => id.toUpperCase())}`)).text).toBe(
        (await bob.get(`/${route}`)).text,
      );
    }
    const answer = await ada.post(`/threads/${thread}/comments`, {
      body: 'Under it, as oneself',
      parentId: root,
      personaId: mine,
    });
    expect([answer.status, answer.body]).toEqual([
      201,
      expect.objectContaining({
        threadId,
        parentId: said['id'],
        rootId: said['id'],
        author: expect.objectContaining({ id: persona }),
      }),
    ]);
    const id = (answer.body['id'] as string).toUpperCase();
    expect([
      (await ada.patch(`/comments/${id}`, { body: 'Reworded' })).status,
      (await bob.put(`/comments/${id}/vote`)).status,
      (await bob.delete(`/comments/${id}/vote`)).status,
      (await ada.delete(`/comments/${id}`)).status,
    ]).toEqual([200, 200, 200, 204]);
    const votes = await Promise.all(
      Array.from({ length: 30 }, (_, i) => bob.put(`/comments/${i % 2 ? root : said['id']}/vote`)),
    );
    expect([...new Set(votes.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))]).toEqual([
      '200 {"voted":true,"votes":1}',
    ]);
    expect(
      (
        await visitor.post(`/threads/${thread}/comments`, {
          body: 'Under it, as a guest',
          parentId: root,
          name: 'Guest',
          email: 'guest@mail.example',
        })
      ).status,
    ).toBe(202);
  });
});

describe('asking for a page', () => {
  it('never fails over its query, and never writes it out as it came', async () => {
    const wrong: string[] = [];
    const fields = pagesOf(slug).flatMap((each) => PAGE_FIELDS.map((one) => [each, one] as const));
    for (const [shift, who] of [visitor, olga].entries()) {
      for (const [i, [page, name]] of fields.entries()) {
        const queries = [
          ...PAGE_VALUES.map((value) => `${name}=${value}`),
          `${name}=a&${name}=b`,
          `${name}[]=a`,
        ].filter((_, j) => isSampled(i + shift, j, 15));
        const answers = await Promise.all(
          queries.map((query) => sends(who, 'GET', and(page, query), { headers: { accept: 'text/html' } })),
        );
        wrong.push(
          ...answers.flatMap(({ status, text }, i) =>
            status >= 500 || text.includes('<script>alert') || /(href|action)="\/\/evil/.test(text)
              ? [`${page.replace(slug, '{c}')} ${queries[i]} is answered ${status}`]
              : [],
          ),
        );
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('never fails over a form, whoever sends it', async () => {
    const forms = [
      '',
      '=',
      '&&&',
      '%',
      '%FF',
      '__proto__=x',
      'body',
      ...[
        '',
        'x',
        '%00',
        '%ED%A0%80',
        '%27',
        `${held['id']}`,
        '//evil.example',
        '%5C%5Cevil.example',
        'a&F=b',
        'x'.repeat(300),
      ].map((value) => FORM_FIELDS.map((field) => `${field}=${value.replace('F', field)}`).join('&')),
    ];
    const routes = [
      '/sign-in',
      '/claim',
      '/me',
      `/me/personas/${persona}`,
      '/me/personas/x',
      '/me/sessions/x',
      ...['', '/edits', '/votes', '/withdrawals'].map((route) => `/c/${slug}/t/hallway${route}`),
      ...['/queue', '/sanctions', '/conduct', '/threads', '/invitations'].map((route) => `/organize/${slug}${route}`),
      '/c/x/t/y',
      '/nothing',
    ];
    const wrong: string[] = [];
    for (const [route, form] of routes.flatMap((each) => forms.map((one) => [each, one] as const))) {
      for (const [i, who] of [visitor, bob, olga].entries()) {
        if (!isSampled(i, routes.indexOf(route) + forms.indexOf(form), 3)) continue;
        const { status, headers } = await sends(who, 'POST', route, {
          body: form,
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
        });
        if (status >= 500 || /evil/.test(headers.get('location') ?? ''))
          wrong.push(
            `${route.replace(slug, '{c}').replace(persona, '{id}')} ${form.slice(0, 20)} is answered ${status}`,
          );
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });
});
