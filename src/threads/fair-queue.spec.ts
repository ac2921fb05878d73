import { describe, expect, it } from '@jest/globals';
import { FairQueue } from './fair-queue.ts';

const filled = (...items: string[]): FairQueue<string> => {
  const queue = new FairQueue<string>();
  for (const item of items) queue.push(item[0]!, item);
  return queue;
};

describe('waiting for a thread', () => {
  it('takes one write of each account in turn, each account in order of arrival', () => {
    const queue = filled('a1', 'a2', 'a3', 'b1', 'c1', 'c2');
    expect(queue.take(10)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
    expect(queue.size).toBe(0);
    expect(queue.first()).toBeUndefined();
  });

  it('goes on with the next account where it stopped', () => {
    const queue = filled('a1', 'a2', 'b1', 'c1');
    expect(queue.take(1)).toEqual(['a1']);
    queue.push('d', 'd1');
    expect([queue.first(), queue.take(1), queue.take(4)]).toEqual(['b1', ['b1'], ['c1', 'a2', 'd1']]);
  });

  it('passes over an account whose next write may not be taken, which keeps its turn', () => {
    const queue = filled('a1', 'b1', 'b2', 'c1');
    expect(queue.take(10, (item) => item !== 'a1')).toEqual(['b1', 'c1', 'b2']);
    expect([queue.first(), queue.size]).toEqual(['a1', 1]);
  });

  it('never takes a second write of an account before one that may not be taken', () => {
    expect(filled('a1', 'a2', 'b1').take(10, (item) => item !== 'a1')).toEqual(['b1']);
  });

  it('counts what waits, in all and of an account', () => {
    const queue = filled('a1', 'a2', 'b1');
    expect([queue.size, queue.waitingFrom('a'), queue.waitingFrom('c')]).toEqual([3, 2, 0]);
    expect(queue.takeLate((item) => item === 'a1' || item === 'b1')).toEqual(['a1', 'b1']);
    expect([queue.size, queue.waitingFrom('a'), queue.waitingFrom('b')]).toEqual([1, 1, 0]);
  });
});
