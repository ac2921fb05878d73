import { describe, expect, it } from '@jest/globals';
import { drawnSteps, stillWaiting } from './still-waiting.ts';

/**
 * Weeks in remission of 21 patients with 6-mercaptopurine, of whom 12 were still in remission when last seen (E. J.
 * Freireich and others, 1963): the example of most textbooks on survival, with the values that these print.
 */
const ENDED = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const STILL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const PRINTED = [
  [6, 0.857],
  [7, 0.807],
  [10, 0.753],
  [13, 0.69],
  [16, 0.627],
  [22, 0.538],
  [23, 0.448],
];

const count = (times: readonly number[], at: number): number => times.filter((time) => time === at).length;

const waited = [...new Set([...ENDED, ...STILL])]
  .toSorted((a, b) => a - b)
  .map((minutes) => ({ minutes, answered: count(ENDED, minutes), waiting: count(STILL, minutes) }));

describe('the share of questions that still wait', () => {
  it('is the product-limit estimate, as textbooks print it', () => {
    const steps = stillWaiting(waited);
    const printed = PRINTED.map(([minutes]) => [
      minutes,
      Number(steps.find((step) => step.minutes === minutes)!.share.toFixed(3)),
    ]);
    expect(printed).toEqual(PRINTED);
  });

  it('does not fall where questions only went on waiting, and never rises', () => {
    const steps = stillWaiting(waited);
    const shareAt = (minutes: number): number => steps.find((step) => step.minutes === minutes)!.share;
    expect([shareAt(9), shareAt(35)]).toEqual([shareAt(7), shareAt(23)]);
    for (const [i, { share }] of steps.entries()) if (i > 0) expect(share).toBeLessThanOrEqual(steps[i - 1]!.share);
  });

  it('is none of them once all were answered, all while none was, and nothing of no question', () => {
    expect(stillWaiting([{ minutes: 3, answered: 2, waiting: 0 }])).toEqual([{ minutes: 3, share: 0 }]);
    expect(stillWaiting([{ minutes: 3, answered: 0, waiting: 2 }])).toEqual([{ minutes: 3, share: 1 }]);
    expect(stillWaiting([])).toEqual([]);
  });

  it('is drawn in at most 601 steps, of which the last of a place stands for it', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({ minutes: i, share: 1 - i / 5_000 }));
    const drawn = drawnSteps(many);
    expect(drawn.length).toBeLessThanOrEqual(601);
    expect(drawn.at(-1)).toEqual(many.at(-1));
  });
});
