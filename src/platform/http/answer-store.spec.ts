import { describe, expect, it } from '@jest/globals';
import { AnswerStore } from './answer-store.ts';

const answer = (words: string): Parameters<AnswerStore['put']>[2] => ({
  etag: words,
  headers: {},
  body: Buffer.from(words),
});
const version = { name: 'first', isCurrent: () => true };

describe('answers kept as bytes', () => {
  it('are dropped once nobody has asked for them for a while', () => {
    const store = new AnswerStore(1_000_000);
    store.put('one', version, answer('one'));
    store.put('two', version, answer('two'));
    store.dropUnused(3_600_000);
    expect(store.get('one')?.answer.etag).toBe('one');
    store.dropUnused(0);
    expect([store.get('one'), store.get('two')]).toEqual([undefined, undefined]);
  });

  it('make room in the order in which they were used last', () => {
    const store = new AnswerStore(2_500);
    for (const key of ['one', 'two']) store.put(key, version, answer(key));
    // As if some time had passed since they were stored.
    store.get('one')!.movedAt -= 10_000;
    store.use('one', store.get('one')!);
    store.put('three', version, answer('three'));
    expect(['one', 'two', 'three'].filter((key) => store.get(key))).toEqual(['one', 'three']);
  });
});
