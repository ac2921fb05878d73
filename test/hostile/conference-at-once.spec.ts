import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf, event, importsInto, schedule } from '../imports/programmes.ts';
import { type Answer, type Json, type Person, type World } from '../support/world.ts';
import { atOnce, claims, organizes, statuses, unwatchedWorld } from './two-at-once.ts';

let world: World;
let olga: Person;
let slug: string;
let id: string;
beforeAll(async () => {
  world = await unwatchedWorld();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

async function meets(): Promise<void> {
  slug = await conferenceOf(olga);
  ({ id } = (await olga.get(`/conferences/${slug}`)).body as { id: string });
}
const invites = async (role: string): Promise<string> =>
  (await olga.post(`/admin/conferences/${slug}/invitations`, { role })).body['url'] as string;
const leaves = (who: Person): Promise<Answer> => who.ask('DELETE', '/me', { posts: 'keep' });
const removes = (): Promise<Answer> => olga.delete(`/admin/conferences/${slug}`);
const idOf = async (sql: string, ...values: string[]): Promise<string> =>
  (await world.query<{ id: string }>(sql, values))[0]!.id;
/** While others hold the conference. */
const atConference = (first: () => Promise<Answer>, second: () => Promise<Answer>): Promise<[Answer, Answer]> =>
  atOnce(world, { table: 'conferences', id }, [first, second]);

describe('two requests at once about one conference', () => {
  it('let a person take another role there and leave', async () => {
    await meets();
    const ada = await world.person('ada-role').signsIn();
    await organizes(olga, ada, slug);
    const url = await invites('moderator');
    const held = { table: 'accounts', id: await idOf('select account_id id from grants where conference_id = $1', id) };
    const answers = await atOnce(world, held, [() => leaves(ada), () => claims(ada, url)]);
    expect(statuses(answers)[0]).toBe(200);
    expect([200, 401]).toContain(statuses(answers)[1]);
  });

  it('let a right end while its holder leaves', async () => {
    await meets();
    const ada = await world.person('ada-right').signsIn();
    await organizes(olga, ada, slug);
    const grant = await idOf('select id from grants where conference_id = $1', id);
    const answers = await atConference(
      () => leaves(ada),
      () => olga.delete(`/admin/grants/${grant}`),
    );
    expect(statuses(answers)[0]).toBe(200);
    expect([204, 404]).toContain(statuses(answers)[1]);
  });

  it('let a first recap be written under a first name while its author leaves', async () => {
    await meets();
    const ada = await world.person('ada-recap').signsIn();
    await organizes(olga, ada, slug);
    const fields = new URLSearchParams({ title: 'What I heard', markdown: 'It was fine.', name: 'Ada', act: 'draft' });
    const answers = await atConference(
      () => leaves(ada),
      () =>
        ada.ask('POST', `${world.base}/c/${slug}/recaps/new`, fields.toString(), {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost:3000',
        }),
    );
    expect(statuses(answers)[0]).toBe(200);
    expect([303, 401, 403]).toContain(statuses(answers)[1]);
  });

  it('let a conference get another address while a person takes a role there', async () => {
    await meets();
    const ada = await world.person('ada-slug').signsIn();
    const url = await invites('moderator');
    const answers = await atConference(
      () => olga.patch(`/admin/conferences/${slug}`, { slug: `${slug}-again` }),
      () => claims(ada, url),
    );
    expect(statuses(answers)).toEqual([200, 200]);
  });

  it('let an import be undone while the first recap of one of its talks is published', async () => {
    await meets();
    const done = await importsInto(olga, slug, schedule([event()]));
    const { items } = (await olga.get(`/conferences/${slug}/talks`)).body;
    const threadId = (items as Json[])[0]!['threadId'] as string;
    const answers = await atOnce(world, { table: 'thread_heads', column: 'thread_id', id: threadId }, [
      () => olga.put(`/threads/${threadId}/recap`, { markdown: 'What was said', items: [], published: true }),
      () => olga.post(`/admin/conferences/${slug}/imports/${done.body['importId'] as string}/undo`),
    ]);
    expect(statuses(answers)).toEqual([200, 200]);
  });

  it('let a conference be removed while a moderator decides there', async () => {
    const { slug: demo, threadId } = await world.conference(olga);
    slug = demo;
    id = await idOf('select id from conferences where slug = $1', slug);
    await world.query('update conferences set is_demo = true where id = $1', [id]);
    const bob = await (await world.person('bob').signsIn()).calledIn(slug, 'Bob');
    const said = await bob.says(threadId, 'What is withheld');
    const answers = await atOnce(world, { table: 'thread_heads', column: 'thread_id', id: threadId }, [
      () => olga.post(`/admin/comments/${said['id']}/withhold`, { rule: 'spam', reason: 'It sells something' }),
      removes,
    ]);
    expect(statuses(answers)).toEqual([200, 204]);
  });

  it('let a conference be removed while a person takes a role there', async () => {
    await meets();
    const ada = await world.person('ada-gone').signsIn();
    const url = await invites('moderator');
    const held = { table: 'invitations', id: await idOf('select id from invitations where conference_id = $1', id) };
    const answers = await atOnce(world, held, [() => claims(ada, url), removes]);
    expect(statuses(answers)).toEqual([200, 204]);
  });
});
