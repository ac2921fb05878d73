import { afterEach, describe, expect, it } from '@jest/globals';
import { inLongForm } from '../support/form.ts';
import { until } from '../support/world.ts';
import { wrongAnswers } from './harness/checks.ts';
import { Forum } from './harness/forum.ts';
import { killPostgres } from './harness/killing.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, atMost, scaled, seed, wait } from './harness/scale.ts';
import { counted, during, slowest } from './harness/scene.ts';

let forum: Forum;
afterEach(() => forum?.close(), BUILDING_MS);

const KILLS = scaled(1, 20);

describe(`killing processes at any moment (seed ${seed})`, () => {
  it('F1: the server comes back, nothing acknowledged is lost, and readers end with the list of the database', async () => {
    forum = await Forum.open();
    const backAfter: number[] = [];
    const outcome = await during(forum, 'F1', async ({ dice }) => {
      for (let i = 0; i < KILLS; i += 1) {
        await wait(dice.between(300, 2_500));
        backAfter.push(await forum.node.restart());
      }
      await wait(1_000);
    });
    expect(wrongAnswers(outcome.said, { mayBeSilent: true })).toEqual([]);
    // A start is all computing: where many compute, it takes as long as they let it.
    expect(Math.max(...backAfter)).toBeLessThan(atMost(5_000, 24));
    expect(outcome.inSyncAfter).toBeLessThan(atMost(15_000));
    saw(
      'F1',
      `${KILLS} kills: ${outcome.said.length} things said (${counted(outcome.attempts)}); back after ` +
        `${seconds(Math.max(...backAfter))} at most, readers in sync ${seconds(outcome.inSyncAfter)} after the ` +
        'last word',
    );
  });

  inLongForm(
    'F2: PostgreSQL comes back, and meanwhile requests are refused with a time to come back, never with 500',
    async () => {
      forum = await Forum.open({ database: 'own' });
      const backAfter: number[] = [];
      let killed = 0;
      const outcome = await during(forum, 'F2', async ({ dice }) => {
        for (let i = 0; i < KILLS; i += 1) {
          await wait(dice.between(300, 2_500));
          killed += await killPostgres(forum.clusterDir);
          const begun = performance.now();
          await until(
            'the server to be ready',
            async () => (await forum.node.ask('GET', '/health/ready').catch(() => null))?.status === 200,
            30_000,
          );
          backAfter.push(performance.now() - begun);
        }
        await wait(1_000);
      });
      expect(wrongAnswers(outcome.said, { mayBeSilent: false })).toEqual([]);
      expect([...outcome.onlooker.statuses.keys()].filter((status) => ![200, 503].includes(status))).toEqual([]);
      expect(outcome.attempts.some(({ status }) => status === 503)).toBe(true);
      saw(
        'F2',
        `${KILLS} kills of ${killed} processes: ${outcome.said.length} things said ` +
          `(${counted(outcome.attempts)}), slowest answer ${seconds(slowest(outcome.attempts))}; ready again after ` +
          `${seconds(Math.max(...backAfter))} at most, readers in sync ${seconds(outcome.inSyncAfter)} after the ` +
          'last word',
      );
    },
  );
});
