import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnswerCheck, type ApiDocument, type RecordedAnswer } from '../support/api/answer-check.ts';
import { FrameCheck, type SocketDocument } from '../support/api/frame-check.ts';
import { World, type Json } from '../support/world.ts';

type Answer = RecordedAnswer & { pathname: string };

/** What one look at an answer may take, in milliseconds. */
const MOST_MS = 1;

let world: World;
let check: AnswerCheck;
let frames: FrameCheck;
let thread: Answer;
let changes: Json;
beforeAll(async () => {
  world = await World.open();
  const olga = await world.person('olga').signsIn();
  const { threadId } = await world.conference(olga);
  check = new AnswerCheck((await olga.get('/openapi.json')).body as ApiDocument);
  frames = new FrameCheck((await olga.get('/asyncapi.json')).body as SocketDocument);
  thread = await heard(`/threads/${threadId}`);
  changes = (await olga.get(`/threads/${threadId}/changes?after=0`)).body;
});
afterAll(() => world.close());

async function heard(path: string): Promise<Answer> {
  const { status, headers, text } = await world.person('reader').get(path);
  const type = headers.get('content-type');
  return { method: 'get', url: path, pathname: `/api/v1${path}`, status, headers: [...headers.keys()], type, text };
}

/** A thread whose JSON was changed. */
const altered = (alter: (value: Json) => void): Answer => {
  const value = JSON.parse(thread.text!) as Json;
  alter(value);
  return { ...thread, text: JSON.stringify(value) };
};

describe('an answer that a test hears', () => {
  it('is as the document has it', () => {
    expect(check.faultsOf(thread)).toEqual([]);
  });

  const mutations: [string, () => Answer, RegExp][] = [
    ['a field that was added', () => altered((value) => (value['secret'] = 1)), /additional properties.*secret/],
    ['a field that went away', () => altered((value) => delete value['seq']), /required property 'seq'/],
    ['a field of another kind', () => altered((value) => (value['seq'] = '1')), /seq must be integer/],
    ['a choice that is not named', () => altered((value) => (value['state'] = 'ajar')), /state must be equal/],
    ['a time that is none', () => altered((value) => (value['phases'].opensAt = 'soon')), /must match format/],
    ['another status', () => ({ ...thread, status: 203 }), /the status is not documented/],
    ['a header that was dropped', () => ({ ...thread, headers: [] }), /no header etag/],
    [
      'a header that was added',
      () => ({ ...thread, headers: [...thread.headers, 'x-new'] }),
      /undocumented header x-new/,
    ],
    ['another media type', () => ({ ...thread, type: 'text/html' }), /undocumented content type text\/html/],
    ['an operation that is not there', () => ({ ...thread, pathname: '/api/v1/elsewhere' }), /is no operation/],
  ];

  it.each(mutations)('is refused for %s', (_what, mutate, fault) => {
    expect(check.faultsOf(mutate()).join('\n')).toMatch(fault);
  });

  it('is refused for a problem that its operation does not list', async () => {
    const absent = await heard('/threads/01980b5e-7c41-7d3e-9b60-5f1c2a8e4d17');
    expect(check.faultsOf(absent)).toEqual([]);
    const other = { ...absent, text: absent.text!.replace('/problems/not-found', '/problems/elsewhere') };
    expect(check.faultsOf(other).join()).toMatch(/not-found/);
  });

  it('costs less than a millisecond to look at', () => {
    const begun = process.cpuUsage();
    const times = 500;
    for (let i = 0; i < times; i += 1) check.faultsOf(thread);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000 / times).toBeLessThan(MOST_MS);
  });
});

describe('a frame that a test hears', () => {
  it('is as the document of the sockets has it, or refused', () => {
    expect(frames.faultsOfFrame('thread:changes', changes)).toEqual([]);
    expect(frames.faultsOfFrame('thread:changes', { ...changes, secret: 1 }).join()).toMatch(/additional properties/);
    expect(frames.faultsOfFrame('thread:news', {}).join()).toMatch(/not documented/);
    expect(frames.faultsOfAcknowledgement('thread:join', { ok: true, seq: 1 })).toEqual([]);
    expect(frames.faultsOfAcknowledgement('thread:join', { ok: true }).join()).toMatch(/seq/);
  });
});
