import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until, World, type Json, type Person } from '../support/world.ts';

let world: World;
let other: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  other = await world.beside();
  olga = await world.person('olga').signsIn();
});
afterAll(async () => {
  await other.close();
  await world.close();
});

const page = (base: string, url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(base + url, { headers: { accept: 'text/html', 'accept-language': 'en', ...headers } });

async function discussed(): Promise<{
  slug: string;
  threadId: string;
  ada: Person;
  comments: Json[];
  routes: string[];
}> {
  const { slug, threadId } = await world.conference(olga);
  const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  const comments = [
    await ada.says(threadId, 'The first of the words.'),
    await ada.says(threadId, `The second of the words. ${'More than a kilobyte. '.repeat(20)}`),
  ];
  const routes = [
    `/api/v1/threads/${threadId}/comments`,
    `/api/v1/threads/${threadId}/comments?sort=newest`,
    `/api/v1/threads/${threadId}/comments?sort=top&kind=comment`,
    `/api/v1/threads/${threadId}/changes?after=0`,
    `/c/${slug}/t/hallway`,
    `/c/${slug}/t/hallway?sort=newest`,
    `/c/${slug}/t/hallway?comment=${comments[0]!['id'] as string}`,
  ];
  return { slug, threadId, ada, comments, routes };
}

describe('reading a thread again', () => {
  it('is answered by its number alone while nothing has changed, and with a new validator when something has', async () => {
    const { ada, threadId, routes } = await discussed();
    for (const route of routes) {
      const first = await page(world.base, route);
      const etag = first.headers.get('etag')!;
      const again = await page(world.base, route);
      expect({ route, etag: again.headers.get('etag'), body: await again.text() }).toEqual({
        route,
        etag,
        body: await first.text(),
      });
      const unchanged = await page(world.base, route, { 'if-none-match': etag });
      expect({
        route,
        status: unchanged.status,
        etag: unchanged.headers.get('etag'),
        cache: unchanged.headers.get('cache-control'),
      }).toEqual({ route, status: 304, etag, cache: 'public, max-age=0, must-revalidate, s-maxage=1' });
      await ada.says(threadId, `Something new for ${route}.`);
      const changed = await page(world.base, route, { 'if-none-match': etag });
      expect({ route, status: changed.status, isOther: changed.headers.get('etag') !== etag }).toEqual({
        route,
        status: 200,
        isOther: true,
      });
    }
  });

  it('gives the same bytes compressed to whoever takes them', async () => {
    const { routes } = await discussed();
    for (const route of routes.filter((each) => !each.includes('changes'))) {
      const plain = await (await page(world.base, route, { 'accept-encoding': 'identity' })).text();
      for (const coding of ['br', 'gzip']) {
        const packed = await until(`${coding} of ${route}`, async () => {
          const response = await page(world.base, route, { 'accept-encoding': coding });
          return response.headers.get('content-encoding') === coding ? response : (await response.text(), null);
        });
        expect(await packed.text()).toBe(plain);
        expect(packed.headers.get('vary')).toContain('Accept-Encoding');
        expect(packed.headers.get('content-security-policy')).toContain("default-src 'none'");
      }
    }
  });

  it('never gives a page for everybody to a reader who is somebody, nor the other way round', async () => {
    const { slug, ada } = await discussed();
    const route = `/c/${slug}/t/hallway`;
    const own = await page(world.base, route, { cookie: `session=${ada.token}` });
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect(await own.text()).toContain('/withdrawals');
    const everybody = await page(world.base, route);
    expect(await everybody.text()).not.toContain('/withdrawals');
    expect(await (await page(world.base, route, { cookie: `session=${ada.token}` })).text()).toContain('/withdrawals');
    expect(await (await page(world.base, route, { 'accept-language': 'fr' })).text()).toContain('Participer');
    expect(await (await page(world.base, route, { cookie: 'lang=fr' })).text()).toContain('Participer');
  });
});

describe('hidden words', () => {
  it('are gone at once on the node that hid them, and within two seconds on others, without a signal', async () => {
    const { comments, routes } = await discussed();
    for (const { base } of [world, other])
      for (const route of routes)
        for (let i = 0; i < 2; i += 1)
          expect(await (await page(base, route)).text()).toContain('The first of the words.');
    expect(
      (
        await olga.post(`/admin/comments/${comments[0]!['id'] as string}/withhold`, {
          rule: 'topic',
          reason: 'Off the point.',
        })
      ).status,
    ).toBe(200);
    for (const route of routes)
      expect({ route, text: await (await page(world.base, route)).text() }).not.toMatchObject({
        text: expect.stringContaining('The first of the words.'),
      });
    const hidden = performance.now();
    // Late is who asks later than that and is still shown them, however long an answer takes.
    const late: string[] = [];
    await until('the other node to follow', async () => {
      const isLate = performance.now() - hidden > 2_000;
      const texts = await Promise.all(routes.map(async (route) => (await page(other.base, route)).text()));
      const shown = routes.filter((_route, i) => texts[i]!.includes('The first of the words.'));
      if (isLate) late.push(...shown);
      return shown.length === 0;
    });
    expect(late).toEqual([]);
  });
});

describe('a label of a page', () => {
  it('changes with everything the page shows: a setting, a title, a grant, a name, the phase', async () => {
    const { slug, threadId, ada, comments } = await discussed();
    const route = `/c/${slug}/t/hallway`;
    const etag = async (): Promise<string> => (await page(world.base, route)).headers.get('etag')!;
    const changes: [string, () => Promise<unknown>][] = [
      ['the title of the conference', () => olga.patch(`/admin/conferences/${slug}`, { title: 'Another title' })],
      [
        'a rule of the conference',
        () =>
          olga.patch(`/admin/conferences/${slug}`, {
            settings: { slowMode: { interval: 30, reason: 'Calm.', until: null } },
          }),
      ],
      ['the title of the thread', () => olga.patch(`/admin/threads/${threadId}`, { title: 'The long hallway' })],
      ['a lock', () => olga.patch(`/admin/threads/${threadId}`, { state: 'locked', reason: 'A pause.' })],
      ['the end of a lock', () => olga.patch(`/admin/threads/${threadId}`, { state: 'open', reason: 'Go on.' })],
      ['a name', () => ada.patch(`/personas/${comments[0]!['author'].id as string}`, { name: 'Ada L.' })],
    ];
    for (const [what, change] of changes) {
      const before = await etag();
      expect(await etag()).toBe(before);
      await change();
      await until(`${what} to show`, async () => (await etag()) !== before);
    }
  });
});
