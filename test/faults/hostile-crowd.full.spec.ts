import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forum } from './harness/forum.ts';
import { HostileCrowd } from './harness/hostile-crowd.ts';
import { networkOf } from './harness/hostile.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, Dice, isFull, scaled, seed, wait } from './harness/scale.ts';

const PEOPLE = scaled(10, 50);
const CLIENTS = scaled(14, 50);
const TALKS = scaled(20, 1_500);
const ROOMS = 30;
/** Time for which people talk alone, and with the crowd, in milliseconds. */
const IDLE_MS = scaled(3_000, 60_000);
const CROWD_MS = scaled(6_000, Number(process.env['CROWD_MS'] ?? 600_000));
/** A person says something once in so many milliseconds: slower than the flood guard asks (30 in ten minutes). */
const PAUSE_MS = scaled(5_000, 25_000);
/** Time for the server to let go of the memory that it held for the crowd, in milliseconds. */
const AFTER_MS = scaled(1_000, 60_000);

interface TimedPost {
  readonly body: string;
  readonly ms: number;
  readonly status: number;
  readonly isRetryable: boolean;
}

let forum: Forum;
let clients: string[] = [];

beforeAll(async () => {
  const settings = {
    RATE_LIMITS: 'on',
    TRUSTED_PROXIES: '127.0.0.0/8',
    VENUE_NETWORKS: '127.0.0.0/8',
    ...(isFull ? memorySettings() : {}),
  };
  forum = await Forum.open({ participants: PEOPLE, settings });
  if (isFull && !ofServer('maps').includes('libjemalloc'))
    throw new Error('F19 measures memory as the image keeps it: install libjemalloc2');
  await imports(TALKS);
  const emails = Array.from({ length: Math.min(CLIENTS, 20) }, (_, i) => `mallory${i}@mail.example`);
  clients = await forum.signIn(emails);
  await Promise.all(
    clients.map((token, i) =>
      forum.node.must('POST', `/conferences/${forum.slug}/personas`, { token, body: { name: `Mallory ${i}` } }),
    ),
  );
}, BUILDING_MS);
afterAll(() => forum?.close(), BUILDING_MS);

/** The library that keeps memory and its settings, as in the image. */
function memorySettings(): Record<string, string> {
  const [, line] = /^ENV (LD_PRELOAD=.*)$/m.exec(readFileSync('Dockerfile', 'utf8'))!;
  return Object.fromEntries(line!.split(' ').map((each) => each.split('=')));
}

/** A programme of so many talks, in thirty rooms, each of them with one after the other. */
async function imports(talks: number): Promise<void> {
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  const startOf = (i: number): string =>
    new Date(now.getTime() + Math.floor(i / ROOMS) * 60 * 60_000).toISOString().slice(0, 19);
  const eventOf = (i: number): object => ({
    guid: `g${i}`,
    date: `${startOf(i)}+00:00`,
    start: startOf(i).slice(11, 16),
    duration: '00:45',
    title: `Talk ${i}`,
    abstract: 'What it is about',
    persons: [{ id: i, public_name: `Person of talk ${i}` }],
  });
  const inRoom = (room: number): object[] =>
    Array.from({ length: talks }, (_, i) => i)
      .filter((i) => i % ROOMS === room)
      .map(eventOf);
  const rooms = Object.fromEntries(Array.from({ length: ROOMS }, (_, room) => [`Room ${room}`, inRoom(room)]));
  const conference = {
    acronym: 'c',
    title: 'C',
    start: day,
    end: day,
    time_zone_name: 'UTC',
    days: [{ date: day, rooms }],
  };
  const answer = await forum.node.ask(
    'POST',
    `/api/v1/admin/conferences/${forum.slug}/imports`,
    { token: forum.organizer, body: { schedule: { version: '1', conference } } },
    300_000,
  );
  if (answer.status !== 200) throw new Error(`the programme was refused: ${answer.text}`);
}

/** Everybody says something now and then, in any thread, each from a network of their own. */
async function talking(name: string, ms: number): Promise<TimedPost[]> {
  const dice = new Dice(name);
  const begun = performance.now();
  const posts: TimedPost[] = [];
  await Promise.all(
    forum.tokens.map(async (token, i) => {
      await wait(dice.between(0, Math.min(PAUSE_MS, ms / 2)));
      for (let n = 0; performance.now() - begun < ms; n += 1) {
        const body = `${name}: number ${n} of person ${i}`;
        const sent = performance.now();
        const answer = await forum.node
          .ask('POST', `/api/v1/threads/${dice.one(forum.threadIds)}/comments`, {
            token,
            body: { body },
            key: body,
            headers: networkOf('honest', i),
          })
          .catch(() => null);
        posts.push({
          body,
          ms: performance.now() - sent,
          status: answer?.status ?? 0,
          isRetryable: answer?.headers.has('retry-after') ?? false,
        });
        await wait(PAUSE_MS * dice.between(0.8, 1.2));
      }
    }),
  );
  return posts;
}

/**
 * One reader of each thing that the crowd will ask for. What its first use costs for good (code that is compiled, a
 * calendar that is kept) is not kept for the crowd, and was counted as if it were.
 */
async function readsAround(talk: string): Promise<void> {
  const { slug } = forum;
  for (const page of [
    `/c/${slug}`,
    `/c/${slug}/schedule.ics`,
    `/c/${slug}?q=talk`,
    talk,
    `${talk}/picture.png`,
    `/api/v1/conferences/${slug}/search?q=number`,
  ])
    expect((await forum.node.ask('GET', page)).status).toBe(200);
}

/** The time within which all but one of a hundred were answered, in milliseconds. */
const p99 = (posts: readonly TimedPost[]): number =>
  posts.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.ceil(posts.length * 0.99) - 1] ?? 0;

const ofServer = (file: string): string => readFileSync(`/proc/${forum.node.server.child.pid!}/${file}`, 'utf8');

/** Resident memory of the server in megabytes. */
const memory = (): number => Number(/VmRSS:\s+(\d+) kB/.exec(ofServer('status'))?.[1]) / 1024;

describe(`a hostile crowd (seed ${seed})`, () => {
  it(
    'F19: does everything at once that costs something, and people talk on',
    async () => {
      const [talk] = (await forum.node.get(`/conferences/${forum.slug}/threads?limit=100`))['items'].filter(
        ({ talkId }: { talkId: string | null }) => talkId !== null,
      ) as { slug: string }[];
      const {
        node: { port },
        slug,
        threadIds,
      } = forum;
      const path = `/c/${slug}/t/${talk!.slug}`;
      await readsAround(path);
      const idle = await talking('alone', IDLE_MS);
      const before = memory();
      const crowd = HostileCrowd.start({
        port,
        slug,
        threadIds,
        path,
        tokens: clients,
        clients: CLIENTS,
      });
      const posts = await talking('beside the crowd', CROWD_MS);
      const most = memory();
      const { statuses: answered, wrong } = await crowd.finish();
      const statuses = new Map(answered);
      await wait(AFTER_MS);
      const after = memory();

      const acknowledged = [...idle, ...posts].filter(({ status }) => status === 201);
      const rows = await forum.query<{ source: string; count: number }>(
        'select source, count(*)::int from comments where source = any($1) group by source',
        [acknowledged.map(({ body }) => body)],
      );
      const figures =
        `${CLIENTS} clients, ${seconds(CROWD_MS)}: posting p99 ${Math.round(p99(idle))} ms alone, ` +
        `${Math.round(p99(posts))} ms beside them; ` +
        `${posts.length} posts, ${posts.filter(({ status }) => status === 201).length} acknowledged; the crowd ` +
        'was answered ' +
        `${[...statuses]
          .toSorted(([a], [b]) => a - b)
          .map(([status, count]) => `${count} × ${status || 'nothing'}`)
          .join(', ')}; ` +
        `memory ${Math.round(before)} MB before, ${Math.round(most)} MB during, ${Math.round(after)} MB after`;
      saw('F19', figures);

      expect(wrong).toEqual([]);
      expect(posts.filter(({ status, isRetryable }) => status !== 201 && !(status === 503 && isRetryable))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(idle.length);
      expect({ found: rows.length, twice: rows.filter(({ count }) => count !== 1) }).toEqual({
        found: acknowledged.length,
        twice: [],
      });
      expect(forum.node.server.exit).toBeNull();
      expect(statuses.get(429)).toBeGreaterThan(0);
      if (!isFull) return;
      expect(p99(posts) / p99(idle)).toBeLessThanOrEqual(3);
      expect(after / before).toBeLessThanOrEqual(1.1);
    },
    scaled(240_000, 1_200_000),
  );
});
