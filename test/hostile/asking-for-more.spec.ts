import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import { DrawingWorker } from '../../src/platform/images/drawing-worker.ts';
import { BUILT_A_MINUTE, ReadingLimits } from '../../src/sessions/reading-limits.ts';
import { type Json, type Person, until, World } from '../support/world.ts';

let world: World;
let olga: Person;
let slug: string;
let talk: Json;
beforeAll(async () => {
  world = await World.open({ RATE_LIMITS: 'on' });
  olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga));
  talk = (
    await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'a-talk',
      title: 'Équilibre',
      abstract: 'Of 100 % and_more.',
    })
  ).body;
  await olga.post(`/admin/conferences/${slug}/talks`, { slug: 'another-talk', title: 'Something else' });
});
afterAll(() => world.close());
beforeEach(() => void jest.restoreAllMocks());

const get = (where: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${world.base}/c/${slug}${where}`, { headers: { 'accept-language': 'en', ...headers } });
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

describe('finding talks by their words', () => {
  it('takes no sign for an operator, whatever its case, and sees what was changed a moment ago', async () => {
    const found = async (q: string): Promise<string[]> =>
      (
        (await world.person('nobody').get(`/conferences/${slug}/talks?q=${encodeURIComponent(q)}`)).body[
          'items'
        ] as Json[]
      )
        .map(({ slug: each }) => each as string)
        .toSorted();
    expect(await found('ÉQUI')).toEqual(['a-talk']);
    expect(await found('100 %')).toEqual(['a-talk']);
    // A sign is no part of a word: written with or without a space, the number is found.
    expect(await found('100%')).toEqual(['a-talk']);
    expect(await found('and_more')).toEqual(['a-talk']);
    expect(await found('andXmore')).toEqual([]);
    expect(await found('e')).toEqual(['a-talk', 'another-talk']);
    await olga.patch(`/admin/talks/${talk['id'] as string}`, { title: 'Balance' });
    expect(await found('équi')).toEqual([]);
    expect(await found('balance')).toEqual(['a-talk']);
    expect(await (await get('?q=balance')).text()).toContain('Balance');
  });
});

describe('the picture of a thread', () => {
  it('is drawn once, by a thread of its own, and kept on disk until it would look otherwise', async () => {
    const draw = jest.spyOn(DrawingWorker.prototype, 'draw');
    const drawn = await Promise.all(Array.from({ length: 5 }, async () => bytesOf(await get('/t/a-talk/picture.png'))));
    expect(new Set(drawn.map((png) => png.toString('base64'))).size).toBe(1);
    const { headers } = await get('/t/a-talk/picture.png');
    expect((await get('/t/a-talk/picture.png', { 'if-none-match': headers.get('etag')! })).status).toBe(304);
    expect(draw).toHaveBeenCalledTimes(1);
    expect(headers.get('cache-control')).toBe('public, max-age=3600');
    const dir = path.join(world.dataDir, 'pictures');
    const [file, ...more] = await readdir(dir);
    expect([file, more]).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/), []]);
    await truncate(path.join(dir, file!), 100);
    // Without the memory, which has the whole picture still and knows it by its plain address alone.
    expect(await bytesOf(await get('/t/a-talk/picture.png?again'))).toEqual(drawn[0]);
    expect(draw).toHaveBeenCalledTimes(2);
    await olga.patch(`/admin/talks/${talk['id'] as string}`, { room: 'Aula' });
    // The picture's version may be a second old.
    await until(
      'the picture to name the other room',
      async () => (await get('/t/a-talk/picture.png')).headers.get('etag') !== headers.get('etag'),
    );
    expect(draw).toHaveBeenCalledTimes(3);
  });
});

describe('the documents of the API', () => {
  it('are written before anybody asks, and never again', async () => {
    for (const where of ['/api/v1/openapi.json', '/api/v1/openapi.yaml']) {
      const ask = async (): Promise<unknown[]> => {
        const { status, headers, text } = await fetch(world.base + where).then(async (answer) => ({
          status: answer.status,
          headers: ['content-type', 'cache-control', 'vary'].map((name) => answer.headers.get(name)),
          text: await answer.text(),
        }));
        return [status, headers, text];
      };
      const asText = jest.spyOn(JSON, 'stringify');
      const keys = jest.spyOn(Object, 'keys');
      const first = await ask();
      expect(first[0]).toBe(200);
      expect(await ask()).toEqual(first);
      const asked = [...asText.mock.calls, ...keys.mock.calls].map(([value]) => value as Json | null);
      jest.restoreAllMocks();
      expect(asked.filter((value) => value?.['openapi'] !== undefined)).toEqual([]);
    }
  });
});

describe('a network that has more and more made', () => {
  it('is asked to wait, while what is at hand goes on being sent to everybody', async () => {
    const known = [
      '',
      '?q=balance',
      '?show=active',
      '/schedule.ics',
      '/feed.atom',
      '/t/a-talk',
      '/t/a-talk/picture.png',
    ];
    for (const where of known) expect({ where, status: (await get(where)).status }).toEqual({ where, status: 200 });
    const limits = world.app.get(ReadingLimits);
    for (let i = 0; i < BUILT_A_MINUTE; i += 1) await limits.mayBuild({ ip: '127.0.0.1' }).catch(() => undefined);
    const asked = ['?q=something', '/search?q=something', '?room=nowhere', '?day=2026-01-01'];
    for (const where of [...asked, '/t/another-talk/picture.png']) {
      const refused = await get(where);
      expect({ where, status: refused.status, cache: refused.headers.get('cache-control') }).toEqual({
        where,
        status: 429,
        cache: 'no-store',
      });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
    for (const where of known) expect({ where, status: (await get(where)).status }).toEqual({ where, status: 200 });
    // A cached answer that has changed since is made anew for anybody.
    await olga.patch(`/admin/talks/${talk['id'] as string}`, { title: 'Balance, again' });
    for (const where of ['', '?q=balance']) expect(await (await get(where)).text()).toContain('Balance, again');
    expect((await get('/t/another-talk')).status).toBe(200);
  });
});
