import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { RecurringTasks } from '../../src/platform/recurring-tasks.ts';
import { FollowProgramme } from '../../src/threads/follow-programme.ts';
import { conferenceOf, event, importsInto, schedule, talksOf } from '../imports/programmes.ts';
import { isFullForm } from '../support/form.ts';
import { rowsWith } from '../support/rows.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

/** Conferences that are removed, each beside all of these requests. */
const ROUNDS = isFullForm ? 20 : 1;

let world: World;
let olga: Person;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ada = await world.person('ada').signsIn();
  bob = await world.person('bob').signsIn();
});
afterAll(() => world.close());

interface Place {
  slug: string;
  id: string;
  threadId: string;
  talkId: string;
  said: string;
  asked: string;
  persona: string;
  claim: string;
  recap: string;
}

/** A demo, so that it is removed though people write in it. */
async function place(): Promise<Place> {
  const slug = await conferenceOf(olga);
  const { id } = (await olga.get(`/conferences/${slug}`)).body as { id: string };
  await importsInto(olga, slug, schedule([event(), event({ guid: 'g2', title: 'On staying', start: '12:00' })]));
  await world.query('update conferences set is_demo = true where id = $1', [id]);
  const [talk] = await talksOf(olga, slug);
  const { threadId } = talk as { threadId: string };
  for (const [who, name] of [
    [olga, 'Olga'],
    [ada, 'Ada'],
    [bob, 'Bob'],
  ] as const)
    await who.calledIn(slug, name);
  const said = await ada.says(threadId, 'What was said');
  const asked = await ada.post(`/threads/${threadId}/questions`, { body: 'What is asked?' });
  const recap = await ada.post(`/conferences/${slug}/recaps`, { title: 'A', markdown: 'A day.', published: true });
  const made = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
  return {
    slug,
    id,
    threadId,
    talkId: talk!['id'] as string,
    said: said['id'] as string,
    asked: asked.body['id'] as string,
    persona: said['author'].id as string,
    claim: (made.body['url'] as string).split('#')[1]!,
    recap: recap.body['id'] as string,
  };
}

/** The acts of people and the server in it at that moment. */
const acts = ({
  slug,
  id,
  threadId,
  talkId,
  said,
  asked,
  persona,
  claim,
  recap,
}: Place): (() => Promise<unknown>)[] => {
  const admin = `/admin/conferences/${slug}`;
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  return [
    () => ada.post(`/threads/${threadId}/comments`, { body: 'Still there?' }),
    () => bob.post(`/threads/${threadId}/comments`, { body: 'Still here', parentId: said }),
    () => bob.post(`/threads/${threadId}/questions`, { body: 'And this?' }),
    () =>
      world
        .person('guest')
        .post(`/threads/${threadId}/comments`, { body: 'By mail', name: 'G', email: 'g@mail.example' }),
    () => bob.put(`/comments/${asked}/vote`),
    () => bob.put(`/comments/${said}/vote`),
    () => ada.patch(`/comments/${said}`, { body: 'Other words' }),
    () => ada.delete(`/comments/${said}`),
    () => bob.post(`/comments/${said}/reports`, { reason: 'Not about it', rule: 'topic' }),
    () => olga.post(`/admin/comments/${said}/withhold`, { rule: 'topic', reason: 'Not about it' }),
    () =>
      olga.post(`/admin/personas/${persona}/sanctions`, { kind: 'mute', rule: 'topic', reason: 'Often', hours: 24 }),
    () => bob.put(`/threads/${threadId}/follow`),
    () => world.person(`eve${slug}`).ask('POST', '/auth/guests'),
    () => bob.post(`/conferences/${slug}/personas`, { name: 'Bobby' }),
    () => bob.post(`/conferences/${slug}/recaps`, { title: 'B', markdown: 'B day.', published: true }),
    () => ada.patch(`/recaps/${recap}`, { markdown: 'Another day.' }),
    () => olga.put(`/threads/${threadId}/recap`, { markdown: 'Official', items: [said], published: true }),
    () => olga.put(`/conferences/${slug}/recap`, { markdown: 'Official', items: [], published: true }),
    () => importsInto(olga, slug, schedule([event({ title: 'Renamed' }), event({ guid: 'g3', title: 'New' })])),
    () => olga.put(`${admin}/brand/logo`, png),
    () => olga.patch(admin, { title: 'Another title', settings: { screening: 'all' } }),
    () => olga.patch(`/admin/talks/${talkId}`, { title: 'Another talk' }),
    () => olga.post(`${admin}/talks`, { slug: 'added', title: 'Added' }),
    () => olga.post(`${admin}/threads`, { slug: 'corridor', title: 'Corridor' }),
    () => olga.post(`${admin}/invitations`, { role: 'speaker', talkId }),
    () => bob.post('/claims', { token: claim }),
    () => bob.put(`/conferences/${slug}/closing-letter`, { wanted: true }),
    () => olga.post('/me/tokens', { name: 'A program', scopes: ['organize'], conferenceId: id }),
    () => olga.post(`/threads/${threadId}/live`, { minutes: 60 }),
    ...['notifications/tell-notices', 'notifications/note-queues', 'threads/read-logs', 'figures/keep-sums'].map(
      (task) => () => world.runNow(task),
    ),
  ];
};

describe('a talk that is removed the moment after it was changed', () => {
  it('is answered as absent', async () => {
    const there = await place();
    const follow = world.app.get(FollowProgramme);
    const whole = follow.conference.bind(follow);
    follow.conference = async () => {
      follow.conference = whole;
      expect((await olga.delete(`/admin/conferences/${there.slug}`)).status).toBe(204);
    };
    expect((await olga.patch(`/admin/talks/${there.talkId}`, { title: 'Another talk' })).status).toBe(404);
  });
});

const isAnswer = (done: unknown): done is Answer => typeof done === 'object' && done !== null && 'status' in done;

describe('a conference that is removed while people write in it', () => {
  it('leaves nothing behind, and no request without an answer', async () => {
    const failed: unknown[] = [];
    const answered = new Set<number>();
    const ids: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const there = await place();
      const threads = await world.query<{ id: string }>('select id from threads where conference_id = $1', [there.id]);
      ids.push(there.id, there.talkId, there.said, there.persona, there.recap, ...threads.map(({ id }) => id));
      const all = acts(there);
      // Another one comes first in each round, and the removal between them.
      const turned = [...all.slice(round * 7), ...all.slice(0, round * 7)];
      turned.splice(8 + round, 0, () => olga.delete(`/admin/conferences/${there.slug}`));
      const done = await Promise.all(turned.map((act) => act()));
      for (const [i, answer] of done.entries()) {
        if (!isAnswer(answer)) continue;
        answered.add(answer.status);
        if (answer.status >= 500) failed.push([turned[i]!.toString().slice(0, 90), answer.status, answer.text]);
        const { id } = answer.body as Json;
        if (answer.status === 201 && typeof id === 'string') ids.push(id);
      }
      expect((await olga.get(`/conferences/${there.slug}`)).status).toBe(404);
    }
    expect(failed).toEqual([]);
    expect([...answered]).toEqual(expect.arrayContaining([201, 204, 404]));
    for (const { name } of world.app.get(RecurringTasks).list()) await world.runNow(name);
    // Keyed answers of repeated requests expire by themselves.
    expect((await rowsWith(world.databaseUrl, ids)).filter((row) => !row.startsWith('write_keys '))).toEqual([]);
    const files = (await readdir(world.dataDir, { recursive: true })).filter((name) =>
      ids.some((id) => name.includes(id)),
    );
    expect(files).toEqual([]);
  });
});
