import { describe, expect, it } from '@jest/globals';
import { PacketType } from 'socket.io-parser';
import { encodedOnce } from './encoded-once.ts';

const packet = (payload: unknown, { event = 'news', nsp = '/live', id }: { event?: string; nsp?: string; id?: number } = {}) => ({ type: PacketType.EVENT, nsp, data: [event, payload], ...(id === undefined ? {} : { id }) });

describe('an object that is sent to many', () => {
  const encoder = new encodedOnce.Encoder();

  it('is turned into text once, and into the text that Socket.IO itself makes', () => {
    const [payload, plain] = [{ words: 'Bonjour, « tout le monde »' }, new encodedOnce.Encoder()];
    const first = encoder.encode(packet(payload));
    expect(encoder.encode(packet(payload))).toBe(first);
    expect(first).toEqual(plain.encode(packet({ ...payload })));
    expect(first).toEqual([`2/live,["news",${JSON.stringify(payload)}]`]);
  });

  it('is another text under another name, in another place, or when an answer is asked for', () => {
    const payload = { n: 1 };
    const texts = [packet(payload), packet(payload, { event: 'other' }), packet(payload, { nsp: '/' }), packet(payload, { id: 7 }), packet(payload)].map((each) => encoder.encode(each)[0]);
    expect(texts).toEqual(['2/live,["news",{"n":1}]', '2/live,["other",{"n":1}]', '2["news",{"n":1}]', '2/live,7["news",{"n":1}]', '2/live,["news",{"n":1}]']);
  });

  it('may be a word, nothing at all, or more than one thing', () => {
    const texts = [packet('word'), packet(null), { ...packet({}), data: ['news', { a: 1 }, { b: 2 }] }].map((each) => encoder.encode(each)[0]);
    expect(texts).toEqual(['2/live,["news","word"]', '2/live,["news",null]', '2/live,["news",{"a":1},{"b":2}]']);
  });
});
