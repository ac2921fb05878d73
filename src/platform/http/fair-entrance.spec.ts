import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/settings.ts';
import { FairEntrance, type Leave } from './fair-entrance.ts';
import { Throttle } from './throttle.ts';

/** An entrance whose node is busy or not, as the test says. */
function entrance(isBusy: boolean): { throttle: Throttle; fairEntrance: FairEntrance } {
  const throttle = new Throttle(readConfig({}));
  const fairEntrance = new FairEntrance(throttle);
  Object.assign(fairEntrance, { isBusy: () => isBusy });
  return { throttle, fairEntrance };
}

/** Waits until so many of these are in, and tells which; places rest a little before the next one enters. */
async function letIn(entering: readonly Promise<unknown>[], count: number): Promise<boolean[]> {
  const seen = entering.map(() => false);
  entering.forEach((each, i) => void each.then(() => (seen[i] = true)));
  do await new Promise(setImmediate);
  while (seen.filter(Boolean).length < count);
  return seen;
}

/** Nobody stays in line after a test, whose patience would end in the middle of the next one. */
async function leaveInTurn(entering: readonly Promise<Leave>[]): Promise<void> {
  for (const each of entering) (await each)();
}

describe('entering a busy node', () => {
  it('lets two in at a time of those that had more than their share, and everybody else at once', async () => {
    const { fairEntrance } = entrance(true);
    fairEntrance.chargeTime('crowd', 5_000);
    const crowd = [1, 2, 3, 4].map(() => fairEntrance.enter('crowd'));
    expect(await letIn(crowd, 2)).toEqual([true, true, false, false]);
    expect(await letIn([fairEntrance.enter('home'), fairEntrance.enter('neighbour')], 2)).toEqual([true, true]);
    const leave = await crowd[0]!;
    leave();
    leave();
    expect(await letIn(crowd, 3)).toEqual([true, true, true, false]);
    await leaveInTurn(crowd);
  });

  it('lets those in first that had least', async () => {
    const { fairEntrance } = entrance(true);
    for (const [name, ms] of [
      ['most', 9_000],
      ['least', 1_000],
      ['more', 5_000],
    ] as const)
      fairEntrance.chargeTime(name, ms);
    const [one, two] = [await fairEntrance.enter('most'), await fairEntrance.enter('most')];
    const line = ['most', 'more', 'least'].map((name) => fairEntrance.enter(name));
    one();
    expect(await letIn(line, 1)).toEqual([false, false, true]);
    two();
    expect(await letIn(line, 2)).toEqual([false, true, true]);
    await leaveInTurn(line.toReversed());
  });

  it('charges a household for the time its requests take, once', async () => {
    const { fairEntrance } = entrance(true);
    const leave = await fairEntrance.enter('home');
    await wait(20);
    leave();
    const ahead = fairEntrance.overOf('home');
    expect(ahead).toBeGreaterThan(10);
    leave();
    expect(fairEntrance.overOf('home')).toBeLessThanOrEqual(ahead);
  });
});

describe('time that several requests share', () => {
  it('is charged to each household in parts', async () => {
    const { fairEntrance } = entrance(true);
    const begun = performance.now();
    const leaves = await Promise.all(['one', 'two', 'three', 'four'].map((name) => fairEntrance.enter(name)));
    await wait(40);
    for (const leave of leaves) leave();
    const took = performance.now() - begun;
    const all = ['one', 'two', 'three', 'four'].reduce((sum, name) => sum + fairEntrance.overOf(name), 0);
    expect(all).toBeGreaterThan(20);
    expect(all).toBeLessThanOrEqual(took);
  });

  it('is not made free by requests that are kept open', async () => {
    const { fairEntrance } = entrance(true);
    const open = await Promise.all(Array.from({ length: 200 }, () => fairEntrance.enter('crowd')));
    const leave = await fairEntrance.enter('home');
    await wait(40);
    leave();
    expect(fairEntrance.overOf('home')).toBeGreaterThan(2);
    for (const each of open) each();
  });
});

describe('a place in the queue', () => {
  it('stays empty for as long as the request before it took, so that others have half of the time', async () => {
    const { fairEntrance } = entrance(true);
    fairEntrance.chargeTime('crowd', 5_000);
    const entering = [1, 2, 3].map(() => fairEntrance.enter('crowd'));
    const begun = performance.now();
    const leave = await entering[0]!;
    await wait(30);
    leave();
    await entering[2];
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
    await leaveInTurn(entering);
  });

  it('is kept by those who wait when the node has time again', async () => {
    const { fairEntrance } = entrance(true);
    fairEntrance.chargeTime('crowd', 5_000);
    const entering = [1, 2, 3].map(() => fairEntrance.enter('crowd'));
    Object.assign(fairEntrance, { isBusy: () => false });
    const late = fairEntrance.enter('crowd');
    expect(await letIn([...entering, late], 2)).toEqual([true, true, false, false]);
    await leaveInTurn([...entering, late]);
  });
});

describe('entering a node that has time', () => {
  it('keeps nobody waiting, whatever they had', async () => {
    const { fairEntrance } = entrance(false);
    fairEntrance.chargeTime('crowd', 50_000);
    expect(
      await letIn(
        [1, 2, 3, 4].map(() => fairEntrance.enter('crowd')),
        4,
      ),
    ).toEqual([true, true, true, true]);
  });
});
