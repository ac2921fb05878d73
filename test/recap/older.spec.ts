import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

/** A conference's recap as an earlier version left it: published, or a draft, and without a discussion. */
async function older(isPublished: boolean): Promise<{ slug: string; id: string }> {
  const { slug } = await world.conference(olga, { settings: { screening: 'none' } });
  const id = randomUUID();
  await world.query(
    `insert into recaps (id, conference_id, slug, is_official, created_at, published_at)
     select $1, id, slug, true, now(), case when $3 then now() end from conferences where slug = $2`,
    [id, slug, isPublished],
  );
  await world.query(
    `insert into recap_versions (id, conference_id, recap_id, version, markdown, items, is_published, saved_at)
     select gen_random_uuid(), id, $1, 1, 'Two days in words.', '{}', $3, now() from conferences where slug = $2`,
    [id, slug, isPublished],
  );
  return { slug, id };
}

const TASK = 'recap/open-older-discussions';

describe('a conference’s recap from before recaps were answered', () => {
  it('gets a discussion by itself, one, in which everybody may write', async () => {
    const { slug, id } = await older(true);
    expect((await olga.get(`/recaps/${id}`)).body['threadId']).toBeNull();
    await Promise.all([world.runNow(TASK), world.runNow(TASK)]);
    await world.runNow(TASK);
    const { threadId, title } = (await world.person('nobody').get(`/recaps/${id}`)).body as Json;
    expect(await world.query('select id from threads where recap_id = $1', [id])).toEqual([{ id: threadId }]);
    expect((await olga.get(`/threads/${threadId as string}`)).body).toMatchObject({ title, talkId: null, seq: 1 });
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    expect(await ada.says(threadId as string, 'Thank you for these two days.')).toMatchObject({ state: 'visible' });
    expect((await ada.get(`/conferences/${slug}/recap`)).body).toMatchObject({ markdown: 'Two days in words.' });
  });

  it('gets none while it is a draft', async () => {
    const { id } = await older(false);
    await world.runNow(TASK);
    expect(await world.query('select id from threads where recap_id = $1', [id])).toEqual([]);
  });
});
