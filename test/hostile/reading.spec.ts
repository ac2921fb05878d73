import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import http from 'node:http';
import { FeedsQueries } from '../../src/feeds/feeds.queries.ts';
import { ScheduleQueries } from '../../src/feeds/schedule.queries.ts';
import { SitemapQueries } from '../../src/feeds/sitemap.queries.ts';
import { LedgerQueries } from '../../src/moderation/ledger.queries.ts';
import { ProgrammeListing } from '../../src/transcript/programme-listing.ts';
import { ThreadVersions } from '../../src/transcript/thread-versions.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let slug: string;
let threadId: string;
let talk: Json;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  const abstract = 'What stands in a programme, at some length. '.repeat(60);
  talk = (
    await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'on-reading',
      title: 'On reading',
      abstract,
      startsAt: `${new Date(world.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10)}T10:00:00.000Z`,
      durationMinutes: 45,
      room: 'Aula',
      speakers: [{ name: 'Grace' }],
    })
  ).body;
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  for (let i = 0; i < 12; i += 1)
    await ada.says(threadId, `Something that was said, ${'and said again, '.repeat(9)}${i}.`);
});
afterAll(() => world.close());
beforeEach(() => void jest.restoreAllMocks());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(world.base + path, { headers: { 'accept-language': 'en', ...headers } });

/** As it comes over the wire: `fetch` would unpack it. */
function raw(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    http
      .get(world.base + path, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('error', reject)
          .on('end', () =>
            resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
          );
      })
      .on('error', reject);
  });
}

const files = (): string[] =>
  [
    'schedule.ics',
    'schedule.json',
    'sitemap.xml',
    'feed.atom',
    'feed.json',
    'feed.atom?kind=question',
    'ledger.atom',
    't/hallway/feed.atom',
    't/hallway/feed.json',
  ].map((file) => `/c/${slug}/${file}`);
const lists = (): string[] =>
  ['talks', 'talks?limit=100', 'talks?q=reading&room=Aula', 'threads', 'threads?sort=active&limit=100'].map(
    (list) => `/api/v1/conferences/${slug}/${list}`,
  );
const pages = (): string[] =>
  ['', '?show=active', '?q=reading', '?room=Aula', '/ledger'].map((page) => `/c/${slug}${page}`);

/** Number of times that the contents of any of these were read from the database while something was done. */
async function readingsDuring(work: () => Promise<unknown>): Promise<number> {
  const feeds = world.app.get(FeedsQueries);
  const spies = [
    jest.spyOn(world.app.get(ScheduleQueries), 'talks'),
    jest.spyOn(feeds, 'ofConference'),
    jest.spyOn(feeds, 'ofThread'),
    jest.spyOn(world.app.get(SitemapQueries), 'ofConference'),
    jest.spyOn(world.app.get(ProgrammeListing), 'conference'),
    jest.spyOn(world.app.get(ProgrammeListing), 'talks'),
    jest.spyOn(world.app.get(ProgrammeListing), 'listThreads'),
    jest.spyOn(world.app.get(ProgrammeListing), 'thread'),
    jest.spyOn(world.app.get(LedgerQueries), 'list'),
  ];
  await work();
  const readings = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  jest.restoreAllMocks();
  return readings;
}

describe('what was asked for before', () => {
  it('is sent again, whole or as a 304, without reading what stands in it once more', async () => {
    for (const path of [...files(), ...pages(), ...lists(), `/c/${slug}/t/on-reading/picture.png`]) {
      const first = await get(path);
      const [etag, text] = [first.headers.get('etag')!, await first.text()];
      expect({ path, status: first.status }).toEqual({ path, status: 200 });
      const readings = await readingsDuring(async () => {
        const again = await get(path);
        expect({ path, etag: again.headers.get('etag'), text: await again.text() }).toEqual({ path, etag, text });
        expect({ path, status: (await get(path, { 'if-none-match': etag })).status }).toEqual({ path, status: 304 });
      });
      expect({ path, readings }).toEqual({ path, readings: 0 });
    }
  });

  it('is made anew as soon as it would read otherwise, for its writer at once', async () => {
    const etagsOf = async (paths: readonly string[]): Promise<(string | null)[]> =>
      Promise.all(paths.map(async (path) => (await get(path)).headers.get('etag')));
    const spoken = files().filter((path) => /feed/.test(path) && !path.includes('kind'));
    const before = await etagsOf(spoken);
    await ada.says(threadId, 'Something new.');
    for (const [i, etag] of (await etagsOf(spoken)).entries())
      expect({ path: spoken[i], isNew: etag !== before[i] }).toEqual({ path: spoken[i], isNew: true });
    const planned = [`/c/${slug}`, `/c/${slug}/schedule.ics`, `/c/${slug}/schedule.json`];
    const old = await etagsOf(planned);
    await olga.patch(`/admin/talks/${talk['id'] as string}`, { title: 'On reading again' });
    for (const path of planned) expect(await (await get(path)).text()).toContain('On reading again');
    expect((await etagsOf(planned)).filter((etag, i) => etag === old[i])).toEqual([]);
  });

  it('is made anew in the lists of the API too, also for whoever has a session, and so is the picture of a thread', async () => {
    const [talks, threads] = [`/api/v1/conferences/${slug}/talks`, `/api/v1/conferences/${slug}/threads?sort=active`];
    const picture = `/c/${slug}/t/on-reading/picture.png`;
    const own = { authorization: `Bearer ${ada.token!}` };
    const etagOf = async (path: string, headers = {}): Promise<string | null> =>
      (await get(path, headers)).headers.get('etag');
    const before = [await etagOf(talks), await etagOf(threads), await etagOf(picture)];
    expect([await etagOf(talks, own), await etagOf(threads, own), await etagOf(picture, own)]).toEqual(before);
    await olga.patch(`/admin/talks/${talk['id'] as string}`, { title: 'On reading lists', room: 'Basement' });
    for (const headers of [{}, own]) {
      const { items } = (await (await get(talks, headers)).json()) as { items: Json[] };
      expect(items.map(({ title }) => title as string)).toEqual(['On reading lists']);
      expect(await etagOf(picture, headers)).not.toBe(before[2]);
    }
    const counted = async (): Promise<number> =>
      ((await (await get(threads)).json()) as { items: Json[] }).items.find(({ id }) => id === threadId)!['counts']
        .comments as number;
    const said = await counted();
    const { id } = await ada.says(threadId, 'The last thing that was said.');
    expect(await counted()).toBe(said + 1);
    await ada.delete(`/comments/${id as string}`);
    expect(await counted()).toBe(said);
  });

  it('keeps a picture under the version of its thread alone: what changes while it is read is read again', async () => {
    const picture = `/c/${slug}/t/hallway/picture.png`;
    const numbers = world.app.get(ThreadVersions);
    await get(picture);
    const fresh = numbers.fresh.bind(numbers);
    jest.spyOn(numbers, 'fresh').mockImplementationOnce(async (id) => {
      const label = await fresh(id);
      await olga.patch(`/admin/threads/${threadId}`, { title: 'The hallway, by its new name' });
      return label;
    });
    await olga.patch(`/admin/threads/${threadId}`, { title: 'The hallway, by another name' });
    const etags = [];
    for (let i = 0; i < 3; i += 1) etags.push((await get(picture)).headers.get('etag'));
    await olga.patch(`/admin/threads/${threadId}`, { title: 'Hallway' });
    const last = (await get(picture)).headers.get('etag');
    expect([new Set(etags).size, etags.includes(last)]).toEqual([1, false]);
  });

  it('is made once for all who ask for it at the same time', async () => {
    await olga.patch(`/admin/talks/${talk['id'] as string}`, { title: 'On reading together' });
    const [schedules, feeds, talks] = [
      jest.spyOn(world.app.get(ScheduleQueries), 'talks'),
      jest.spyOn(world.app.get(FeedsQueries), 'ofConference'),
      jest.spyOn(world.app.get(ProgrammeListing), 'times'),
    ];
    for (const path of ['schedule.ics', 'feed.json', ''])
      await Promise.all(Array.from({ length: 20 }, async () => (await get(`/c/${slug}${path && `/${path}`}`)).text()));
    expect([schedules, feeds, talks].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });
});

describe('a public answer of more than a kilobyte', () => {
  it('comes compressed, the first time too, and says what it depends on', async () => {
    const others = [...lists(), `/api/v1/threads/${threadId}/comments?limit=9`, `/privacy`, '/api/v1/openapi.json'];
    for (const path of [...files().filter((each) => /ics|schedule.json|hallway/.test(each)), ...pages(), ...others]) {
      const plain = await raw(path, { 'accept-encoding': 'identity', 'accept-language': 'fr' });
      expect({ path, status: plain.status, encoding: plain.headers['content-encoding'] }).toEqual({
        path,
        status: 200,
        encoding: undefined,
      });
      for (const [coding, unpack] of [
        ['br', brotliDecompressSync],
        ['gzip', gunzipSync],
      ] as const) {
        const packed = await until(`${coding} of ${path}`, async () => {
          const answer = await raw(path, { 'accept-encoding': coding, 'accept-language': 'fr' });
          return answer.headers['content-encoding'] === coding && answer;
        });
        expect({
          path,
          isSame: unpack(packed.body).equals(plain.body),
          vary: /accept-encoding/i.test(packed.headers.vary ?? ''),
        }).toEqual({ path, isSame: true, vary: true });
        expect(Number(packed.headers['content-length'])).toBe(packed.body.length);
      }
    }
  });

  it('comes as it is to whoever has a session where it mixes their own with what the address brought', async () => {
    // Without a query a page repeats nothing of its address, and public answers hold nothing of the reader.
    for (const path of [`/c/${slug}?q=guess`, `/c/${slug}/search?q=guess`]) {
      const answer = await raw(path, { 'accept-encoding': 'br, gzip', authorization: `Bearer ${ada.token!}` });
      expect({ path, status: answer.status, encoding: answer.headers['content-encoding'] }).toEqual({
        path,
        status: 200,
        encoding: undefined,
      });
    }
  });
});
