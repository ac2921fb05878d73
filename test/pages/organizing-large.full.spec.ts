import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { conferenceOf, importsInto, talksOf } from '../imports/programmes.ts';
import { fillThreads } from '../support/many-comments.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

/** Most bytes of a page, compressed as a browser gets it. */
const PAGE_BYTES = 60_000;
/** As many talks as the largest programme we know, FOSDEM 2026. */
const TALKS = 883;

/** Texts of words that repeat as little as those of people. */
function textsOf(seed: number): (words: number) => string {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const syllables = 'ba de ki lo mu na pre qui ro sta te ur vi wo xe yl zor chi fre gan'.split(' ');
  const word = (): string => Array.from({ length: 1 + next(4) }, () => syllables[next(syllables.length)]).join('');
  return (words) => Array.from({ length: words }, word).join(' ');
}

/** FOSDEM's programme if `SCHEDULES_DIR` has it, as for the measures; else one of its size. */
async function largeProgramme(): Promise<Buffer> {
  const folder = process.env['SCHEDULES_DIR'];
  if (folder) return readFile(path.join(folder, 'schedule-xml/fosdem-2026.xml'));
  const text = textsOf(20_260_131);
  const events = Array.from({ length: TALKS }, (_, n) => ({
    guid: `guid-${n}`,
    date: `2026-01-31T${String(9 + (n % 9)).padStart(2, '0')}:00:00+01:00`,
    duration: '00:30',
    title: text(7),
    abstract: `<p>${text(120)}</p>`,
    track: `Track ${n % 60}`,
    persons: [{ id: n, public_name: `${text(1)} ${text(1)}`, biography: text(60) }],
  }));
  const rooms = Object.fromEntries(
    Array.from({ length: 30 }, (_, room) => [`Room ${room}`, events.filter((_event, n) => n % 30 === room)]),
  );
  const conference = {
    acronym: 'large',
    title: 'Large',
    start: '2026-01-31',
    end: '2026-02-01',
    time_zone_name: 'Europe/Brussels',
    days: [{ date: '2026-01-31', rooms }],
  };
  return Buffer.from(JSON.stringify({ schedule: { version: '1', conference } }));
}

let world: World;
let olga: Person;
let slug: string;
let importId: string;
let file: Buffer;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga, { startsOn: '2026-01-31', endsOn: '2026-02-01' });
  file = await largeProgramme();
  const done = await importsInto(olga, slug, file);
  expect(done.body).toMatchObject({ added: TALKS });
  ({ importId } = done.body as { importId: string } & Json);
  const [{ threadId }] = (await olga.get(`/conferences/${slug}/talks?limit=1`)).body['items'] as [Json];
  await fillThreads((sql, values) => world.query(sql, values), threadId as string);
});
afterAll(() => world.close());

interface MeasuredPage {
  status: number;
  bytes: number;
}

/** A page as it comes over the wire to a browser that takes Brotli. */
const sent = (
  method: string,
  address: string,
  body?: Buffer,
  headers: Record<string, string> = {},
): Promise<MeasuredPage> =>
  new Promise((resolve, reject) => {
    const request = http.request(`${world.base}${address}`, {
      method,
      headers: {
        authorization: `Bearer ${olga.token!}`,
        accept: 'text/html',
        'accept-encoding': 'br, gzip',
        'accept-language': 'en',
        origin: 'http://localhost:3000',
        ...headers,
      },
    });
    request.on('error', reject).on('response', (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes })).on('error', reject);
    });
    request.end(body);
  });

const PARTS = [
  '',
  '/queue',
  '/programme',
  '/programme?layout=grid',
  '/programme?layout=grid&rooms=3',
  '/programme/new',
  '/discussions',
  '/team',
  '/speakers',
  '/qr',
  '/qr/slides',
  '/qr/a4',
  '/qr/cards',
  '/highlights',
  '/figures',
  '/rules',
  '/appearance',
  '/settings',
  '/export',
  '/log',
  '/import',
  '/embedding',
  '/powers',
];

describe('the pages of the organizers of a very large conference', () => {
  it.each(PARTS)('are at most 60 kB over the wire: /organize/{conference}%s', async (part) => {
    // The figures are counted for the first time here, which a reader is asked to come back for.
    const { status, bytes } = await until('a page that is not busy', async () => {
      const page = await sent('GET', `/organize/${slug}${part}`);
      return page.status !== 503 && page;
    });
    expect(status).toBe(200);
    expect(bytes).toBeLessThanOrEqual(PAGE_BYTES);
  });

  it('are at most 60 kB with the form of a talk in its row, or above the grid', async () => {
    const [talk] = await talksOf(olga, slug);
    for (const layout of ['list', 'grid']) {
      const { status, bytes } = await sent(
        'GET',
        `/organize/${slug}/programme?layout=${layout}&edit=${String(talk!['id'])}`,
      );
      expect([layout, status, bytes <= PAGE_BYTES]).toEqual([layout, 200, true]);
    }
  });

  it('tell of its many comments on the page of figures', async () => {
    const page = (await olga.get(`${world.base}/organize/${slug}/figures`, { 'accept-language': 'en' })).text;
    const numbers = [...page.replaceAll(/<[^>]*>/g, ' ').matchAll(/\b\d{1,3}(?:,\d{3})+\b/g)].map(([each]) => each);
    expect(numbers.length).toBeGreaterThan(0);
  });

  it('stay as small when a large import is tried, and before it is undone', async () => {
    const undo = await sent('GET', `/organize/${slug}/imports/${importId}/undo`);
    const form = new FormData();
    form.set('do', 'try');
    form.set('file', new Blob([new Uint8Array(file)]), 'programme');
    const other = await conferenceOf(olga, { startsOn: '2026-01-31', endsOn: '2026-02-01' });
    const encoded = new Response(form);
    const tried = await sent('POST', `/organize/${other}/imports`, Buffer.from(await encoded.arrayBuffer()), {
      'content-type': encoded.headers.get('content-type')!,
    });
    for (const { status, bytes } of [undo, tried]) {
      expect(status).toBe(200);
      expect(bytes).toBeLessThanOrEqual(PAGE_BYTES);
    }
  });
});
