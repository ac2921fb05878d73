import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { openSocket } from '../support/api/recorder.ts';
import { until } from '../support/world.ts';
import { Forum } from './harness/forum.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, atMost, scaled, seed, wait } from './harness/scale.ts';
import { counted, during, slowest } from './harness/scene.ts';

let forum: Forum;
beforeAll(async () => {
  forum = await Forum.open({ relays: ['route'] });
}, BUILDING_MS);
afterAll(async () => {
  for (const { socket } of lights) socket.disconnect();
  await forum?.close();
}, BUILDING_MS);

const lights: Light[] = [];

const SOCKETS = scaled(150, 5_000);
const AT_ONCE = 100;

/** Reads a thread as a page does, and counts how often it lost its connection. */
class Light {
  joined = false;
  losses = 0;
  private n = 0;
  readonly socket: Socket;

  constructor(base: string, threadId: string) {
    this.socket = openSocket(base, { transports: ['websocket'], forceNew: true });
    // The client comes back from the number it is at, as a page does.
    this.socket.on('connect', () =>
      this.socket.emit('thread:join', { threadId, after: this.n }, ({ seq }: { seq: number }) => {
        this.n = seq;
        this.joined = true;
      }),
    );
    this.socket.on('thread:changes', ({ to }: { to: number }) => {
      this.n = Math.max(this.n, to);
    });
    this.socket.on('disconnect', () => {
      this.joined = false;
      this.losses += 1;
    });
  }
}

describe(`many sockets that are lost at once (seed ${seed})`, () => {
  it('F8: all are back within thirty seconds, and there is no second wave', async () => {
    for (let i = 0; i < SOCKETS; i += AT_ONCE) {
      lights.push(
        ...Array.from(
          { length: Math.min(AT_ONCE, SOCKETS - i) },
          (_, k) => new Light(forum.node.base, forum.threadIds[k % forum.threadIds.length]!),
        ),
      );
      await until('readers to join', () => lights.every(({ joined }) => joined), 60_000);
    }
    let backAfter = 0;
    const outcome = await during(
      forum,
      'F8',
      async () => {
        forum.node.route!.cut();
        const begun = performance.now();
        await until('everybody to have noticed', () => lights.every(({ losses }) => losses > 0));
        await until('everybody to be back', () => lights.every(({ joined }) => joined), 90_000);
        backAfter = performance.now() - begun;
        await wait(scaled(2_000, 20_000));
      },
      { readers: scaled(6, 30) },
    );
    expect(backAfter).toBeLessThan(atMost(30_000));
    expect(lights.filter(({ losses }) => losses !== 1)).toHaveLength(0);
    saw(
      'F8',
      `${SOCKETS} sockets dropped: all back after ${seconds(backAfter)}, none lost twice; posts meanwhile ` +
        `${counted(outcome.attempts)}, slowest ${seconds(slowest(outcome.attempts))}`,
    );
  });
});
