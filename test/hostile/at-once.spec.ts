import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeIn, World, type Answer, type Json, type Person } from '../support/world.ts';
import { atOnce, claims, organizes, statuses, unwatchedWorld } from './two-at-once.ts';

describe('two requests at once about the same things', () => {
  let world: World;
  let olga: Person;
  let ada: Person;
  let slug: string;
  let threadId: string;
  beforeAll(async () => {
    world = await unwatchedWorld();
    olga = await world.person('olga').signsIn();
  });
  afterAll(() => world.close());

  /** Ada organizes a new conference and has a name there. */
  const meets = async (name: string): Promise<void> => {
    ({ slug, threadId } = await world.conference(olga));
    ada = await world.person(name).signsIn();
    await ada.calledIn(slug, name);
    await organizes(olga, ada, slug);
  };
  const ownLink = async (): Promise<{ url: string; id: string }> => {
    const made = await ada.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
    const { items } = (await ada.get(`/admin/conferences/${slug}/invitations`)).body;
    return { url: made.body['url'] as string, id: (items as Json[])[0]!['id'] as string };
  };
  const leaves = (who: Person): Promise<Answer> => who.ask('DELETE', '/me', { posts: 'keep' });

  it('let an organizer accept a link of their own and leave', async () => {
    await meets('ada-link');
    const { url, id } = await ownLink();
    const answers = await atOnce(world, { table: 'invitations', id }, [() => claims(ada, url), () => leaves(ada)]);
    expect(statuses(answers)).toEqual([200, 200]);
  });

  it('let an organizer accept a link of their own while their right ends', async () => {
    await meets('ada-right');
    const { url, id } = await ownLink();
    const { items } = (await olga.get(`/admin/conferences/${slug}/grants`)).body;
    const answers = await atOnce(world, { table: 'invitations', id }, [
      () => claims(ada, url),
      () => olga.delete(`/admin/grants/${(items as Json[])[0]!['id']}`),
    ]);
    expect(statuses(answers)).toEqual([200, 204]);
  });

  it('let an organizer change the programme by a file and leave', async () => {
    await meets('ada-import');
    const [{ id }] = (await world.query('select id from conferences where slug = $1', [slug])) as [Json];
    const file = 'title,start,duration,room\nOn engines,2026-05-02 10:00,45,Aula\n';
    const answers = await atOnce(world, { table: 'conferences', id: id as string }, [
      () => ada.ask('POST', `/admin/conferences/${slug}/imports`, file, { 'content-type': 'text/csv' }),
      () => leaves(ada),
    ]);
    expect(statuses(answers)).toEqual([200, 200]);
  });

  it('let a reporter leave while a moderator decides', async () => {
    await meets('ada-report');
    const bob = await (await world.person('bob').signsIn()).calledIn(slug, 'Bob');
    const said = await bob.says(threadId, 'What is reported');
    await ada.post(`/comments/${said['id']}/reports`, { rule: 'spam', reason: 'It sells something' });
    const [{ id }] = (await world.query('select id from reports where comment_id = $1', [said['id']])) as [Json];
    const answers = await atOnce(world, { table: 'reports', id: id as string }, [
      () => olga.post(`/admin/comments/${said['id']}/withhold`, { rule: 'spam', reason: 'It does' }),
      () => leaves(ada),
    ]);
    expect(statuses(answers)).toEqual([200, 200]);
  });

  it('let a person sign in on another device and leave', async () => {
    await meets('ada-code');
    const before = await world.mails();
    await ada.post('/auth/codes', { email: ada.email });
    const code = codeIn(await world.nextMail(before, ada.email));
    const [{ id }] = (await world.query('select id from login_codes order by made_at desc limit 1')) as [Json];
    const answers = await atOnce(world, { table: 'login_codes', id: id as string }, [
      () => world.person('ada-code').post('/auth/sessions', { email: ada.email, code }),
      () => leaves(ada),
    ]);
    expect(statuses(answers)).toEqual([201, 200]);
  });

  it('let an appeal be decided while its words are shown again', async () => {
    await meets('ada-appeal');
    const bob = await (await world.person('bella').signsIn()).calledIn(slug, 'Bella');
    const said = await bob.says(threadId, 'What is appealed');
    await ada.post(`/admin/comments/${said['id']}/withhold`, { rule: 'spam', reason: 'It sells something' });
    const [statement] = (await bob.get('/me/statements')).body['items'] as Json[];
    const { id } = (await bob.post(`/decisions/${statement!['decisionId']}/appeals`, { reason: 'It does not' })).body;
    const cleo = await world.person('cleo').signsIn();
    await organizes(olga, cleo, slug);
    const answers = await atOnce(world, { table: 'appeals', id: id as string }, [
      () => olga.post(`/admin/appeals/${id}/decision`, { outcome: 'upheld', reason: 'It does' }),
      () => cleo.post(`/admin/comments/${said['id']}/restore`, { reason: 'It does not' }),
    ]);
    expect(statuses(answers)[0]).toBe(200);
    expect([200, 403, 409]).toContain(statuses(answers)[1]);
  });

  it('let a recap be published while a talk of which it speaks is changed', async () => {
    await meets('ada-recap');
    const talk = (await ada.post(`/admin/conferences/${slug}/talks`, { slug: 'on-engines', title: 'On engines' })).body;
    const [{ slug: at }] = (await world.query('select slug from threads where talk_id = $1', [talk['id']])) as [Json];
    const draft = await ada.post(`/conferences/${slug}/recaps`, {
      title: 'What I heard',
      markdown: `http://localhost:3000/c/${slug}/t/${at}`,
      published: false,
    });
    const answers = await atOnce(world, { table: 'talks', id: talk['id'] as string }, [
      () => ada.patch(`/recaps/${draft.body['id']}`, { published: true }),
      () => olga.patch(`/admin/talks/${talk['id']}`, { title: 'On bugs' }),
    ]);
    expect(statuses(answers)).toEqual([200, 200]);
  });
});

describe('a request that PostgreSQL ended for another', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is carried out, once', async () => {
    const olga = await world.person('olga').signsIn();
    const { slug } = await world.conference(olga);
    const ada = await world.person('ada').signsIn();
    const made = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
    await endsTheFirst(2);
    expect((await claims(ada, made.body['url'] as string)).status).toBe(200);
    expect(await world.query('select from grants')).toHaveLength(1);
  });

  it('is answered that the server is busy, after the third time', async () => {
    const olga = await world.person('olga').signsIn();
    const { slug } = await world.conference(olga);
    const bob = await world.person('bob').signsIn();
    const made = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
    await endsTheFirst(3);
    const refused = await claims(bob, made.body['url'] as string);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await claims(bob, made.body['url'] as string)).status).toBe(200);
  });

  /** Says at the first grants of a conference what PostgreSQL says when it ends a transaction for another. */
  const endsTheFirst = async (times: number): Promise<void> => {
    await world.query('drop sequence if exists begun cascade');
    await world.query('create sequence begun');
    await world.query(`
      create or replace function end_the_first() returns trigger language plpgsql as $$
      begin
        if nextval('begun') <= ${times} then
          raise exception 'ended for another' using errcode = 'deadlock_detected';
        end if;
        return new;
      end $$`);
    await world.query(
      `create or replace trigger end_the_first before insert on grants for each row execute function end_the_first()`,
    );
  };
});
