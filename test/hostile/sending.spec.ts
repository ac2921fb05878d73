import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { World, until, type Json, type Person } from '../support/world.ts';
import { answerOf, connects, faults, faultsOf, sends, type AnyAnswer } from './answers.ts';
import { routes, misses, named } from './routes.ts';

let world: World;
let olga: Person;
let ada: Person;
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  const { slug, threadId: id } = await world.conference(olga);
  threadId = id;
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
});
afterEach(async () => expect((await fetch(`${world.base}/health/ready`)).status).toBe(200));
afterAll(() => world.close());

const says = (body: string | Buffer, headers: Record<string, string> = {}): Promise<AnyAnswer> =>
  sends(ada, 'POST', `/api/v1/threads/${threadId}/comments`, { body, headers });
const number = async (): Promise<number> => (await ada.get(`/threads/${threadId}`)).body['seq'] as number;

/** Things that are no value of the field; an empty object or list may well be one where the good value is one. */
const unsuitable = (good: unknown): unknown[] => [
  [good],
  [[good]],
  [null],
  { toString: 1 },
  { length: 5 },
  ...(typeof good === 'boolean' ? ['true', 0, 1] : [true, false]),
  ...(typeof good === 'object' ? ['text', 42] : [[], {}]),
  ...(typeof good === 'number' ? ['1', '', 1.5, -1] : []),
  ...(typeof good === 'string' ? [42, -0, 1e308] : []),
];

describe('sending a field of the wrong kind', () => {
  it('is refused with the name of the field, at every route', async () => {
    const wrong: string[] = [];
    for (const [who, method, path, good] of await routes(world, olga)) {
      for (const [field, value] of Object.entries(good)) {
        for (const bad of unsuitable(value))
          wrong.push(
            ...misses(await who.ask(method, path, { ...good, [field]: bad }), field).map(
              (fault) => `${named(method, path)} ${field}: ${JSON.stringify(bad)} ${fault}`,
            ),
          );
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is refused with its place also when it stands inside another', async () => {
    const { slug } = await world.conference(olga);
    const rule = { key: 'spam', title: 'No spam' };
    const wrong: string[] = [];
    for (const settings of [
      { rules: [[rule]] },
      { rules: [[]] },
      { rules: ['spam'] },
      { rules: [null] },
      { rules: rule },
      { rules: [{ ...rule, title: [rule.title] }] },
      { slowMode: [] },
      { slowMode: [{ interval: 30, reason: 'A rush' }] },
      { slowMode: 30 },
      { screening: ['none'] },
      { opensHoursBefore: '1' },
      { opensHoursBefore: 2 ** 40 },
    ]) {
      wrong.push(
        ...misses(await olga.patch(`/admin/conferences/${slug}`, { settings }), 'settings').map(
          (fault) => `${JSON.stringify(settings)} ${fault}`,
        ),
      );
    }
    expect({ wrong, rules: (await ada.get(`/conferences/${slug}`)).body['settings'].rules }).toEqual({
      wrong: [],
      rules: expect.not.arrayContaining([expect.any(Array)]),
    });
  });

  it('takes null as left out or refuses it, at every route', async () => {
    const wrong: string[] = [];
    for (const [who, method, path, good] of await routes(world, olga)) {
      for (const field of Object.keys(good)) {
        const fresh = Object.fromEntries(
          ['slug', 'guid'].filter((name) => name in good).map((name) => [name, `${name}-${field.toLowerCase()}`]),
        );
        const answer = await who.ask(method, path, { ...good, ...fresh, [field]: null });
        if (answer.status >= 300)
          wrong.push(
            ...faultsOf(answer, 401, 404, 409, 422).map((fault) => `${named(method, path)} ${field}: null ${fault}`),
          );
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is refused also when the whole body is one', async () => {
    const wrong: string[] = [];
    for (const [who, method, path, good] of await routes(world, olga)) {
      for (const body of ['[]', '[{}]', `[${JSON.stringify(good)}]`, '"text"', '42', 'true']) {
        wrong.push(
          ...faultsOf(await who.ask(method, path, body), 400, 422).map(
            (fault) => `${named(method, path)} ${body.slice(0, 8)} ${fault}`,
          ),
        );
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('sending a field nobody knows', () => {
  it.each(['surprise', 'id', 'accountId', 'a/b~c', ''])('is refused by its name, at every route: %j', async (name) => {
    const wrong: string[] = [];
    for (const [who, method, path, good] of await routes(world, olga)) {
      wrong.push(
        ...misses(
          await who.ask(method, path, { ...good, [name]: 'x' }),
          name.replace('~', '~0').replace('/', '~1'),
        ).map((fault) => `${named(method, path)} ${fault}`),
      );
    }
    expect(wrong).toEqual([]);
  });

  it.each(['toString', 'hasOwnProperty', '__defineGetter__', 'constructor', 'prototype'])(
    'is refused also when every object has it, at every route: %s',
    async (name) => {
      const wrong: string[] = [];
      for (const [who, method, path, good] of await routes(world, olga)) {
        wrong.push(
          ...faultsOf(await who.ask(method, path, { ...good, [name]: 'x' }), 400, 422).map(
            (fault) => `${named(method, path)} ${fault}`,
          ),
        );
        if ('settings' in good)
          wrong.push(
            ...faultsOf(await who.ask(method, path, { ...good, settings: { [name]: 'x' } }), 400, 422).map(
              (fault) => `${named(method, path)} settings ${fault}`,
            ),
          );
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('sending what is no JSON of ours', () => {
  const good = JSON.stringify({ body: 'Cut \u00E9 me', parentId: null });

  it('is refused wherever it is cut, and says nothing', async () => {
    const before = await number();
    const bytes = Buffer.from(good);
    expect(
      await faults(
        Array.from({ length: bytes.length }, (_, at) => [
          `cut at ${at}`,
          () => says(bytes.subarray(0, at)),
          ...(at === 0 ? [422] : [400]),
        ]),
      ),
    ).toEqual([]);
    expect(await number()).toBe(before);
  });

  it.each<[string, string | Buffer, ...number[]]>([
    ['a byte order mark', `\uFEFF${good}`, 400],
    ['UTF-16', Buffer.from(good, 'utf16le'), 400],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('{"body":"ab'), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from('"}')]),
      400,
    ],
    ['a NUL behind', `${good}\0`, 400],
    ['two documents', good + good, 400],
    ['a comment', `/* */${good}`, 400],
    ['a trailing comma', '{"body":"ab",}', 400],
    ['single quotes', "{'body':'ab'}", 400],
    ['NaN', '{"body":NaN}', 400],
    ['a raw line feed', '{"body":"a\nb"}', 400],
    ['1e400', '{"body":1e400}', 422],
    ['-1e400', '{"body":"ab","parentId":-1e400}', 422],
    ['lists 10,000 deep', `{"body":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400],
    ['objects 10,000 deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 400],
    ['10,000 open lists', '['.repeat(10_000), 400],
    ['10,000 fields', JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, 1]))), 422],
    ['__proto__', '{"body":"ab","__proto__":{"personaId":"x"}}', 400],
    ['__proto__ inside', '{"body":"ab","parentId":{"__proto__":{"x":1}}}', 400],
    ['__proto__ escaped', '{"body":"ab","\\u005f_proto__":{}}', 400],
    ['constructor', '{"body":"ab","constructor":{"prototype":{"x":1}}}', 400],
    ['prototype', '{"body":"ab","prototype":{}}', 400],
    ['a gzip body', gzipSync(good), 400, 415],
  ])('%s is refused', async (_what, body, ...allowed) => {
    const before = await number();
    expect({
      faults: faultsOf(await says(body), ...allowed),
      number: await number(),
      leaked: ({} as Json)['x'] as unknown,
    }).toEqual({ faults: [], number: before, leaked: undefined });
  });

  it('takes the last of two fields of one name, or neither', async () => {
    const answer = await says('{"body":"The first of two","body":"The second of two"}');
    if (answer.status === 201) expect(answer.body['html']).toBe('<p>The second of two</p>');
    else expect(faultsOf(answer, 400)).toEqual([]);
  });

  it.each([
    'text/plain',
    'text/json',
    'application/xml',
    'application/octet-stream',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    '*/*',
    'nonsense',
    'application/json, text/plain',
    '',
  ])('refuses the media type %j', async (type) => {
    expect(faultsOf(await says(good, { 'content-type': type }), 415)).toEqual([]);
  });

  it.each(['gzip', 'deflate', 'br', 'zstd', 'nonsense'])(
    'refuses the content encoding %s instead of guessing',
    async (encoding) => {
      expect(faultsOf(await says(gzipSync(good), { 'content-encoding': encoding }), 400, 415)).toEqual([]);
    },
  );

  it('measures the body before it reads it', async () => {
    const sized = (bytes: number): string => JSON.stringify({ body: 'x'.repeat(bytes - 11) });
    expect(faultsOf(await says(sized(64 * 1024)), 422)).toEqual([]);
    for (const bytes of [64 * 1024 + 1, 640 * 1024]) expect(faultsOf(await says(sized(bytes)), 413)).toEqual([]);
    expect(faultsOf(await says(sized(64 * 1024 + 1), { 'transfer-encoding': 'chunked' }), 413)).toEqual([]);
  });
});

describe('sending anything at all to a socket', () => {
  const refused = (status: number, pointer?: string): Json => ({
    ok: false,
    problem: {
      type: expect.stringMatching(/^\/problems\//),
      title: expect.any(String),
      status,
      ...(pointer === undefined ? {} : { errors: [{ pointer }] }),
    },
  });
  afterEach(async () =>
    expect(await (await ada.listens()).emitWithAck('thread:join', { threadId, after: 0 })).toMatchObject({
      ok: true,
      changes: { threadId },
    }),
  );

  it.each([
    'nothing:here',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '',
    '*',
    'thread:join ',
    'THREAD:JOIN',
    'thread:write',
    'x'.repeat(10_000),
  ])('is acknowledged as unknown: %j', async (event) => {
    const socket = await ada.listens();
    for (const args of [[], [{}], [[]], [null], [{ threadId }]])
      expect(await answerOf(socket, event, ...args)).toMatchObject(refused(404));
  });

  it.each(['thread:join', 'thread:leave', 'thread:changes'])(
    'is acknowledged with the field that is wrong: %s',
    async (event) => {
      const socket = await ada.listens();
      for (const message of [undefined, null, true, 42, 'text', threadId, [], [{ threadId }], [[[]]]])
        expect({ message, ...(await answerOf(socket, event, message)) }).toMatchObject(refused(422, '#'));
      expect(await answerOf(socket, event)).toMatchObject(refused(422));
      const ids = [
        undefined,
        null,
        true,
        42,
        {},
        [],
        [threadId],
        { id: threadId },
        '',
        'nonsense',
        `${threadId}0`,
        `{${threadId}}`,
        ` ${threadId}`,
        `${threadId}\n`,
        threadId.replace(/-/g, ''),
        "' or 1=1 --",
        '__proto__',
        '\u0000',
        '\ud800',
        'x'.repeat(10_000),
        Buffer.from(threadId),
      ];
      for (const id of ids)
        expect({ id, ...(await answerOf(socket, event, { threadId: id })) }).toMatchObject(refused(422, '#/threadId'));
    },
  );

  it('is acknowledged also when the number it gives is none', async () => {
    const socket = await ada.listens();
    for (const after of [
      -1,
      1.5,
      2 ** 31,
      2 ** 53,
      1e308,
      Number.NaN,
      '1',
      '',
      null,
      true,
      [],
      [1],
      {},
      { valueOf: 1 },
      Buffer.from('1'),
    ]) {
      for (const event of ['thread:join', 'thread:changes'])
        expect({ after, ...(await answerOf(socket, event, { threadId, after })) }).toMatchObject(
          refused(422, '#/after'),
        );
    }
    expect(await answerOf(socket, 'thread:join', { threadId, after: 2 ** 31 - 1 })).toMatchObject({
      ok: true,
      changes: { reset: true, comments: [] },
    });
  });

  it('needs no acknowledgement, and a flood gets one for every message', async () => {
    const socket = await ada.listens();
    for (const message of [undefined, null, [], {}, { threadId: 'x' }])
      socket.emit('thread:join', message).emit('constructor', message);
    const answers = await Promise.all(
      Array.from({ length: 500 }, () => answerOf(socket, 'thread:changes', { threadId, after: 0 })),
    );
    for (const answer of answers) if (!answer['ok']) expect(answer).toMatchObject(refused(429));
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  });

  it('ends the connection when it is too large or no message', async () => {
    for (const message of ['x'.repeat(65 * 1024), { threadId: 'x'.repeat(1024 * 1024) }, Buffer.alloc(70 * 1024)])
      expect(await answerOf(await ada.listens(), 'thread:join', message)).toEqual({ hungUp: expect.any(String) });
    const packets = [
      '',
      '9',
      'x',
      '2',
      '2/live',
      '2/live,',
      '2/live,{}',
      '2/live,[]',
      '2/live,[null]',
      '2/live,["thread:join"',
      '2/live,[["thread:join"]]',
      '2/live,[{"toString":1}]',
      '2/live,["connect"]',
      '2/live,["disconnect",{}]',
      '2/live,["error"]',
      '2/nothing,["thread:join",{}]',
      `2/live,${'9'.repeat(400)}["thread:join",{}]`,
      '2/live,-1["thread:join",{}]',
      '3/live,1[]',
      '3/live,["x"]',
      '0/live,{"token":[[]]}',
      '0/live,[',
      '0/nothing,',
      '4/live,{}',
      '51-/live,["thread:join",{"_placeholder":true,"num":0}]',
      '51-/live,["thread:join",{"_placeholder":true,"num":9}]',
      '5-/live,[]',
      '5999999999-/live,["x"]',
      '61-/live,1[]',
      `2/live,["thread:join",${'['.repeat(10_000)}${']'.repeat(10_000)}]`,
      `2/live,["thread:join",${'['.repeat(20_000)}`,
    ];
    for (const packet of packets) {
      const socket = await ada.listens();
      socket.io.engine.write(packet);
      const answer = await answerOf(socket, 'thread:leave', { threadId });
      expect({ packet: packet.slice(0, 60), isAnswered: answer['ok'] === true || 'hungUp' in answer }).toEqual({
        packet: packet.slice(0, 60),
        isAnswered: true,
      });
    }
  });

  it('is anonymous when the token is none, and no namespace is there but ours', async () => {
    for (const token of [
      '',
      'x',
      42,
      null,
      true,
      [],
      {},
      { toString: 1 },
      ['x'.repeat(43)],
      '\u0000',
      '\ud800',
      'x'.repeat(10_000),
    ])
      expect({ token, said: await connects(world, { token }) }).toEqual({ token, said: 'connected' });
    for (const namespace of ['/nothing', '/live/x', '/LIVE', '/constructor', '/__proto__', `/${'x'.repeat(1_000)}`])
      expect({ namespace, said: await connects(world, {}, namespace) }).toEqual({
        namespace,
        said: 'Invalid namespace',
      });
    for (const query of [
      '',
      '?EIO=4',
      '?EIO=99&transport=polling',
      '?EIO=4&transport=constructor',
      '?EIO=4&transport=polling&sid=__proto__',
      '?EIO=4&transport=websocket',
    ]) {
      for (const method of ['GET', 'POST', 'PUT'])
        expect((await sends(ada, method, `/socket.io/${query}`)).status).toBeLessThan(500);
    }
  });

  it('hears of the same thread however the letters of its id are written', async () => {
    const heard: string[] = [];
    for (const id of [threadId, threadId.toUpperCase()]) {
      const socket = await ada.listens();
      socket.on('thread:changes', () => heard.push(id));
      expect(await socket.emitWithAck('thread:join', { threadId: id })).toMatchObject({ ok: true });
    }
    await ada.says(threadId, 'Heard by both');
    await until('a frame for each of the two', () => new Set(heard).size === 2);
  });
});
