import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FurnishDemo } from '../../src/ops/furnish-demo.ts';
import { rowsWith } from '../support/rows.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';
import { conferenceOf, event, importsInto, schedule } from './programmes.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  await world.app.get(FurnishDemo).furnish();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const DEMO = 'assises-2012';
const page = (path: string, who: Person = olga): Promise<Answer> =>
  who.get(`${world.base}${path}`, { accept: 'text/html', 'accept-language': 'en' });
const presses = (path: string, fields: Record<string, string> = {}): Promise<Answer> =>
  olga.ask('POST', `${world.base}${path}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    accept: 'text/html',
    'accept-language': 'en',
  });

describe('removing a conference', () => {
  it('is refused once people have written in it, with what to do instead', async () => {
    const { slug, threadId } = await world.conference(olga);
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    await ada.says(threadId, 'This is a public record');
    expect(await olga.delete(`/admin/conferences/${slug}`)).toMatchObject({
      status: 409,
      body: { type: '/problems/conference-in-use', texts: 1 },
    });
    expect((await page(`/organize/${slug}/settings`)).text).not.toContain('/removal');
    expect((await presses(`/organize/${slug}/removal`, { sure: 'on' })).status).toBe(409);
    expect((await olga.get(`/threads/${threadId}`)).status).toBe(200);
    expect((await ada.delete(`/admin/conferences/${slug}`)).status).toBe(403);
  });

  it('takes one in which nobody has written with its programme and roles, and asks before on the page', async () => {
    const slug = await conferenceOf(olga);
    await importsInto(olga, slug, schedule([event()]));
    const { id } = (await olga.get(`/conferences/${slug}`)).body;
    await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
    expect((await page(`/organize/${slug}/settings`)).text).toContain('Delete this conference');
    expect((await presses(`/organize/${slug}/removal`)).status).toBe(422);
    expect((await olga.get(`/conferences/${slug}`)).status).toBe(200);
    const done = await presses(`/organize/${slug}/removal`, { sure: 'on' });
    expect([done.status, done.headers.get('location')]).toEqual([303, expect.stringContaining('/organize?')]);
    expect((await olga.get(`/conferences/${slug}`)).status).toBe(404);
    expect(await rowsWith(world.databaseUrl, [id as string])).toEqual([]);
    expect((await olga.delete(`/admin/conferences/${slug}`)).status).toBe(404);
  });

  it('takes the demo with one press, with everything that people tried out in it', async () => {
    const { id } = (await olga.get(`/conferences/${DEMO}`)).body;
    const talks = (await olga.get(`/conferences/${DEMO}/talks`)).body['items'] as Json[];
    const threadId = talks[0]!['threadId'] as string;
    const ada = await (await world.person('ada').signsIn()).calledIn(DEMO, 'Ada');
    const bob = await (await world.person('bob').signsIn()).calledIn(DEMO, 'Bob');
    await olga.calledIn(DEMO, 'Olga');
    const said = await ada.says(threadId, 'Only trying this out');
    world.advance({ minutes: 1 });
    const reply = await bob.says(threadId, 'Me too', { parentId: said['id'] });
    await bob.put(`/comments/${said['id'] as string}/vote`);
    await bob.post(`/comments/${said['id'] as string}/reports`, { reason: 'Not about the talk', rule: 'topic' });
    const withheld = await olga.post(`/admin/comments/${said['id'] as string}/withhold`, {
      rule: 'topic',
      reason: 'Not about the talk',
    });
    expect(withheld.status).toBe(200);
    const statements = (await ada.get('/me/statements')).body['items'] as Json[];
    await ada.post(`/decisions/${statements[0]!['decisionId'] as string}/appeals`, { reason: 'It was about the talk' });
    await ada.post(`/conferences/${DEMO}/recaps`, { title: 'My day', markdown: 'A fine day.', published: true });
    await olga.post(`/admin/conferences/${DEMO}/invitations`, { role: 'speaker', talkId: talks[0]!['id'] });
    expect((await page(`/c/${DEMO}/t/${talks[0]!['slug'] as string}`)).status).toBe(200);
    const listener = await world.person('eve').listens();
    await listener.emitWithAck('thread:join', { threadId });

    expect((await page(`/organize/${DEMO}/settings`)).text).toContain('Remove the demo');
    const done = await presses(`/organize/${DEMO}/removal`);
    expect([done.status, done.headers.get('location')]).toEqual([303, expect.stringContaining('/organize?')]);
    for (const path of [`/c/${DEMO}`, `/c/${DEMO}/t/${talks[0]!['slug'] as string}`, `/organize/${DEMO}`])
      expect((await page(path)).status).toBe(404);
    for (const path of [
      `/threads/${threadId}`,
      `/threads/${threadId}/changes?after=0`,
      `/comments/${reply['id'] as string}`,
    ])
      expect((await ada.get(path)).status).toBe(404);
    expect((await ada.post(`/threads/${threadId}/comments`, { body: 'Is anybody here?' })).status).toBe(404);
    const ids = [id, threadId, ...talks.map((talk) => talk['id']), said['id'], reply['id']] as string[];
    // Keyed answers of repeated requests expire by themselves.
    expect((await rowsWith(world.databaseUrl, ids)).filter((row) => !row.startsWith('write_keys '))).toEqual([]);
    await world.runNow('transcript/confirm-numbers');
    expect((await ada.get('/me/export')).status).toBe(200);
  });

  it('lets no decision go without its conference', async () => {
    const { slug, threadId } = await world.conference(olga);
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    await olga.calledIn(slug, 'Olga');
    const said = await ada.says(threadId, 'Something else');
    await olga.post(`/admin/comments/${said['id'] as string}/withhold`, {
      rule: 'topic',
      reason: 'Not about the talk',
    });
    await expect(world.query('delete from decisions')).rejects.toThrow('decisions are only added');
  });
});

describe('importing into the demo', () => {
  it('warns first, and is done once an organizer says that the file belongs there', async () => {
    const other = await World.open();
    try {
      await other.app.get(FurnishDemo).furnish();
      const organizer = await other.person('olga').signsIn();
      const file = schedule([event()]);
      expect(await importsInto(organizer, DEMO, file, '?dryRun=true')).toMatchObject({
        status: 409,
        body: { type: '/problems/import-into-demo' },
      });
      const form = new FormData();
      form.set('file', new Blob([file], { type: 'application/json' }), 'schedule.json');
      form.set('decisions', '{"conference":"this"}');
      const answer = await fetch(`${other.base}/api/v1/admin/conferences/${DEMO}/imports`, {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${organizer.token!}` },
      });
      expect(await answer.json()).toMatchObject({ added: 1 });
    } finally {
      await other.close();
    }
  });
});
