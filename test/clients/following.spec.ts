import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { unavailable } from '../../src/kernel/common.problems.ts';
import { LiveGateway } from '../../src/live/live.gateway.ts';
import { AftertalkClient } from '../../clients/typescript/src/aftertalk-client.ts';
import type { FollowedThread, ThreadChange } from '../../clients/typescript/src/followed-thread.ts';
import { Problem } from '../../clients/typescript/src/problem.ts';
import { codeIn, until, World, type Person } from '../support/world.ts';

let world: World;
let ada: Person;
let threadId: string;
let slug: string;
let proxy: http.Server;
beforeAll(async () => {
  world = await World.open({ LOG_LEVEL: 'silent' });
  ({ slug, threadId } = await world.conference(await world.person('olga').signsIn()));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  proxy = http.createServer((request, response) => {
    const { method, url: path, headers } = request;
    request.pipe(
      http.request(world.base + path, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.rawHeaders);
        answer.pipe(response);
      }),
    );
  });
  // As some networks do.
  proxy.on('upgrade', (_request, socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await world.close();
});

/** A program that follows the thread, with all that it was told. */
async function follows(url = world.base): Promise<{ followed: FollowedThread; told: ThreadChange[] }> {
  const told: ThreadChange[] = [];
  const client = new AftertalkClient({ url });
  const followed = await client.followThread(threadId, { onChange: (change) => told.push(change) });
  return { followed, told };
}

const idsIn = (told: readonly ThreadChange[]): string[] => told.flatMap(({ comments }) => comments.map(({ id }) => id));

describe('a thread that a program follows', () => {
  it('is there with every reply, and then changes live, each change told once', async () => {
    const root = await ada.says(threadId, 'Many replies.');
    const replies = [];
    for (let i = 0; i < 5; i += 1) replies.push(await ada.says(threadId, `Reply ${i}.`, { parentId: root['id'] }));
    const { followed, told } = await follows();
    expect(told).toHaveLength(1);
    expect(new Set(idsIn(told))).toEqual(new Set([root, ...replies].map(({ id }) => id as string)));
    expect(followed.thread.counts.comments).toBe(6);

    await until('the connection', () => followed.isLive);
    const { id } = await ada.says(threadId, 'Live.');
    await until('the new comment', () => idsIn(told).includes(id as string));
    expect((await ada.delete(`/comments/${id}`)).status).toBe(204);
    await until('its withdrawal', () => followed.comments.get(id as string)?.state === 'withdrawn');
    expect(told.at(-1)!.thread.seq).toBe(followed.seq);
    expect(idsIn(told).filter((each) => each === id)).toHaveLength(2);

    followed.stop();
    const length = told.length;
    await ada.says(threadId, 'Nobody follows.');
    expect({ isLive: followed.isLive, told: told.length }).toEqual({ isLive: false, told: length });
  });

  it('is asked for where no WebSocket gets through', async () => {
    const { followed, told } = await follows(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    const { id } = await ada.says(threadId, 'Behind a proxy.');
    await until('the new comment', () => idsIn(told).includes(id as string));
    expect(followed.isLive).toBe(false);
    followed.stop();
  });

  it('is followed live by who was let in late, because the forum had no time before', async () => {
    const gateway = world.app.get(LiveGateway) as unknown as { join?: (...sent: unknown[]) => Promise<object> };
    const join = gateway.join!.bind(gateway);
    let tries = 0;
    let isIn = false;
    gateway.join = async (...sent) => {
      tries += 1;
      if (tries < 3) throw unavailable({}, { retryAfterSeconds: 1 });
      const answer = await join(...sent);
      isIn = true;
      return answer;
    };
    try {
      const { followed, told } = await follows();
      await until('it to be let in', () => isIn);
      const { id } = await ada.says(threadId, 'Heard by all.');
      await until('the new comment', () => idsIn(told).includes(id as string));
      expect({ tries, isLive: followed.isLive }).toEqual({ tries: 3, isLive: true });
      followed.stop();
    } finally {
      delete gateway.join;
    }
  });

  it('is refused when it is not there, and left when its program ends it', async () => {
    const client = new AftertalkClient({ url: world.base, language: 'fr' });
    const onChange = (): void => undefined;
    const refused = await client.followThread(slug, { onChange }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ status: 404, slug: 'not-found' });
    const failing = (): never => {
      throw new Error('of the program');
    };
    await expect(client.followThread(threadId, { onChange: failing })).rejects.toThrow('of the program');
    const signal = AbortSignal.abort(new Error('no longer wanted'));
    await expect(client.followThread(threadId, { onChange, signal })).rejects.toThrow('no longer wanted');
  });
});

describe('a program that signs in', () => {
  it('gets a code by mail, writes in its own name, and is nobody after it has signed out', async () => {
    const client = new AftertalkClient({ url: world.base });
    const before = await world.mails();
    await client.requestCode('grace@mail.example');
    const mail = await world.nextMail(before, 'grace@mail.example');
    await client.signIn('grace@mail.example', codeIn(mail));
    const path = { conference: slug };
    await client.post('/conferences/{conference}/personas', { params: { path }, body: { name: 'Grace' } });
    const write = (): Promise<unknown> =>
      client.post('/threads/{id}/comments', {
        params: { path: { id: threadId } },
        body: { body: 'Hello from a program.' },
        key: 'hello',
      });
    expect(await write()).toEqual(await write());
    await client.signOut();
    await expect(client.get('/me')).rejects.toMatchObject({ slug: 'session-required', status: 401 });
  });

  it('reads a list to its end, page by page', async () => {
    const client = new AftertalkClient({ url: world.base });
    const asked: string[] = [];
    client.http.use({ onRequest: ({ request }) => void asked.push(request.url) });
    const ids: string[] = [];
    const request = { params: { path: { id: threadId }, query: { limit: 2 } } };
    for await (const { id } of client.items('/threads/{id}/comments', request)) ids.push(id);
    const { rows } = { rows: await world.query('select id from comments where root_id is null order by seq') };
    expect(ids).toEqual(rows.map(({ id }) => id as string));
    expect(asked).toHaveLength(Math.ceil(ids.length / 2));
  });

  it('is told which field was wrong', async () => {
    const client = new AftertalkClient({ url: world.base, token: ada.token! });
    const params = { path: { id: threadId } };
    const refused = await client.post('/threads/{id}/comments', { params, body: { body: '' } }).catch((error) => error);
    expect(refused).toMatchObject({ slug: 'invalid-request', fields: [{ pointer: '#/body' }] });
  });
});
