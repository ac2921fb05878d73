import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { Socket } from 'socket.io-client';
import { CorrectedClock } from '../../src/kernel/clock.ts';
import { BuildId } from '../../src/platform/build-id.ts';
import { readConfig } from '../../src/platform/config/settings.ts';
import { RecurringTasks } from '../../src/platform/recurring-tasks.ts';
import { AppModule } from '../../src/start/app.module.ts';
import { openSocket } from '../support/api/recorder.ts';
import { RunningRedis } from '../support/redis.ts';
import { Person, until, World, type Json } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('redis-server');

let redis: RunningRedis;
let here: World;
let there: World;
let ada: Person;
let threadId: string;
beforeAll(async () => {
  redis = await RunningRedis.open();
  here = await World.open({ REDIS_URL: redis.url, LOG_LEVEL: 'silent' });
  there = await here.beside({ REDIS_URL: redis.url, LOG_LEVEL: 'silent' });
  const conference = await here.conference(await here.person('olga').signsIn());
  ({ threadId } = conference);
  ada = await (await here.person('ada').signsIn()).calledIn(conference.slug, 'Ada');
});
afterAll(async () => {
  await there.close();
  await here.close();
  await redis.close();
});

/** A reader of the thread on one of the nodes, with everything that was sent to it. */
async function reads(world: World): Promise<{ socket: Socket; words: string[]; presence: Json[] }> {
  const reader = { socket: await world.person('nobody').listens(), words: [] as string[], presence: [] as Json[] };
  reader.socket.on('thread:changes', ({ comments }: { comments: Json[] }) =>
    reader.words.push(...comments.map(({ html }) => html as string)),
  );
  reader.socket.on('thread:presence', (presence: Json) => reader.presence.push(presence));
  await reader.socket.emitWithAck('thread:join', { threadId });
  return reader;
}

const receives = (reader: { words: string[] }, words: string): Promise<boolean> =>
  until(`a reader to hear "${words}"`, () => reader.words.some((html) => html.includes(words)));

describe('two nodes', () => {
  it('show what is said on one of them on both, while Redis is there, while it is gone, and when it has come back', async () => {
    const readers = await Promise.all([reads(here), reads(there)]);
    for (const [words, before] of [
      ['Redis is there.', async () => undefined],
      ['Redis is gone.', () => redis.kill()],
      ['Redis is back.', () => redis.start()],
    ] as const) {
      await before();
      await ada.says(threadId, words);
      await Promise.all(readers.map((reader) => receives(reader, words)));
    }
    for (const { socket } of readers) socket.disconnect();
  });

  it('refuse polling with a sentence that names the cure, and take WebSockets of the same client', async () => {
    const socket = openSocket(here.base, { path: '/socket.io', forceNew: true, reconnection: false });
    const error = await new Promise<Error & { context?: { status?: number } }>((resolve) => {
      socket.on('connect_error', resolve);
    });
    expect(error.context?.status).toBe(403);
    const refusal = await here.person('x').get(`${here.base}/socket.io/?EIO=4&transport=polling`);
    expect(refusal.body['message']).toContain("connect with transports: ['websocket']");
    socket.disconnect();
    expect((await here.person('x').listens(['websocket'])).connected).toBe(true);
  });

  it('count the readers of both', async () => {
    const alone = await reads(here);
    const counted = (readers: number): Promise<boolean> =>
      until(`a count of ${readers}`, () => alone.presence.at(-1)?.['readers'] === readers);
    await counted(1);
    const others = await Promise.all([reads(there), reads(there)]);
    await counted(3);
    others[0]!.socket.disconnect();
    await counted(2);
  });

  it('end a session on both at once', async () => {
    const eve = await here.person('eve').signsIn();
    const elsewhere = new Person(there, eve.email, eve.token);
    const socket = await elsewhere.listens();
    const ended = new Promise((resolve) => {
      socket.once('session:ended', resolve);
    });
    expect((await eve.delete('/auth/sessions/current')).status).toBe(204);
    await ended;
    await until('the socket to be closed', () => socket.disconnected);
  });
});

describe('two nodes without Redis', () => {
  it('refuse polling while the other is there, and take it again when one is alone', async () => {
    const alone = await World.open({ LOG_LEVEL: 'silent' });
    const polls = async (world: World): Promise<{ status: number; message?: string }> => {
      const { status, body } = await world.person('x').get(`${world.base}/socket.io/?EIO=4&transport=polling`);
      return { status, message: body['message'] as string };
    };
    const refused = { status: 403, message: expect.stringContaining("connect with transports: ['websocket']") };
    try {
      expect(await polls(alone)).toMatchObject({ status: 200 });
      const second = await alone.beside({ LOG_LEVEL: 'silent' });
      await until('both to know of each other', async () => (await polls(alone)).status === 403);
      expect([await polls(alone), await polls(second)]).toEqual([refused, refused]);
      expect((await second.person('x').listens(['websocket'])).connected).toBe(true);
      await second.close();
      await until('the node to be alone', async () => (await polls(alone)).status === 200);
    } finally {
      await alone.close();
    }
  });

  it('are not two when one is a command beside a server', async () => {
    const world = await World.open({ LOG_LEVEL: 'silent' });
    const config = readConfig({ DATA_DIR: world.dataDir, LOG_LEVEL: 'silent', DEMO: 'off' });
    const clock = new CorrectedClock();
    const options = { config, databaseUrl: world.databaseUrl, clock, build: new BuildId(path.resolve('.'), []) };
    const command = await NestFactory.createApplicationContext(AppModule.forRoot(options), { logger: false });
    try {
      await command.get(RecurringTasks).runNow('live/show-this-node');
      const { status } = await world.person('x').get(`${world.base}/socket.io/?EIO=4&transport=polling`);
      expect(status).toBe(200);
    } finally {
      await command.close();
      await world.close();
    }
  });
});
