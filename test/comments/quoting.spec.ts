import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let slug: string;
let threadId: string;
let elsewhere: string;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  elsewhere = (await olga.post(`/admin/conferences/${slug}/threads`, { slug: 'elsewhere', title: 'Elsewhere' })).body[
    'id'
  ] as string;
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
});
afterAll(() => world.close());

const formFor = async (comment: Json): Promise<string> =>
  (
    await (
      await fetch(`${world.base}/c/${slug}/t/hallway?reply=${comment['id'] as string}&quote=yes`, {
        headers: { accept: 'text/html' },
      })
    ).text()
  ).match(/<textarea[^>]*>([^<]*)</)![1]!;

describe('a quotation in the form', () => {
  it('holds the words of the comment that is answered, and forgets them with it, however often it was looked at', async () => {
    const said = await ada.says(threadId, 'Words to quote.');
    for (let i = 0; i < 3; i += 1) expect(await formFor(said)).toContain('Words to quote.');
    await ada.delete(`/comments/${said['id'] as string}`);
    for (let i = 0; i < 3; i += 1) expect(await formFor(said)).not.toContain('Words to quote.');
  });

  it('holds nothing of another discussion, whose changes this one does not follow', async () => {
    world.advance({ seconds: 10 });
    const said = await ada.says(elsewhere, 'Said in another place.');
    expect(await formFor(said)).not.toContain('Said in another place.');
    await ada.delete(`/comments/${said['id'] as string}`);
    expect(await formFor(said)).not.toContain('Said in another place.');
  });

  it('is nobody’s but of who asked: no shared memory keeps the page', async () => {
    world.advance({ seconds: 10 });
    const said = await ada.says(threadId, 'Not for a cache.');
    const answer = await fetch(`${world.base}/c/${slug}/t/hallway?reply=${said['id'] as string}&quote=yes`);
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ]);
  });
});
