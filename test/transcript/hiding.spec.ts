import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { addressesOf, codesOf, routesOf } from '../support/crawl.ts';
import { isFullForm, isSampled, oneIn } from '../support/form.ts';
import { RunningRedis } from '../support/redis.ts';
import { Person, until, World, type Json } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('redis-server');

let redis: RunningRedis;
let here: World;
let there: World;
let olga: Person;
let ada: Person;
let slug: string;
let threadId: string;
beforeAll(async () => {
  redis = await RunningRedis.open();
  here = await World.open({ REDIS_URL: redis.url, LOG_LEVEL: 'silent' });
  there = await here.beside({ REDIS_URL: redis.url, LOG_LEVEL: 'silent' });
  olga = await here.person('olga').signsIn();
  ({ slug, threadId } = await here.conference(olga));
  ada = await (await here.person('ada').signsIn()).calledIn(slug, 'Ada');
  await redis.kill();
});
afterAll(async () => {
  await there.close();
  await here.close();
  await redis.close();
});

interface ShownAddress {
  address: string;
  etag: string | null;
  text: string;
}

describe('two seconds after a comment was hidden, with Redis down and no socket open', () => {
  it.each(
    oneIn<[string, (comment: Json) => Promise<number>]>(2, [
      [
        'withheld',
        async ({ id }) =>
          (await olga.post(`/admin/comments/${id}/withhold`, { rule: 'spam', reason: 'Not here.' })).status,
      ],
      ['withdrawn', async ({ id }) => (await ada.delete(`/comments/${id}`)).status],
    ]),
  )(
    'no route of any node gives its words: %s',
    async (how, hide) => {
      const words = `quokka${how}`;
      const comment = await ada.says(threadId, `What the ${words} said.`);
      const reply = await ada.says(threadId, `And the ${words} again.`, { parentId: comment['id'] });
      const question = (await ada.post(`/threads/${threadId}/questions`, { body: `Who is the ${words}?` })).body;
      const ids = {
        conferences: [slug],
        c: [slug],
        organize: [slug],
        threads: [threadId],
        t: ['hallway'],
        'q/{code}': await codesOf(here, threadId),
        comments: [comment, reply, question].map(({ id }) => id as string),
        questions: [question['id'] as string],
        problems: ['not-found'],
        avatars: [`${comment['author'].id}.svg`],
        talks: [],
        personas: [],
        sessions: [],
      };
      const samples = {
        after: ['0', String(comment['seq'] - 1)],
        limit: ['100'],
        q: [words],
        kind: ['answer', 'question'],
        sort: ['newest', 'top'],
        comment: [comment['id'] as string],
      };
      const reading = (await routesOf(here))
        .filter(({ method }) => method === 'GET')
        .map((route) =>
          route.path.startsWith('/c/')
            ? { ...route, query: ['sort', 'comment', 'q', 'kind'].map((name) => ({ name, values: [] })) }
            : route,
        );
      const addresses = reading.flatMap((route) => addressesOf(route, ids, samples));
      const readers = [here, there].flatMap((world) => [world.person('nobody'), new Person(world, 'bob')]);
      const { token } = await here.person('bob').signsIn();
      for (const reader of readers) if (reader.email === 'bob') reader.token = token;

      const seen = async (
        reader: Person,
        address: string,
        headers: Record<string, string>,
      ): Promise<ShownAddress & { status: number }> => {
        const answer = await ask(reader.world.base + address, {
          headers: { ...(reader.token ? { authorization: `Bearer ${reader.token}` } : {}), ...headers },
        });
        return { address, status: answer.status, etag: answer.headers.get('etag'), text: answer.text };
      };
      // Each address by every reader; in the short form, by one of them.
      const addressesFor = (reader: Person): string[] =>
        addresses.filter((_, j) => isSampled(readers.indexOf(reader), j, readers.length));
      // A few at a time: nobody is to be told that the server is busy.
      const look = async (
        reader: Person,
        headers: (address: string) => Record<string, string>,
      ): Promise<(ShownAddress & { status: number })[]> => {
        const asked = addressesFor(reader);
        const all: (ShownAddress & { status: number })[] = [];
        for (let i = 0; i < asked.length; i += 12)
          all.push(
            ...(await Promise.all(asked.slice(i, i + 12).map((address) => seen(reader, address, headers(address))))),
          );
        return all;
      };
      // The search and the feeds of both nodes have the words before they lose them.
      await until(
        'the words to be found',
        async () =>
          (await there.person('nobody').get(`/conferences/${slug}/search?q=${words}`)).body['items'].length === 3,
      );
      const before = await Promise.all(readers.map((reader) => look(reader, () => ({}))));
      const giving = (shown: readonly ShownAddress[]): string[] =>
        shown.filter(({ text }) => text.includes(words)).map(({ address }) => address);
      for (const shown of before) expect(giving(shown).length).toBeGreaterThan(isFullForm ? 8 : 2);

      for (const each of [reply, question, comment]) expect([200, 204]).toContain(await hide(each));
      await new Promise((resolve) => {
        setTimeout(resolve, 2_000);
      });
      for (const [i, reader] of readers.entries()) {
        const held = new Map(
          before[i]!.map(({ address, etag, text }) => [address, { etag, had: text.includes(words) }]),
        );
        const after = await look(reader, (address) =>
          held.get(address)!.etag === null
            ? ({} as Record<string, string>)
            : { 'if-none-match': held.get(address)!.etag! },
        );
        // The question is the reader's own word; whoever asked for it is not told anything.
        const asked = (address: string): boolean => address.includes(`q=${words}`);
        expect(
          after.filter(({ text, address }) => text.includes(words) && !asked(address)).map(({ address }) => address),
        ).toEqual([]);
        expect(
          after
            .filter(({ status, address }) => status === 304 && held.get(address)!.had && !asked(address))
            .map(({ address }) => address),
        ).toEqual([]);
        expect(
          after
            .filter(({ address, text }) => asked(address) && text.includes(`the ${words}`))
            .map(({ address }) => address),
        ).toEqual([]);
      }
    },
    300_000,
  );
});
