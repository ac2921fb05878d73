import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Namespace } from 'socket.io';
import type { Socket } from 'socket.io-client';
import { Notices } from '../../src/accounts/notices.ts';
import { connectionOf } from '../../src/live/engine-connection.ts';
import { LiveGateway } from '../../src/live/live.gateway.ts';
import { SessionsQueries } from '../../src/sessions/sessions.queries.ts';
import { openSocket } from '../support/api/recorder.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let slug: string;
beforeAll(async () => {
  world = await World.open({ LOG_LEVEL: 'silent' });
  olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
});
afterAll(() => world.close());

const hall = async (): Promise<string> =>
  (
    await olga.post(`/admin/conferences/${slug}/threads`, {
      slug: `hall-${Math.floor(Math.random() * 1e9)}`,
      title: 'Hall',
    })
  ).body['id'] as string;

/** The server's side of the sockets: what no client can see. */
const inside = (): Namespace => (world.app.get(LiveGateway) as unknown as { namespace: Namespace }).namespace;

interface TimedFrame {
  at: number;
  frame: Json;
}

async function reads(
  threadId: string,
  transports?: readonly ('polling' | 'websocket')[],
): Promise<{ socket: Socket; frames: TimedFrame[]; presence: Json[] }> {
  const reader = {
    socket: await world.person('nobody').listens(transports),
    frames: [] as TimedFrame[],
    presence: [] as Json[],
  };
  reader.socket.on('thread:changes', (frame: Json) => reader.frames.push({ at: performance.now(), frame }));
  reader.socket.on('thread:presence', (presence: Json) => reader.presence.push(presence));
  await reader.socket.emitWithAck('thread:join', { threadId });
  return reader;
}

const votesIn = (frames: readonly TimedFrame[]): number =>
  Math.max(0, ...frames.flatMap(({ frame }) => (frame['comments'] as Json[]).map(({ votes }) => votes as number)));

describe('a frame', () => {
  it('is made once, however many read, and reaches all of them', async () => {
    const threadId = await hall();
    const readers = await Promise.all(Array.from({ length: 150 }, () => reads(threadId)));
    const made: unknown[] = [];
    for (const socket of inside().sockets.values()) {
      const sender = connectionOf(socket).transport.socket!._sender! as {
        sendFrame(frames: readonly Buffer[], sent?: () => void): void;
      };
      const send = sender.sendFrame.bind(sender);
      sender.sendFrame = (frames, sent) => {
        made.push(...frames.filter((frame) => frame.includes('Once for all.')));
        send(frames, sent);
      };
    }
    await ada.says(threadId, 'Once for all.');
    await until('all to have heard it', () => readers.every(({ frames }) => frames.length === 1));
    expect(made).toHaveLength(150);
    expect(new Set(made).size).toBe(1);
  });

  it('reaches who has no WebSocket, and who gets one while frames come, each once and in order', async () => {
    const threadId = await hall();
    const readers = await Promise.all([
      reads(threadId, ['polling']),
      ...Array.from({ length: 10 }, () => reads(threadId, ['polling', 'websocket'])),
    ]);
    for (let i = 0; i < 12; i += 1) await ada.says(threadId, `Number ${i}.`);
    for (const { frames } of readers)
      await until('all twelve', () => frames.flatMap(({ frame }) => frame['comments'] as Json[]).length === 12);
    for (const { frames } of readers)
      for (const [i, { frame }] of frames.entries()) if (i > 0) expect(frame['from']).toBe(frames[i - 1]!.frame['to']);
  });

  it('holds at most a hundred rows and 64 kB, and the rest follows in frames that continue it', async () => {
    const threadId = await hall();
    const reader = await reads(threadId);
    await ada.says(threadId, 'The first one leaves at once.');
    for (let i = 0; i < 6; i += 1)
      await Promise.all(Array.from({ length: 20 }, (_, j) => ada.says(threadId, `${i} ${j} ${'long '.repeat(400)}`)));
    const rows = (): Json[] => reader.frames.flatMap(({ frame }) => frame['comments'] as Json[]);
    await until('all of them to have come', () => rows().length === 121);
    expect(new Set(rows().map(({ id }) => id as string)).size).toBe(121);
    for (const { frame } of reader.frames) {
      expect((frame['comments'] as Json[]).length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(frame['comments']).length).toBeLessThanOrEqual(64 * 1024 + 200);
    }
    expect(reader.frames.map(({ frame }) => frame['from'] as number)).toEqual([
      reader.frames[0]!.frame['from'],
      ...reader.frames.slice(0, -1).map(({ frame }) => frame['to'] as number),
    ]);
    // An answer may be larger, but ends in time too.
    const answer = (await reader.socket.emitWithAck('thread:changes', { threadId, after: 0 })) as Json;
    expect((answer['changes'].comments as Json[]).length).toBe(100);
    expect(JSON.stringify(answer).length).toBeLessThanOrEqual(256 * 1024 + 1_000);
  });

  it('that would show nothing new but votes waits until the last one is a second old, and goes along with anything else', async () => {
    const threadId = await hall();
    const { id } = await ada.says(threadId, 'Vote for this.');
    const voters = await Promise.all(['v1', 'v2', 'v3'].map((name) => world.person(name).signsIn()));
    const reader = await reads(threadId);
    const vote = async (i: number): Promise<void> =>
      expect((await voters[i]!.put(`/comments/${id}/vote`)).status).toBe(200);
    await vote(0);
    await until('the first vote', () => votesIn(reader.frames) === 1);
    await vote(1);
    await until('the second vote', () => votesIn(reader.frames) === 2);
    expect(reader.frames[1]!.at - reader.frames[0]!.at).toBeGreaterThan(900);
    await vote(2);
    await ada.says(threadId, 'Something else.');
    await until('the third vote', () => votesIn(reader.frames) === 3);
    await until('the comment', () =>
      reader.frames.some(({ frame }) =>
        (frame['comments'] as Json[]).some(({ html }) => String(html).includes('Something else')),
      ),
    );
    expect(reader.frames.length).toBeLessThanOrEqual(4);
  });

  it('is kept from who does not take it: past a megabyte the line is closed, and nobody else notices', async () => {
    const threadId = await hall();
    for (let i = 0; i < 12; i += 1)
      await Promise.all(Array.from({ length: 5 }, (_, j) => ada.says(threadId, `${i} ${j} ${'long '.repeat(900)}`)));
    const [good, bad] = [await reads(threadId), await reads(threadId)];
    const raw = (bad.socket.io.engine as unknown as { transport: { ws: { pause(): void } } }).transport.ws;
    const before = inside().sockets.size;
    raw.pause();
    await until(
      'the line to be closed',
      () => {
        // Asks and never takes the answers.
        for (let i = 0; i < 10; i += 1) bad.socket.emit('thread:changes', { threadId, after: 0 }, () => undefined);
        return inside().sockets.size < before;
      },
      30_000,
    );
    await ada.says(threadId, 'Still here?');
    await until('the other reader to hear', () =>
      good.frames.some(({ frame }) => JSON.stringify(frame).includes('Still here?')),
    );
    expect(good.socket.connected).toBe(true);
  });
});

describe('a socket', () => {
  it('that joins and leaves in one breath has left, and may listen to twenty rooms at a time, however fast it asks', async () => {
    const threads = await Promise.all(Array.from({ length: 21 }, () => hall()));
    const socket = await olga.listens();
    await Promise.all([
      socket.emitWithAck('thread:join', { threadId: threads[0] }),
      socket.emitWithAck('thread:leave', { threadId: threads[0] }),
    ]);
    expect(inside().adapter.rooms.has(`thread:${threads[0]}`)).toBe(false);
    const joined = await Promise.all(
      threads.slice(0, 19).map((threadId) => socket.emitWithAck('thread:join', { threadId }) as Promise<Json>),
    );
    expect(joined.every(({ ok }) => ok as boolean)).toBe(true);
    expect(await socket.emitWithAck('desk:join', { threadId: threads[19] })).toMatchObject({ ok: true });
    for (const event of ['thread:join', 'desk:join'])
      expect(await socket.emitWithAck(event, { threadId: threads[20] })).toMatchObject({
        ok: false,
        problem: { type: '/problems/rooms-full' },
      });
  });
});

describe('a session', () => {
  it('that begins while those of other sockets are checked keeps its socket', async () => {
    const sessions = world.app.get(SessionsQueries);
    await olga.listens();
    const stillOpen = sessions.stillOpen.bind(sessions);
    const came: Socket[] = [];
    sessions.stillOpen = async (ids) => {
      const open = await stillOpen(ids);
      came.push(await (await world.person('late').signsIn()).listens());
      return open;
    };
    await world.runNow('live/end-revoked');
    sessions.stillOpen = stillOpen;
    expect(came.length).toBeGreaterThan(0);
    for (const socket of came)
      expect(await socket.timeout(10_000).emitWithAck('thread:join', { threadId: await hall() })).toMatchObject({
        ok: true,
      });
  });
});

describe('a word to an account', () => {
  it('is told to who is there even where a look for it failed and it is no longer young, and to who comes later', async () => {
    const notices = world.app.get(Notices);
    const told: string[] = [];
    const [early, later] = [await world.person('early').signsIn(), await world.person('later').signsIn()];
    const accounts = (await world.query('select account_id from sessions order by begun_at desc limit 2')).map(
      ({ account_id: id }) => id as string,
    );
    const listens = async (person: Person, name: string): Promise<void> =>
      void (await person.listens()).on('account:notice', () => told.push(name));
    await listens(early, 'early');
    await world.runNow('live/look-at-notices');
    await world.query(
      `insert into account_notices (id, account_id, kind, comment_id, at)
       select gen_random_uuid(), id, 'answered', gen_random_uuid(), clock_timestamp() - interval '1 minute'
       from accounts
       where id = any($1)`,
      [accounts],
    );
    const recent = notices.recent.bind(notices);
    notices.recent = () => Promise.reject(new Error('away for a moment'));
    await world.runNow('live/look-at-notices');
    notices.recent = recent;
    await until('the one who was there to be told', () => told.includes('early'));
    await listens(later, 'later');
    await until('the one who came later to be told', () => told.includes('later'));
    await world.runNow('live/look-at-notices');
    expect(told).toEqual(['early', 'later']);
  });
});

describe('the end of a node', () => {
  it('is told to its readers with the time over which they come back, closes no line for good, and lets nobody new in', async () => {
    const other = await World.open({ LOG_LEVEL: 'silent' });
    const listens = (): Promise<Socket> =>
      new Promise((resolve, reject) => {
        const socket = openSocket(other.base, { transports: ['websocket'], forceNew: true, reconnection: false });
        socket.on('connect', () => resolve(socket)).on('connect_error', reject);
      });
    const [leaver, stayer] = [await listens(), await listens()];
    const left: string[] = [];
    leaver.on('server:leaving', ({ withinMs }: { withinMs: number }) => {
      left.push(`told ${withinMs}`);
      leaver.disconnect();
    });
    const turnedAway = new Promise<string>((resolve) => {
      stayer.on(
        'server:leaving',
        () =>
          void listens().then(
            () => resolve('let in'),
            () => resolve('turned away'),
          ),
      );
    });
    const closed = new Promise<string>((resolve) => {
      stayer.on('disconnect', resolve);
    });
    const ended = other.close();
    expect(await turnedAway).toBe('turned away');
    expect(await closed).toBe('transport close');
    expect(left).toEqual(['told 10000']);
    await ended;
  });
});
