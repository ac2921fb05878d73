import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { retryAfterSeconds } from './retry-after.ts';
import { RetryingFetch } from './retrying-fetch.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const URL_OF_COMMENTS = 'https://forum.example/api/v1/threads/1/comments';

const ok = (): Response => new Response('{}', { status: 201, headers: JSON_TYPE });
const refusal = (status: number, headers: Record<string, string> = {}, body: object = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
const lost = (): never => {
  throw new TypeError('fetch failed');
};
/** An answer whose connection is cut in its middle. */
const cut = (): Response =>
  new Response(
    new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    }),
    { status: 201, headers: JSON_TYPE },
  );

/** Sends to a server that answers one after the other, and tells what came. */
async function sent(
  request: Request,
  answers: (() => Response)[],
): Promise<{ status: number | string; came: Request[]; waitedMs: number }> {
  const came: Request[] = [];
  const sender = new RetryingFetch((each) => {
    came.push(each);
    const answer = answers.shift();
    if (!answer) throw new Error('it was asked once more');
    return Promise.resolve().then(answer);
  }, 8);
  const begun = Date.now();
  let status: number | string | undefined;
  void sender.send(request).then(
    (answer) => (status = answer.status),
    (error: Error) => (status = error.message),
  );
  while (status === undefined) await jest.advanceTimersByTimeAsync(100);
  return { status, came, waitedMs: Date.now() - begun };
}

const post = (headers: Record<string, string> = { 'idempotency-key': 'once' }): Request =>
  new Request(URL_OF_COMMENTS, { method: 'POST', body: '{"body":"Hello"}', headers: { ...JSON_TYPE, ...headers } });

describe('a request that fails', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'queueMicrotask', 'setImmediate'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is sent again with the same key and body until it is answered', async () => {
    const { status, came } = await sent(post(), [lost, cut, () => refusal(502), () => refusal(503), ok]);
    expect({ status, times: came.length }).toEqual({ status: 201, times: 5 });
    for (const request of came) expect(request.headers.get('idempotency-key')).toBe('once');
    expect(await came.at(-1)!.text()).toBe('{"body":"Hello"}');
  });

  it('waits as long as Retry-After says', async () => {
    const { status, waitedMs } = await sent(post(), [() => refusal(429, { 'retry-after': '3' }), ok]);
    expect(status).toBe(201);
    expect(waitedMs).toBeGreaterThanOrEqual(3_000);
    expect(waitedMs).toBeLessThan(4_000);
  });

  it('is answered with a refusal that asks for a minute and more', async () => {
    const { status, came } = await sent(post(), [() => refusal(429, { 'retry-after': '360' })]);
    expect({ status, times: came.length }).toEqual({ status: 429, times: 1 });
  });

  it('is sent once when it is a write without a key', async () => {
    expect(await sent(post({}), [lost])).toMatchObject({ status: 'fetch failed' });
    expect(await sent(post({}), [() => refusal(503)])).toMatchObject({ status: 503 });
  });

  it('is sent again without a key when it only reads', async () => {
    expect(await sent(new Request(URL_OF_COMMENTS), [lost, ok])).toMatchObject({ status: 201 });
  });

  it('is sent once when it was refused for good', async () => {
    expect(await sent(post(), [() => refusal(409)])).toMatchObject({ status: 409 });
  });

  it('is given up after as many tries as were asked for', async () => {
    const { status, came } = await sent(
      post(),
      Array.from({ length: 9 }, () => lost),
    );
    expect({ status, times: came.length }).toEqual({ status: 'fetch failed', times: 9 });
  });

  it('ends when its caller ends it', async () => {
    const ended = new AbortController();
    setTimeout(() => ended.abort(new Error('no longer wanted')), 500);
    const request = new Request(URL_OF_COMMENTS, { signal: ended.signal });
    const slow = (): Response => refusal(503, { 'retry-after': '30' });
    const { status, waitedMs } = await sent(request, [slow]);
    expect(status).toBe('no longer wanted');
    expect(waitedMs).toBeLessThan(1_000);
  });

  it('is sent again with a proof of work where the forum asks for one, also without a key', async () => {
    const challenge = { challenge: 'c0ffee', bits: 8, seconds: 60 };
    const { status, came } = await sent(post({}), [() => refusal(429, { 'retry-after': '60' }, challenge), ok]);
    expect(status).toBe(201);
    expect(came[1]!.headers.get('sign-in-proof')).toMatch(/^c0ffee\.\d+$/);
    expect(await came[1]!.text()).toBe('{"body":"Hello"}');
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  it.each([
    ['3', 3],
    ['Sun, 29 Nov 2026 12:00:10 GMT', 10],
    ['Sun, 29 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
  ])('%s is %p seconds', (value, seconds) => {
    expect(retryAfterSeconds(new Headers({ 'retry-after': value }), now)).toBe(seconds);
  });
});
