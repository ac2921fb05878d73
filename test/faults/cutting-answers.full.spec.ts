import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsOf, onceEach, unbrokenNumbers } from './harness/checks.ts';
import { Forum } from './harness/forum.ts';
import { saw } from './harness/report.ts';
import { BUILDING_MS, Dice, scaled, seed } from './harness/scale.ts';
import { Writers } from './harness/writers.ts';

let forum: Forum;
beforeAll(async () => {
  forum = await Forum.open({ relays: ['route'] });
}, BUILDING_MS);
afterAll(() => forum?.close(), BUILDING_MS);

const TIMES = scaled(80, 1_000);

describe(`answers that are cut after the commit (seed ${seed})`, () => {
  it('F10: a client that repeats with its key has said it exactly once', async () => {
    const dice = new Dice('F10');
    let cuts = 0;
    // Bytes from the server are an answer, and an answer comes after the commit; some may still arrive.
    forum.node.route!.watch = ({ chunk, from }) => {
      if (from === 'near' || !chunk.includes('HTTP/1.1 201') || !dice.happens(0.6)) return null;
      cuts += 1;
      return Math.floor(dice.between(0, chunk.length - 1));
    };
    const writers = new Writers(forum, dice, { perSecond: scaled(60, 100), givingUp: 0.02 }).start();
    while (cuts < TIMES)
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    const said = await writers.finish();
    forum.node.route!.watch = () => null;
    expect({ G1: onceEach(said, await rowsOf(forum)), G2: await unbrokenNumbers(forum) }).toEqual({ G1: [], G2: [] });
    const repeated = said.filter(({ ackedAt, attempts }) => ackedAt !== null && attempts.length > 1);
    expect(repeated.length).toBeGreaterThan(TIMES / 4);
    expect(repeated.filter(({ attempts }) => !attempts.at(-1)!.isReplay)).toEqual([]);
    saw(
      'F10',
      `${cuts} answers cut; ${said.length} things said, ${repeated.length} with more than one try: each exactly once`,
    );
  });
});
