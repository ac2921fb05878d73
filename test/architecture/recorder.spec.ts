import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { Server, type Socket as ServerSocket } from 'socket.io';
import type { Socket } from 'socket.io-client';
import { ask } from '../support/ask.ts';
import ProcessEnvironment from '../support/runner/environment.mjs';
import { AnswerCheck, type ApiDocument, type RecordedAnswer } from '../support/api/answer-check.ts';
import { FrameCheck, type SocketDocument } from '../support/api/frame-check.ts';
import { openSocket, takeFaults } from '../support/api/recorder.ts';
import { World, type Json } from '../support/world.ts';

type AnswerAtPath = RecordedAnswer & { pathname: string };

/** Longest time for one look at an answer, in milliseconds. */
const MOST_MS = 1;

let world: World;
let check: AnswerCheck;
let frames: FrameCheck;
let thread: AnswerAtPath;
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

const closing: { close: () => unknown }[] = [];
afterEach(() => {
  for (const each of closing.splice(0)) each.close();
});

async function heard(path: string): Promise<AnswerAtPath> {
  const { status, headers, text } = await world.person('reader').get(path);
  const type = headers.get('content-type');
  return { method: 'get', url: path, pathname: `/api/v1${path}`, status, headers: [...headers.keys()], type, text };
}

/** A thread whose JSON was changed. */
const altered = (alter: (value: Json) => void): AnswerAtPath => {
  const value = JSON.parse(thread.text!) as Json;
  alter(value);
  return { ...thread, text: JSON.stringify(value) };
};

describe('an answer that a test hears', () => {
  it('is as the document has it', () => {
    expect(check.faultsOf(thread)).toEqual([]);
  });

  const mutations: [string, () => AnswerAtPath, RegExp][] = [
    ['a field that was added', () => altered((value) => (value['secret'] = 1)), /additional properties.*secret/],
    ['a field that went away', () => altered((value) => delete value['seq']), /required property 'seq'/],
    ['a field of another kind', () => altered((value) => (value['seq'] = '1')), /seq must be integer/],
    ['a choice that is not named', () => altered((value) => (value['state'] = 'ajar')), /state must be equal/],
    ['a time that is none', () => altered((value) => (value['phases'].opensAt = 'soon')), /must match format/],
    ['another status', () => ({ ...thread, status: 203 }), /the status is not documented/],
    ...['etag', 'cache-control', 'access-control-allow-origin', 'content-security-policy', 'referrer-policy'].map(
      (name): [string, () => AnswerAtPath, RegExp] => [
        `a header that was dropped: ${name}`,
        () => ({ ...thread, headers: thread.headers.filter((each) => each !== name) }),
        new RegExp(`no header ${name}`),
      ],
    ),
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

/** An answer of a server that has changed. */
interface AlteredAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Json;
}

describe('a story that hears of a server', () => {
  /** Passes requests to the server, and changes its answers on their way back. */
  const changed = async (alter: (answer: AlteredAnswer) => void): Promise<string> => {
    const between = http.createServer(({ url, method }, reply) => {
      http.get(world.base + url!, { method }, (answer) => {
        void textOf(answer).then((text) => {
          const altered = {
            status: answer.statusCode!,
            headers: { ...answer.headers },
            body: JSON.parse(text) as Json,
          };
          alter(altered);
          const { 'content-length': _length, ...headers } = altered.headers;
          reply.writeHead(altered.status, headers).end(JSON.stringify(altered.body));
        });
      });
    });
    between.listen(0, '127.0.0.1');
    await once(between, 'listening');
    closing.push(between);
    return `http://127.0.0.1:${(between.address() as AddressInfo).port}${thread.pathname}`;
  };

  const changes: [string, (answer: AlteredAnswer) => void, RegExp][] = [
    ['with a field more', ({ body }) => (body['secret'] = 1), /additional properties.*secret/],
    ['with another status', (answer) => (answer.status = 203), /the status is not documented/],
    ['without a header', ({ headers }) => delete headers['etag'], /no header etag/],
  ];

  it.each(changes)('%s, fails at its request and as a whole', async (_what, alter, fault) => {
    const url = await changed(alter);
    await expect(ask(url)).rejects.toThrow(fault);
    await expect(fetch(url)).rejects.toThrow(fault);
    expect((await takeFaults()).join('\n')).toMatch(fault);
  });

  it('as it is, passes', async () => {
    expect((await ask(await changed(() => undefined))).status).toBe(200);
    expect(await takeFaults()).toEqual([]);
  });

  it('that is no longer as documented, fails though it takes no notice', async () => {
    await fetch(await changed(({ body }) => (body['secret'] = 1))).catch(() => undefined);
    const errors: Error[] = [];
    const unhandledErrors: Error[] = [];
    const environment = new ProcessEnvironment();
    await environment.handleTestEvent({ name: 'test_done', test: { errors } }, { unhandledErrors });
    expect(errors.join()).toMatch(/additional properties/);
    await fetch(await changed(({ headers }) => delete headers['etag'])).catch(() => undefined);
    await environment.handleTestEvent({ name: 'run_finish' }, { unhandledErrors });
    expect(unhandledErrors.join()).toMatch(/no header etag/);
  });
});

describe('a story that listens to a server', () => {
  /** Speaks as the forum does, but for what was changed. */
  const speaking = async (speak: (socket: ServerSocket) => void): Promise<Socket> => {
    const server = http.createServer();
    const sockets = new Server(server);
    sockets.of('/live').on('connection', speak);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(sockets);
    const socket = openSocket(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { forceNew: true });
    world.sockets.push(socket);
    return socket;
  };

  // The document is that of the forum.
  beforeAll(async () => {
    const socket = await world.person('reader').listens();
    await socket.emitWithAck('thread:join', { threadId: changes['threadId'] });
    expect(await takeFaults()).toEqual([]);
  });

  const frames: [string, string, () => Json, RegExp][] = [
    ['with a field more', 'thread:changes', () => ({ ...changes, secret: 1 }), /additional properties.*secret/],
    ['without a field', 'thread:changes', () => ({ ...changes, to: undefined }), /required property 'to'/],
    ['by another name', 'thread:news', () => changes, /it is not documented/],
  ];

  it.each(frames)('%s, fails', async (_what, event, payload, fault) => {
    const socket = await speaking((each) => each.emit(event, payload()));
    await new Promise((resolve) => socket.onAny(resolve));
    expect((await takeFaults()).join('\n')).toMatch(fault);
  });

  const acknowledgements: [string, () => Json, RegExp][] = [
    ['more than it says', () => ({ ok: true, seq: 1, secret: 1 }), /additional properties.*secret/],
    ['another status', () => ({ ok: false, seq: 1 }), /required property 'problem'/],
    ['less than it says', () => ({ ok: true }), /required property 'seq'/],
  ];

  it.each(acknowledgements)('that acknowledges with %s, fails', async (_what, answer, fault) => {
    const socket = await speaking((each) =>
      each.on('thread:join', (_asked: unknown, acknowledge: (answered: Json) => void) => acknowledge(answer())),
    );
    await socket.emitWithAck('thread:join', { threadId: 'x' });
    expect((await takeFaults()).join('\n')).toMatch(fault);
  });
});

describe('a socket of a test', () => {
  it('is opened where it is recorded', () => {
    const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const opening = files.filter((file) =>
      /import \{[^}]*\bio\b[^}]*\} from 'socket\.io-client'/.test(readFileSync(path.join('test', file), 'utf8')),
    );
    // The hostile clients are a process of their own, which looks at no frame.
    expect(opening.toSorted()).toEqual(['faults/harness/hostile.ts', 'support/api/recorder.ts']);
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
