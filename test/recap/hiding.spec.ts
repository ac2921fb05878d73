import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { talkOf } from '../questions/stage.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

const visitor = (): Person => world.person('nobody');

interface PublishedRecap {
  path: string;
  slug: string;
  threadId: string;
  comment: Json;
}

/** A public recap that speaks of the talk, and one comment under it. */
async function publishes(title: string): Promise<PublishedRecap> {
  const markdown = `Words around a quokka.\n\n## http://localhost:3000/c/${place.slug}/t/on-leaving\n\nIt was short.`;
  const { status, body } = await ada.post(`/conferences/${place.slug}/recaps`, { title, markdown, published: true });
  expect(status).toBe(201);
  const threadId = body['threadId'] as string;
  const comment = await ada.says(threadId, 'Seen below the quokka.');
  return { path: `/recaps/${body['id'] as string}`, slug: body['slug'] as string, threadId, comment };
}

const withholds = (path: string): Promise<unknown> =>
  olga.post(`/admin${path}/withhold`, { rule: 'topic', reason: 'Not about this.' });

/** A reader with the thread open, and what came to it. */
async function follows(threadId: string): Promise<{ socket: Socket; frames: Json[] }> {
  const socket = await visitor().listens();
  const frames: Json[] = [];
  socket.on('thread:changes', (frame: Json) => frames.push(frame));
  expect(await socket.emitWithAck('thread:join', { threadId })).toMatchObject({ ok: true });
  return { socket, frames };
}

describe('hiding a recap', () => {
  it('tells those who have its thread open to forget it, once, and shows it to them when it is back', async () => {
    const { path, threadId } = await publishes('Hidden and shown');
    const { socket, frames } = await follows(threadId);
    await withholds(path);
    await until('a frame that resets', () => frames.length > 0);
    const { to } = frames[0] as { to: number };
    expect(frames).toEqual([{ threadId, from: to, to, comments: [], thread: null, more: false, reset: true }]);
    expect(await socket.emitWithAck('thread:changes', { threadId, after: to })).toMatchObject({
      ok: false,
      problem: { status: 404 },
    });
    await world.runNow('transcript/confirm-numbers');
    await olga.post(`/admin${path}/restore`, { reason: 'It is.' });
    await until('a frame with the thread', () => frames.length > 1);
    expect(frames).toHaveLength(2);
    expect(frames[1]).toMatchObject({ from: to, reset: false, thread: { title: 'Hidden and shown' } });
    await ada.delete(path);
    await until('a frame that resets again', () => frames.length > 2);
    expect(frames[2]).toMatchObject({ comments: [], thread: null, reset: true });
  });

  it('makes every page and file old that showed something of it, also for those who have it already', async () => {
    const { path, slug } = await publishes('A quokka in the morning');
    const base = `${world.base}/c/${place.slug}`;
    const shown: readonly string[] = [
      `${base}/recaps/${slug}`,
      `${base}/recaps/${slug}.md`,
      `${base}/t/on-leaving`,
      `${base}/recaps`,
      `${base}/recaps.atom`,
      `${base}/recaps.json`,
      `${base}/feed.atom`,
      `${base}/search?q=quokka`,
      `${world.base}/api/v1/conferences/${place.slug}/search?q=quokka`,
      `${world.base}/api/v1/conferences/${place.slug}/recaps`,
    ];
    // The search repeats the word that is looked for, also when it finds nothing yet.
    const wordsAt = (address: string): RegExp =>
      address.includes('search') ? /<article|Seen below|A quokka/ : /quokka/;
    // A reader asks for the address.
    const read = async (
      address: string,
      tag?: string,
    ): Promise<{ status: number; tag: string | null; text: string }> => {
      const answer = await fetch(address, tag === undefined ? {} : { headers: { 'if-none-match': tag } });
      return {
        status: answer.status,
        tag: answer.headers.get('etag'),
        text: (await answer.text()).replaceAll(slug, ''),
      };
    };
    const before = new Map<string, string | null>();
    for (const address of shown) {
      await until(`${address} to show it`, async () => wordsAt(address).test((await read(address)).text));
      before.set(address, (await read(address)).tag);
    }
    const picture = `${base}/t/${slug}/picture.png`;
    expect((await fetch(picture)).status).toBe(200);
    await withholds(path);
    expect((await fetch(picture)).status).toBe(404);
    for (const [address, tag] of before)
      await until(`${address} to be old`, async () => {
        const { status, text } = await read(address, tag ?? undefined);
        return status !== 304 && !wordsAt(address).test(text);
      });
    expect((await read(shown[0]!)).status).toBe(410);
    await ada.delete(path);
  });

  it('leaves nothing of its title in the links of the page that stands in its place', async () => {
    const { path, slug } = await publishes('An unmistakable wombat');
    await withholds(path);
    const { status, text } = await visitor().get(`${world.base}/c/${place.slug}/recaps/${slug}`, {
      accept: 'text/html',
    });
    expect([status, /wombat/i.test(text)]).toEqual([410, false]);
  });

  it('leaves nothing of its title in what is told to those who wrote below it', async () => {
    const { path, threadId } = await publishes('An unmistakable narwhal');
    const bob = await (await world.person('bob').signsIn()).calledIn(place.slug, 'Bob');
    const said = await bob.says(threadId, 'Below it.');
    await withholds(path);
    const before = await world.mails();
    expect(await withholds(`/comments/${said['id'] as string}`)).toMatchObject({ status: 200 });
    const [{ decisionId }] = (await bob.get('/me/statements')).body['items'] as [Json];
    const mail = await world.nextMail(before, bob.email, /statements/);
    const page = await bob.get(`${world.base}/me/statements/${decisionId as string}`, { accept: 'text/html' });
    expect(page.status).toBe(200);
    expect([page.text, mail].filter((text) => /narwhal/i.test(text))).toEqual([]);
    const own = await ada.get('/me/statements');
    const ofRecap = (own.body['items'] as Json[]).find(({ recapId }) => path.endsWith(recapId as string))!;
    const ownPage = `${world.base}/me/statements/${ofRecap['decisionId'] as string}`;
    expect((await ada.get(ownPage, { accept: 'text/html' })).text).toMatch(/narwhal/i);
  });
});
