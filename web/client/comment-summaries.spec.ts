import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CommentShape } from '../components/shapes.ts';
import { CommentSummaries } from './comment-summaries.ts';

const row = (seq: number): CommentShape => ({ id: `comment-${seq}`, seq }) as CommentShape;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('who listens to a page', () => {
  it('hears of sixty comments in a minute in at most four sentences that make sixty', () => {
    const heard: number[] = [];
    const summaries = new CommentSummaries(
      10,
      () => 20_000,
      (count) => heard.push(count),
    );
    const rows = [row(9), row(10)];
    for (let i = 1; i <= 60; i += 1) {
      rows.push(row(10 + i));
      // Each change of the page looks at all rows; none is counted twice.
      summaries.see(rows);
      summaries.see(rows);
      jest.advanceTimersByTime(1_000);
    }
    jest.advanceTimersByTime(20_000);
    expect(heard.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(heard.length).toBeLessThanOrEqual(4);
  });

  it('hears nothing when nothing is wanted, and everything in one sentence when it is wanted again', () => {
    const heard: number[] = [];
    let everyMs = 0;
    const summaries = new CommentSummaries(
      0,
      () => everyMs,
      (count) => heard.push(count),
    );
    summaries.see([row(1), row(2)]);
    jest.advanceTimersByTime(600_000);
    expect(heard).toEqual([]);
    everyMs = 1_000;
    summaries.see([row(1), row(2), row(3)]);
    jest.advanceTimersByTime(1_000);
    expect(heard).toEqual([3]);
  });
});
