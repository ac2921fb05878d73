import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/world.ts';
import { wrongAnswers } from './harness/checks.ts';
import { Forum, type ForumNode } from './harness/forum.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, atMost, scaled, seed, wait } from './harness/scale.ts';
import { counted, during, slowest } from './harness/scene.ts';

let forum: Forum;
beforeAll(async () => {
  forum = await Forum.open({ nodes: 2, relays: ['database'] });
}, BUILDING_MS);
afterAll(() => forum?.close(), BUILDING_MS);

const OUTAGE_MS = scaled(6_000, 30_000);

const isReady = async (node: ForumNode): Promise<boolean> =>
  (await node.ask('GET', '/health/ready').catch(() => null))?.status === 200;

/** ReadyForQuery of a session that is inside a transaction: Z, length 5, T. */
const IN_TRANSACTION = Buffer.from([0x5a, 0, 0, 0, 5, 0x54]);

describe(`a database that cannot be reached (seed ${seed})`, () => {
  it.each([
    ['turns everybody away', 'refuse'],
    ['is half-open', 'swallow'],
  ] as const)(
    'F5: while it %s requests fail in time, and nothing is lost or missed after',
    async (how, fails) => {
      let backAfter = 0;
      const outcome = await during(forum, `F5 ${fails}`, async () => {
        await wait(1_500);
        for (const { database } of forum.nodes) database![fails]();
        await wait(OUTAGE_MS);
        for (const { database } of forum.nodes) database!.heal();
        const begun = performance.now();
        await until(
          'both nodes to be ready',
          async () => (await Promise.all(forum.nodes.map((node) => isReady(node)))).every(Boolean),
          60_000,
        );
        backAfter = performance.now() - begun;
        await wait(1_500);
      });
      expect(wrongAnswers(outcome.said, { mayBeSilent: false })).toEqual([]);
      expect(outcome.attempts.some(({ status }) => status === 503)).toBe(true);
      expect(slowest(outcome.attempts)).toBeLessThan(atMost(5_000));
      expect(outcome.onlooker.slowest).toBeLessThan(atMost(5_000));
      expect(backAfter).toBeLessThan(atMost(10_000));
      saw(
        'F5',
        `${how} for ${seconds(OUTAGE_MS)}: ${counted(outcome.attempts)}; slowest post ` +
          `${seconds(slowest(outcome.attempts))}, slowest reading ${seconds(outcome.onlooker.slowest)}; ready ` +
          `again after ${seconds(backAfter)}, readers in sync after ${seconds(outcome.inSyncAfter)}`,
      );
    },
    300_000,
  );

  it('F15: a node that loses its wire inside a batch holds up the other nodes of a thread for five seconds at most', async () => {
    const [stuck, other] = forum.nodes as [ForumNode, ForumNode];
    const threadId = forum.threadIds[0]!;
    const waits: number[] = [];
    const outcome = await during(forum, 'F15', async () => {
      for (let round = 0; round < scaled(1, 10); round += 1) {
        // The lock was sent in the same breath as the begin, so whoever is told "in a transaction" holds it or is about
        // to.
        const broken = new Promise<void>((resolve) => {
          stuck.database!.watch = ({ chunk, from }) => {
            if (from === 'far' && chunk.includes(IN_TRANSACTION)) {
              stuck.database!.swallow();
              resolve();
            }
            return null;
          };
        });
        await broken;
        const begun = performance.now();
        await until('the other node to post', async () => {
          const answer = await other.ask('POST', `/api/v1/threads/${threadId}/comments`, {
            token: forum.organizer,
            body: { body: `Beside the stuck one, ${round}.` },
            key: `beside ${round}`,
          });
          return answer.status === 201;
        });
        waits.push(performance.now() - begun);
        await wait(3_000);
        stuck.database!.watch = () => null;
        stuck.database!.heal();
        await until('the stuck node to be ready', () => isReady(stuck));
        await wait(1_000);
      }
    });
    expect(wrongAnswers(outcome.said, { mayBeSilent: false })).toEqual([]);
    expect(Math.max(...waits)).toBeLessThan(atMost(5_000));
    saw(
      'F15',
      `${waits.length} times: the other node's post to the thread took ${seconds(Math.max(...waits))} at most; ` +
        `${counted(outcome.attempts)}, slowest ${seconds(slowest(outcome.attempts))}`,
    );
  });
});
