import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declaredRoutes, filled, type DeclaredRoute } from '../support/declared-routes.ts';
import { isFullForm, oneIn } from '../support/form.ts';
import { until, type Answer, type Json } from '../support/world.ts';
import { worldOfRoutes, type RoutesWorld } from './world-of-routes.ts';

let forum: RoutesWorld;
let routes: DeclaredRoute[];
beforeAll(async () => {
  forum = await worldOfRoutes();
  routes = declaredRoutes(forum.world);
});
afterAll(() => forum.world.close());

const at = (path: string): string => forum.world.base + filled(path, forum.things);
const ask = (method: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(at(path), { method, redirect: 'manual', headers });
const signedIn = (): Record<string, string> => ({ authorization: `Bearer ${forum.olga.token!}` });
const nameOf = ({ method, path }: DeclaredRoute): string => `${method} ${path}`;
const reads = (): DeclaredRoute[] => routes.filter(({ method }) => method === 'GET');

/** The names of the routes for which `look` finds a fault; in the short form, it looks at a quarter of them. */
async function faulty(
  those: readonly DeclaredRoute[],
  look: (route: DeclaredRoute) => Promise<string | null>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const route of oneIn(4, those)) {
    const fault = await look(route);
    if (fault !== null) faults.push(`${nameOf(route)}: ${fault}`);
  }
  return faults;
}

describe('a page of another site', () => {
  it('may read every public answer, refusals and unchanged ones included, and no other', async () => {
    const from = { origin: 'https://elsewhere.example' };
    const faults = await faulty(reads(), async ({ path, caller }) => {
      const first = await ask('GET', path, from);
      const etag = first.headers.get('etag');
      const again = etag === null ? first : await ask('GET', path, { ...from, 'if-none-match': etag });
      const wanted = caller === 'reader' ? '*' : null;
      for (const { status, headers } of [first, again]) {
        if (headers.get('access-control-allow-origin') !== wanted) return `${status} to another site`;
        if (headers.get('access-control-allow-credentials') !== null) return 'with credentials';
      }
      return null;
    });
    expect(faults).toEqual([]);
  });

  it('is told before it asks, for public routes alone', async () => {
    const preflight = {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    };
    const faults = await faulty(reads(), async ({ path, caller }) => {
      const { status, headers } = await ask('OPTIONS', path, preflight);
      if (status !== 204) return `${status}`;
      const isAllowed = headers.get('access-control-allow-origin') === '*';
      if (isAllowed !== (caller === 'reader')) return 'allowed wrongly';
      return isAllowed && headers.get('access-control-allow-methods') !== 'GET, HEAD, OPTIONS' ? 'methods' : null;
    });
    expect(faults).toEqual([]);
  });

  it('may read the documents of the API', async () => {
    for (const path of ['/api/v1/openapi.json', '/api/v1/openapi.yaml', '/api/v1/asyncapi.json'])
      expect((await ask('GET', path)).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('gets the same document in every coding, also the second time', async () => {
    for (const path of ['/api/v1/openapi.json', '/api/v1/openapi.yaml', '/api/v1/asyncapi.json']) {
      const answers = await Promise.all(
        ['identity', 'gzip', 'br', 'gzip', 'br'].map((coding) => ask('GET', path, { 'accept-encoding': coding })),
      );
      const codings = answers.map(({ headers }) => headers.get('content-encoding'));
      expect([path, codings]).toEqual([path, [null, 'gzip', 'br', 'gzip', 'br']]);
      expect(answers.map(({ headers }) => headers.get('vary'))).toEqual(codings.map(() => 'Accept-Encoding'));
      expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    }
  });
});

describe('the page about the API', () => {
  it('loads the document by its address, and holds none itself', async () => {
    const text = await (await ask('GET', '/api/swagger-ui-init.js')).text();
    expect(text).toContain('"url": "/api/v1/openapi.json"');
    expect(text).not.toContain('/api/v1/threads');
  });
});

describe('a method that an address does not take', () => {
  it('is refused as such, with those it takes, which OPTIONS tells too', async () => {
    const faults = await faulty(routes, async ({ path }) => {
      const [refused, told] = [await ask('PROPFIND', path, signedIn()), await ask('OPTIONS', path)];
      const allowed = refused.headers.get('allow') ?? '';
      const declared = routes.filter((route) => route.path === path).map(({ method }) => method);
      if (refused.status !== 405) return `${refused.status}`;
      if (refused.headers.get('content-type') !== 'application/problem+json; charset=utf-8') return 'no problem';
      if (told.status !== 204 || told.headers.get('allow') !== allowed) return 'OPTIONS says something else';
      return declared.every((method) => allowed.split(', ').includes(method)) ? null : `Allow: ${allowed}`;
    });
    expect(faults).toEqual([]);
  });

  it('is 404 at an address that names nothing, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'OPTIONS', 'PROPFIND'])
      expect((await ask(method, '/api/v1/nothing')).status).toBe(404);
  });
});

describe('HEAD', () => {
  /** The headers that differ from one answer to the next, whoever asks. */
  const PASSING: readonly string[] = ['date', 'keep-alive', 'connection', 'transfer-encoding', 'content-length'];
  const headersOf = ({ headers }: Response): Json =>
    Object.fromEntries([...headers].filter(([name]) => !PASSING.includes(name)));

  it('answers what GET answers, without a body, on every route', async () => {
    const faults = await faulty(reads(), async ({ path }) => {
      const headers = { ...signedIn(), accept: 'text/html', 'accept-encoding': 'identity' };
      const whole = await ask('GET', path, headers);
      await whole.arrayBuffer();
      const head = await ask('HEAD', path, headers);
      if ((await head.arrayBuffer()).byteLength > 0) return 'a body';
      if (head.status !== whole.status) return `${head.status} instead of ${whole.status}`;
      const [one, other] = [JSON.stringify(headersOf(head)), JSON.stringify(headersOf(whole))];
      return one === other ? null : `${one} instead of ${other}`;
    });
    expect(faults).toEqual([]);
  });
});

describe('a 401', () => {
  it('says how to be let in, on every route that needs a session', async () => {
    const shut = routes.filter(({ caller }) => caller !== 'reader' && caller !== 'guest');
    const faults = await faulty(shut, async ({ method, path }) => {
      const { status, headers } = await ask(method, path);
      if (status !== 401) return `${status}`;
      return headers.get('www-authenticate') === 'Bearer realm="aftertalk"' ? null : 'no challenge';
    });
    expect(faults).toEqual([]);
    const stale = await ask('GET', '/api/v1/me', { authorization: `Bearer ${'x'.repeat(43)}` });
    expect([stale.status, stale.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="aftertalk", error="invalid_token"',
    ]);
    const code = await forum.world
      .person('eve')
      .post('/auth/sessions', { email: 'eve@mail.example', code: 'AAAA-AAAA' });
    expect([code.status, code.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="aftertalk"']);
  });
});

describe('what is written for people', () => {
  it('says in which language: every page, every refusal', async () => {
    const faults = await faulty(reads(), async ({ path }) => {
      for (const language of ['fr', 'en']) {
        const { headers } = await ask('GET', path, { accept: 'text/html', 'accept-language': language });
        const type = headers.get('content-type') ?? '';
        const isForPeople = type.startsWith('text/html') || type.startsWith('application/problem+json');
        if (isForPeople && headers.get('content-language') !== language) return `${language}: ${type}`;
        if (isForPeople && !/accept-language/i.test(headers.get('vary') ?? '')) return 'the same for everybody';
      }
      return null;
    });
    expect(faults.filter((fault) => !fault.startsWith('GET /problems/:slug'))).toEqual([]);
  });

  it('says so of feeds, which are in the language of their conference', async () => {
    for (const feed of ['/c/:conference/feed.atom', '/c/:conference/feed.json', '/c/:conference/ledger.atom'])
      expect((await ask('GET', feed)).headers.get('content-language')).toBe('fr');
  });
});

describe('an address in another spelling', () => {
  it('leads to its own, keeping query and method: without a slash at the end', async () => {
    const faults = await faulty(
      routes.filter(({ path }) => path !== '/'),
      async ({ method, path }) => {
        const { status, headers } = await fetch(`${at(path)}/?a=%20b`, { method, redirect: 'manual' });
        const wanted = `${at(path).slice(forum.world.base.length)}?a=%20b`;
        if (status !== 308 || headers.get('location') !== wanted) return `${status} ${headers.get('location')}`;
        // Pages of other sites follow it where they may read what it leads to.
        const [asked, led] = [headers, (await fetch(at(path), { method: 'OPTIONS' })).headers];
        const [one, other] = [asked, led].map((each) => each.get('access-control-allow-origin'));
        return other === null || one === other ? null : `${one} instead of ${other}`;
      },
    );
    expect(faults).toEqual([]);
  });

  it('leads to its own: slugs in small letters', async () => {
    const things = { ...forum.things, conference: forum.place.slug.toUpperCase(), thread: 'On-Leaving' };
    const withSlugs = routes.filter(({ path }) => /:(?:conference|thread)\b/.test(path));
    expect(withSlugs.length).toBeGreaterThan(40);
    const faults = await faulty(withSlugs, async ({ method, path }) => {
      const spelt = forum.world.base + filled(path, things);
      const { status, headers } = await fetch(`${spelt}?a=B`, { method, redirect: 'manual' });
      const wanted = `${at(path).slice(forum.world.base.length)}?a=B`;
      return status === 308 && headers.get('location') === wanted ? null : `${status} ${headers.get('location')}`;
    });
    expect(faults).toEqual([]);
  });

  it('never leads to another site, and names nothing where nothing is', async () => {
    for (const path of ['//elsewhere.example/', '/nothing/', '/c/Nothing/nothing/'])
      expect((await fetch(forum.world.base + path, { redirect: 'manual' })).status).toBe(404);
  });
});

describe('what was made', () => {
  const isKnown = async (location: string | null): Promise<boolean> =>
    location !== null && (await ask('OPTIONS', location)).status === 204;

  it('is found where its 201 says', async () => {
    const { ada, olga, grace, place, question } = forum;
    const c = `/admin/conferences/${place.slug}`;
    const id = question['id'] as string;
    const made: Record<string, Answer> = {
      conference: await olga.post('/admin/conferences', {
        slug: 'made-here',
        title: 'Made here',
        timeZone: 'Europe/Paris',
        locale: 'fr',
        startsOn: '2026-05-01',
        endsOn: '2026-05-02',
      }),
      talk: await olga.post(`${c}/talks`, { slug: 'another', title: 'Another' }),
      thread: await olga.post(`${c}/threads`, { slug: 'corridor', title: 'Corridor' }),
      invitation: await olga.post(`${c}/invitations`, { role: 'moderator' }),
      comment: await ada.post(`/threads/${place.threadId}/comments`, { body: 'By the fast route.' }),
      // The posts that the fast route leaves to the controller.
      reply: await ada.post(`/threads/${place.threadId}/comments`, { body: 'By the other.', parentId: null }),
      question: await ada.post(`/threads/${place.threadId}/questions`, { body: 'Is this a question?' }),
      answer: await grace.post(`/questions/${id}/answers`, { body: 'An answer.' }),
      announcement: await grace.post(`/threads/${place.threadId}/announcement`, { body: 'To everyone.' }),
      persona: await ada.post(`/conferences/${place.slug}/personas`, { name: 'Another Ada' }),
    };
    for (const [what, { status, headers }] of Object.entries(made))
      expect({ what, status, isKnown: await isKnown(headers.get('location')) }).toEqual({
        what,
        status: 201,
        isKnown: true,
      });
    for (const what of ['talk', 'thread', 'comment', 'reply', 'question', 'answer', 'announcement', 'conference']) {
      const { headers, body } = made[what]!;
      expect(((await ask('GET', headers.get('location')!)).ok && body['id']) || what).toBe(body['id']);
      expect(headers.get('location')).toContain(body['id']);
    }
    expect((await ada.get(made['persona']!.headers.get('location')!)).body).toEqual(made['persona']!.body);
  });

  it('is found there again when the write is repeated with its key', async () => {
    const { grace, olga, place } = forum;
    const [key, body] = [{ 'idempotency-key': 'the same' }, { body: 'Said once.' }];
    const say = () => grace.post(`/threads/${place.threadId}/comments`, body, key);
    const name = () => olga.post(`/conferences/${place.slug}/personas`, { name: 'Olga' }, key);
    for (const write of [say, name]) {
      const [first, again] = [await write(), await write()];
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect([again.status, again.headers.get('location')]).toEqual([201, first.headers.get('location')]);
    }
  });
});

describe('an answer of more than a kilobyte', () => {
  const plainOf = async (path: string, headers: Record<string, string>): Promise<number> => {
    const answer = await ask('GET', path, { ...headers, 'accept-encoding': 'identity' });
    const { byteLength } = await answer.arrayBuffer();
    const isText = /text|json|xml|svg/.test(answer.headers.get('content-type') ?? '');
    return answer.status === 200 && isText && answer.headers.get('set-cookie') === null ? byteLength : 0;
  };

  it.each([
    ['nobody', () => ({})],
    ['somebody with a token', signedIn],
    ['somebody with a cookie', () => ({ cookie: `session=${forum.olga.token!}` })],
  ] as [string, () => Record<string, string>][])(
    'comes compressed from every route, to %s',
    async (_who, headersOf) => {
      const seen: string[] = [];
      const faults = await faulty(reads(), async ({ path }) => {
        const headers = { accept: 'text/html', ...headersOf() };
        if ((await plainOf(path, headers)) < 1_000) return null;
        seen.push(path);
        for (const coding of ['br', 'gzip']) {
          // A cached answer is compressed beside its first one.
          await until(`${coding} of ${path}`, async () => {
            const answer = await ask('GET', path, { ...headers, 'accept-encoding': coding });
            return answer.headers.get('content-encoding') === coding;
          });
        }
        return null;
      });
      expect(faults).toEqual([]);
      expect(seen.length).toBeGreaterThan(isFullForm ? 15 : 3);
    },
  );

  it('comes as it is where it mixes what is somebody’s own with what the address brought', async () => {
    const own = { ...signedIn(), accept: 'text/html', 'accept-encoding': 'br, gzip' };
    for (const path of [`/c/${forum.place.slug}?q=guess`, `/c/${forum.place.slug}/search?q=guess`]) {
      const answer = await fetch(forum.world.base + path, { headers: own });
      expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null]);
      expect((await answer.text()).length).toBeGreaterThan(1_000);
    }
  });
});
