import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PackedClient } from '../support/packed-client.ts';
import { RunningRedis } from '../support/redis.ts';
import { freePort, RunningServer } from '../support/server.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

skipWithout('redis-server');

const SLIDES = 'https://talks.example/debranche.pdf';

/** Beside the bot, in its process: tells what it holds when asked. */
const PROBE = `
import { followed } from './bot.mjs';
process.on('message', () => {
  const { isLive, seq, comments } = followed;
  process.send({ isLive, seq, rows: [...comments.values()] });
});
process.send('started');
`;

interface FollowerState {
  seq: number;
  isLive: boolean;
  rows: Json[];
}

let packed: PackedClient;
let redis: RunningRedis;
let here: World;
let dir: string;
let settings: Record<string, string>;
let node: RunningServer;
let ada: Person;
let threadId: string;
let environment: Record<string, string>;
let botId: string;
beforeAll(async () => {
  [packed, redis, dir] = await Promise.all([
    PackedClient.install(),
    RunningRedis.open(),
    mkdtemp(path.join(os.tmpdir(), 'aftertalk-bot-')),
  ]);
  here = await World.open({ REDIS_URL: redis.url, LOG_LEVEL: 'silent' });
  await here.followMachine();
  settings = {
    DATA_DIR: dir,
    DATABASE_URL: here.databaseUrl,
    REDIS_URL: redis.url,
    SECRET_KEYS: (await readFile(path.join(here.dataDir, 'keys', 'secret-keys'), 'utf8')).trim(),
    PORT: String(await freePort()),
    RATE_LIMITS: 'off',
    DEMO: 'off',
  };
  const starting = RunningServer.start(settings);
  const olga = await here.person('olga').signsIn();
  const { slug } = await here.conference(olga);
  const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
    slug: 'debranche',
    title: 'Débranché',
    startsAt: here.clock.now().toISOString(),
    durationMinutes: 60,
    attachments: [{ title: 'Slides', url: SLIDES }],
  });
  threadId = talk.body['threadId'] as string;
  ada = await (await here.person('ada').signsIn()).calledIn(slug, 'Ada');
  const bot = await here.person('bot').signsIn();
  botId = (await bot.post(`/conferences/${slug}/personas`, { name: 'Slides' })).body['id'] as string;
  const token = await bot.post('/me/tokens', { name: 'Bot', scopes: ['comments:write'], conferenceId: slug });
  await packed.program('bot', await packed.read('examples/bot.ts'));
  await packed.program('probe', PROBE);
  node = await starting;
  environment = { FORUM: node.base, TOKEN: token.body['token'] as string, THREAD: threadId };
});
afterAll(async () => {
  for (const bot of bots) bot.kill('SIGKILL');
  await node.ends('SIGKILL');
  await here.close();
  await redis.close();
  await Promise.all([packed.remove(), rm(dir, { recursive: true, force: true })]);
});

const bots: ChildProcess[] = [];

/** Starts the bot as its owner does; resolves once it holds the thread. */
async function startBot(): Promise<ChildProcess> {
  const bot = packed.start(path.join(packed.folder, 'probe.mjs'), environment);
  bots.push(bot);
  bot.stderr!.pipe(process.stderr);
  await once(bot, 'message');
  return bot;
}

async function heldBy(bot: ChildProcess): Promise<FollowerState> {
  const answered = once(bot, 'message') as Promise<[FollowerState]>;
  bot.send('?');
  return (await answered)[0];
}

const end = async (bot: ChildProcess): Promise<void> => {
  const ended = once(bot, 'exit');
  bot.kill('SIGKILL');
  await ended;
};

interface FollowedComment {
  id: string;
  seq: number;
  changedSeq: number;
  state: string;
  html: string;
  votes: number;
  replyCount: number;
  parentId: string | null;
  personaId: string | null;
}

const inDatabase = (): Promise<FollowedComment[]> =>
  here.query<FollowedComment & Record<string, unknown>>(
    `select id, seq, changed_seq as "changedSeq", votes, reply_count as "replyCount", parent_id as "parentId",
       persona_id as "personaId",
       case when withdrawn_at is null then 'visible' else 'withdrawn' end as state,
       case when withdrawn_at is null then html else '' end as html
     from comments
     where thread_id = $1`,
    [threadId],
  );

/** Every public field that is a column, in the order of the thread. */
const shown = (rows: readonly (FollowedComment | Json)[]): string[] =>
  rows
    .map((row) => [
      row['seq'],
      row['id'],
      row['changedSeq'],
      row['state'],
      row['html'],
      row['votes'],
      row['replyCount'],
    ])
    .map((fields) => JSON.stringify(fields))
    .toSorted();

/** Waits until the bot has the last number, and answers what it holds. */
async function caughtUp(bot: ChildProcess): Promise<FollowerState> {
  return until('the bot to have caught up', async () => {
    const [held, rows] = await Promise.all([heldBy(bot), inDatabase()]);
    return held.seq >= Math.max(...rows.map(({ changedSeq }) => changedSeq)) ? held : null;
  });
}

describe('the bot of the example', () => {
  it('has at most forty lines', async () => {
    expect((await packed.read('examples/bot.ts')).trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });

  it('answers each command once and holds what the database holds, over a killed node and its own end', async () => {
    const commands: string[] = [];
    const ask = async (words: string): Promise<void> =>
      void commands.push((await ada.says(threadId, `${words} !slides`))['id'] as string);
    const answers = async (): Promise<number> =>
      (await inDatabase()).filter(({ personaId }) => personaId === botId).length;
    await ask('Before it came:');
    let bot = await startBot();
    await until('the bot to be live', async () => (await heldBy(bot)).isLive);
    await ask('Live:');
    await until('two answers', async () => (await answers()) === 2);

    // The bot's node dies while people go on at the other one; a coming answer is given later.
    await ask('Just before the end of its node:');
    await node.ends('SIGKILL');
    await ask('While its node is away:');
    const said = await ada.says(threadId, 'No command, and withdrawn while the node is away.');
    expect((await ada.delete(`/comments/${said['id']}`)).status).toBe(204);
    node = await RunningServer.start(settings);
    await ask('As its node comes back:');
    await until('five answers', async () => (await answers()) === 5);
    expect(shown((await caughtUp(bot)).rows)).toEqual(shown(await inDatabase()));

    // The bot ends as well, at any moment, and comes back knowing nothing.
    await ask('Just before its own end:');
    await end(bot);
    await ask('While it is away:');
    bot = await startBot();
    await until('seven answers', async () => (await answers()) === 7);
    await ada.put(`/comments/${commands[0]}/kind`, { kind: 'question' });
    expect(shown((await caughtUp(bot)).rows)).toEqual(shown(await inDatabase()));

    const answered = (await inDatabase()).filter(({ personaId }) => personaId === botId);
    expect(answered).toHaveLength(commands.length);
    expect(new Set(answered.map(({ parentId }) => parentId))).toEqual(new Set(commands));
    expect(answered[0]!.html).toContain(`href="${SLIDES}"`);
  });
});
