import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { openSocket } from '../support/api/recorder.ts';
import { until } from '../support/world.ts';
import { lateness } from './harness/checks.ts';
import { Forum } from './harness/forum.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, atMost, scaled, seed, wait } from './harness/scale.ts';
import { counted, during, slowest } from './harness/scene.ts';

let forum: Forum;
/**
 * A small server's memory: with room to spare V8 clears up late, and what it has not yet cleared up would count as the
 * price of slow readers.
 */
const SMALL = { NODE_OPTIONS: '--max-old-space-size=192 --max-semi-space-size=4' };
beforeAll(async () => {
  forum = await Forum.open({ settings: SMALL });
}, BUILDING_MS);
afterAll(() => forum?.close(), BUILDING_MS);

/** The way readers go when a scene ends. */
const LEFT = 'io client disconnect';

const SLOW = scaled(10, 200);

/** Resident memory of a process in megabytes. */
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Joins a thread. */
async function joins(base: string, threadId: string): Promise<Socket> {
  const socket = openSocket(base, { transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve).on('connect_error', reject);
  });
  await socket.emitWithAck('thread:join', { threadId });
  return socket;
}

/** From now on it takes nothing from the wire, though it goes on asking. */
function stopsReading(socket: Socket): void {
  (socket.io.engine as unknown as { transport: { ws: { pause(): void } } }).transport.ws.pause();
}

describe(`readers that stop reading (seed ${seed})`, () => {
  it('F9: are dropped within thirty seconds, cost little memory, and hurt nobody', async () => {
    const pid = forum.node.server.child.pid!;
    let [droppedAfter, before, most] = [0, 0, 0];
    const outcome = await during(forum, 'F9', async ({ readers }) => {
      // A dropped reader that does not read knows nothing of it; the others are told how many they are.
      const isCompany = (slow: number): boolean =>
        forum.threadIds.every((threadId, t) => {
          const good = readers.filter((reader) => reader.threadId === threadId);
          return good.every(
            ({ company }) => company === good.length + Math.max(0, Math.ceil((slow - t) / forum.threadIds.length)),
          );
        });
      const slow = await Promise.all(
        Array.from({ length: SLOW }, (_, i) => joins(forum.node.base, forum.threadIds[i % forum.threadIds.length]!)),
      );
      await until('them to be counted', () => isCompany(SLOW));
      // The kernel takes megabytes for each before the server notices; asking for everything again fills them soonest.
      const asking = setInterval(
        () => {
          for (const [i, socket] of slow.entries())
            socket.emit(
              'thread:changes',
              { threadId: forum.threadIds[i % forum.threadIds.length], after: 0 },
              () => undefined,
            );
        },
        scaled(100, 1_000),
      );
      let begun: number;
      try {
        // As long as they read, this is what so much asking costs; what comes in addition is the price of their not
        // reading.
        for (let asked = 0; asked < 8_000; asked += 100) {
          await wait(100);
          before = Math.max(before, memoryOf(pid));
        }
        for (const socket of slow) stopsReading(socket);
        begun = performance.now();
        await until(
          'the server to have let them go',
          async () => {
            most = Math.max(most, memoryOf(pid));
            return isCompany(0);
          },
          atMost(30_000),
        );
      } finally {
        clearInterval(asking);
      }
      droppedAfter = performance.now() - begun;
      for (const socket of slow) socket.disconnect();
      await wait(2_000);
    });
    const late = lateness(outcome.readers, outcome.said);
    expect(droppedAfter).toBeLessThan(atMost(30_000));
    expect(most - before).toBeLessThan(100);
    expect(outcome.readers.flatMap(({ lost }) => lost.filter((reason) => reason !== LEFT))).toEqual([]);
    expect(late).toBeLessThan(atMost(2_000));
    saw(
      'F9',
      `${SLOW} stopped reading: all dropped after ${seconds(droppedAfter)}, ${Math.round(most - before)} MB ` +
        `more at most; the others ${seconds(late)} late at most, none lost its line; posts ` +
        `${counted(outcome.attempts)}, slowest ${seconds(slowest(outcome.attempts))}`,
    );
  });
});
