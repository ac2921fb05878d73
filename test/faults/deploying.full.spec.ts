import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wrongAnswers } from './harness/checks.ts';
import { Forum } from './harness/forum.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, atMost, scaled, seed, wait } from './harness/scale.ts';
import { counted, during } from './harness/scene.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('redis-server');

let forum: Forum;
beforeAll(async () => {
  forum = await Forum.open({ nodes: 2, redis: true });
}, BUILDING_MS);
afterAll(() => forum?.close(), BUILDING_MS);

describe(`a deploy of two nodes, one after the other (seed ${seed})`, () => {
  it('F3: no request fails with one more try, and readers come back spread over ten seconds', async () => {
    const took: number[] = [];
    const outcome = await during(
      forum,
      'F3',
      async ({ readers }) => {
        for (let round = 0; round < scaled(1, 5); round += 1) {
          for (const node of forum.nodes) {
            await wait(1_000);
            const begun = performance.now();
            expect(await node.server.ends()).toEqual({ code: 0, signal: null });
            took.push(performance.now() - begun);
            await node.start();
            // A deploy goes on once the readers of this node are back.
            while (readers.some((reader) => reader.node === node && !reader.socket.connected)) await wait(100);
          }
        }
        await wait(1_000);
      },
      { patience: 30_000 },
    );
    expect(wrongAnswers(outcome.said, { mayBeSilent: true })).toEqual([]);
    expect(outcome.said.filter(({ attempts, ackedAt }) => ackedAt !== null && attempts.length > 2)).toEqual([]);
    // Each was told once a restart of its node, by that node itself.
    expect(outcome.readers.map(({ toldToLeave }) => toldToLeave)).toEqual(
      outcome.readers.map(() => Array.from({ length: scaled(1, 5) }, () => 10_000)),
    );
    expect(Math.max(...took)).toBeLessThan(atMost(10_000));
    saw(
      'F3',
      `${took.length} ends by SIGTERM, ${seconds(Math.max(...took))} at most: ${counted(outcome.attempts)}, ` +
        `nothing needed a third try; all ${outcome.readers.length} readers told to come back within 10 s, in ` +
        `sync after ${seconds(outcome.inSyncAfter)}`,
    );
  }, 600_000);

  it('whoever never finishes a request does not keep a node from its end', async () => {
    const [node] = forum.nodes as [(typeof forum.nodes)[number]];
    const socket = connect(node.port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      'POST /api/v1/auth/codes HTTP/1.1\r\nhost: localhost\r\ncontent-type: ' +
        'application/json\r\ncontent-length: 500\r\n\r\n{',
    );
    await wait(200);
    const begun = performance.now();
    expect(await node.server.ends()).toEqual({ code: 0, signal: null });
    expect(performance.now() - begun).toBeGreaterThan(4_000);
    socket.destroy();
    await node.start();
  });
});
