import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/world.ts';
import { lateness, wrongAnswers } from './harness/checks.ts';
import { Forum, type ForumNode } from './harness/forum.ts';
import { Reader } from './harness/readers.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, atMost, scaled, seed, wait } from './harness/scale.ts';
import { counted, during, slowest } from './harness/scene.ts';
import { Witness } from './harness/witness.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('redis-server');

let forum: Forum;
beforeAll(async () => {
  forum = await Forum.open({ nodes: 2, redis: true, relays: ['redis'] });
}, BUILDING_MS);
afterEach(() => {
  for (const { redis } of forum.nodes) redis!.heal();
});
afterAll(() => forum?.close(), BUILDING_MS);

const OUTAGE_MS = scaled(5_000, 60_000);

describe(`two nodes that cannot ring one another (seed ${seed})`, () => {
  it('F4: while Redis is gone everything is posted in time, readers of both nodes are two seconds late at most, and all are in sync after', async () => {
    const outcome = await during(forum, 'F4', async () => {
      await wait(1_000);
      await forum.redis!.kill();
      await wait(OUTAGE_MS);
      await forum.redis!.start();
      await wait(3_000);
    });
    expect(wrongAnswers(outcome.said, { mayBeSilent: false })).toEqual([]);
    expect(outcome.attempts.filter(({ status }) => status !== 201)).toEqual([]);
    const late = lateness(outcome.readers, outcome.said);
    expect(slowest(outcome.attempts)).toBeLessThan(atMost(1_000));
    expect(late).toBeLessThan(atMost(2_000));
    saw(
      'F4',
      `Redis gone for ${seconds(OUTAGE_MS)}: ${counted(outcome.attempts)}, slowest ` +
        `${seconds(slowest(outcome.attempts))}; readers ${seconds(late)} late at most, in sync ` +
        `${seconds(outcome.inSyncAfter)} after the last word`,
    );
  });

  it('F16: with every bell lost all readers are in sync within two seconds', async () => {
    const outcome = await during(forum, 'F16', async () => {
      // Both believe that Redis is there; nothing arrives.
      for (const { redis } of forum.nodes) redis!.swallow();
      await wait(scaled(4_000, 30_000));
    });
    const late = lateness(outcome.readers, outcome.said);
    expect(outcome.attempts.filter(({ status }) => status !== 201)).toEqual([]);
    expect(late).toBeLessThan(atMost(2_000));
    expect(outcome.inSyncAfter).toBeLessThan(atMost(2_000));
    saw(
      'F16',
      `${outcome.said.length} things said without one bell between the nodes: readers ${seconds(late)} late at most`,
    );
  });

  it('F13: who signs out while Redis is gone hears nothing later than 35 seconds after, at any node', async () => {
    const [here, there] = forum.nodes as [ForumNode, ForumNode];
    const [token] = (await forum.signIn(['leaver@mail.example'])) as [string];
    const reader = new Reader(there, forum.threadIds[0]!, new Witness(), token);
    await until('the reader to read', () => reader.client.n >= 0);
    await forum.redis!.kill();
    let heardAt = performance.now();
    let ended = 0;
    reader.socket.io.reconnection(false);
    reader.socket.onAny(() => {
      heardAt = performance.now();
    });
    reader.socket.on('session:ended', () => {
      ended = performance.now();
    });
    expect((await here.ask('DELETE', '/api/v1/auth/sessions/current', { token })).status).toBe(204);
    const begun = performance.now();
    // The routes of this node are closed at once, those of the other within the second for which it trusts a token;
    // only the open socket needs its time.
    expect((await here.ask('GET', '/api/v1/me', { token })).status).toBe(401);
    await until(
      'the routes of the other node to be closed',
      async () => (await there.ask('GET', '/api/v1/me', { token })).status === 401,
    );
    let i = 0;
    while (!reader.socket.disconnected && performance.now() - begun < atMost(35_000, 2)) {
      await here.must('POST', `/threads/${forum.threadIds[0]!}/comments`, {
        token: forum.organizer,
        body: { body: `After the sign-out, ${(i += 1)}.` },
      });
      await wait(500);
    }
    expect({ isDisconnected: reader.socket.disconnected, wasTold: ended > 0 }).toEqual({
      isDisconnected: true,
      wasTold: true,
    });
    expect(heardAt - begun).toBeLessThan(atMost(35_000, 2));
    await forum.redis!.start();
    saw(
      'F13',
      'signed out at one node with Redis down: the socket at the other node heard its last word after ' +
        `${seconds(heardAt - begun)} and was closed`,
    );
  });
});
