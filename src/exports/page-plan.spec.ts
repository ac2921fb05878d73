import { describe, expect, it } from '@jest/globals';
import { PagePlan } from './page-plan.ts';

describe('the pages of a thread in an archive', () => {
  it('hold about two hundred comments, and every comment once', () => {
    const plan = new PagePlan();
    for (let seq = 1; seq <= 1000; seq += 1) plan.add(seq, 1);
    plan.done();
    expect(plan.pages.map(({ from, to }) => [from, to])).toEqual(
      Array.from({ length: 10 }, (_, i) => [i * 100 + 1, i * 100 + 100]),
    );
    expect([1, 100, 101, 1000].map((seq) => plan.pageOf(seq))).toEqual([1, 1, 2, 10]);
  });

  it('continue a very long branch overleaf', () => {
    const plan = new PagePlan();
    plan.add(1, 0);
    plan.add(2, 1_200);
    plan.add(1_300, 0);
    expect(plan.done().pages).toEqual([
      { from: 1, to: 1, skip: 0, take: 500 },
      { from: 2, to: 2, skip: 0, take: 500 },
      { from: 2, to: 2, skip: 500, take: 500 },
      { from: 2, to: 2, skip: 1_000, take: 500 },
      { from: 1_300, to: 1_300, skip: 0, take: 500 },
    ]);
    expect([1, 2, 1_300].map((seq) => plan.pageOf(seq))).toEqual([1, 2, 5]);
  });

  it('are one also where nothing was said', () => {
    expect(new PagePlan().done().pages).toHaveLength(1);
  });
});
