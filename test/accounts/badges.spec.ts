import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { MakeBadges1795705100000 } from '../../migrations/1795705100000-make-badges.ts';
import { StampPersona } from '../../src/comments/stamp-persona.ts';
import { asks, talkOf } from '../questions/stage.ts';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

interface Talk {
  slug: string;
  talkId: string;
  threadId: string;
}

const tokenOf = async ({ slug, talkId }: Talk, role = 'speaker', name?: string): Promise<string> => {
  const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, {
    role,
    ...(role === 'speaker' ? { talkId } : {}),
    ...(name === undefined ? {} : { name }),
  });
  return (body['url'] as string).split('#')[1]!;
};

const personaOf = async (person: Person, { slug }: Talk, name: string): Promise<string> =>
  (await person.post(`/conferences/${slug}/personas`, { name })).body['id'] as string;

const rolesOf = (comment: Json): string[] => comment['author'].roles as string[];

const read = async (comment: Json): Promise<Json> =>
  (await world.person('reader').get(`/comments/${comment['id'] as string}`)).body;

/** Puts speakers of these names into the programme. */
const announce = async ({ talkId }: Talk, ...names: string[]): Promise<void> => {
  const { status } = await olga.patch(`/admin/talks/${talkId}`, { speakers: names.map((name) => ({ name })) });
  if (status !== 200) throw new Error(`the speakers were refused: ${status}`);
};

let people = 0;
async function personWith(talk: Talk, ...names: string[]): Promise<{ person: Person; ids: string[] }> {
  people += 1;
  const person = await world.person(`somebody${people}`).signsIn();
  const ids: string[] = [];
  for (const name of names) ids.push(await personaOf(person, talk, name));
  return { person, ids };
}

describe('taking an invitation with several personas', () => {
  it('asks which of them shows the right, and can be taken after that', async () => {
    const talk = await talkOf(world, olga);
    const {
      person,
      ids: [known, hidden],
    } = await personWith(talk, 'Grace on stage', 'Wombat');
    const token = await tokenOf(talk);
    expect(await person.post('/claims', { token })).toMatchObject({
      status: 409,
      body: { type: '/problems/persona-choice-required' },
    });
    const {
      ids: [foreign],
    } = await personWith(talk, 'Quokka');
    expect((await person.post('/claims', { token, personaId: foreign })).status).toBe(404);
    expect(await person.post('/claims', { token, personaId: known })).toMatchObject({
      status: 200,
      body: { role: 'speaker', talkId: talk.talkId },
    });
    expect(rolesOf(await person.says(talk.threadId, 'As the speaker', { personaId: known }))).toEqual(['speaker']);
    expect(rolesOf(await person.says(talk.threadId, 'As somebody else', { personaId: hidden }))).toEqual([]);
  });

  it('changes nothing under the others, in words said before: no reader sees two of them change', async () => {
    const talk = await talkOf(world, olga);
    const {
      person,
      ids: [known, hidden],
    } = await personWith(talk, 'Mary on stage', 'Numbat');
    const [shown, other] = [
      await person.says(talk.threadId, 'Said before by Mary', { personaId: known }),
      await person.says(talk.threadId, 'Said before by the Numbat', { personaId: hidden }),
    ];
    const token = await tokenOf(talk);
    await person.post('/claims', { token, personaId: known });
    await world.app.get(StampPersona).stamp();
    expect(await read(shown)).toMatchObject({ author: { roles: ['speaker'] } });
    expect(await read(other)).toEqual(other);
    const [grant] = (await olga.get(`/admin/conferences/${talk.slug}/grants`)).body['items'] as Json[];
    expect(grant).toMatchObject({ role: 'speaker', name: 'Mary on stage' });
    await olga.delete(`/admin/grants/${grant!['id'] as string}`);
    await world.app.get(StampPersona).stamp();
    expect(await read(shown)).toMatchObject({ author: { roles: [] } });
    expect(await read(other)).toEqual(other);
  });

  it('gives no exemption to the others: what they say is screened like a stranger’s', async () => {
    const talk = await talkOf(world, olga, { screening: 'all' });
    const {
      person,
      ids: [known, hidden],
    } = await personWith(talk, 'Ruth on stage', 'Bilby');
    await person.post('/claims', { token: await tokenOf(talk), personaId: known });
    expect(await person.says(talk.threadId, 'As the speaker', { personaId: known })).toMatchObject({
      state: 'visible',
    });
    expect(await person.says(talk.threadId, 'As somebody else', { personaId: hidden })).toMatchObject({
      state: 'held',
    });
  });

  it('answers with the persona that shows the right, unless another is named', async () => {
    const talk = await talkOf(world, olga);
    const {
      person,
      ids: [, known],
    } = await personWith(talk, 'Dingo', 'Ida on stage');
    await person.post('/claims', { token: await tokenOf(talk), personaId: known });
    const { person: asker } = await personWith(talk, 'Someone who asks');
    const question = await asks(asker, talk.threadId, 'Who answers this?');
    const answer = await person.post(`/questions/${question['id'] as string}/answers`, { body: 'The speaker does.' });
    expect(answer).toMatchObject({ status: 201, body: { author: { id: known, roles: ['speaker'] } } });
  });
});

describe('taking an invitation without a persona', () => {
  it('makes one with the name of the programme', async () => {
    const talk = await talkOf(world, olga);
    await announce(talk, 'Augusta Byron');
    const { person } = await personWith(talk);
    expect((await person.post('/claims', { token: await tokenOf(talk) })).status).toBe(200);
    expect((await person.get('/me')).body['personas']).toMatchObject([{ name: 'Augusta Byron' }]);
    expect(await person.says(talk.threadId, 'Said by the only one')).toMatchObject({
      author: { name: 'Augusta Byron', roles: ['speaker'] },
    });
  });

  it('makes one for each of two speakers of one name, in one conference', async () => {
    const talk = await talkOf(world, olga);
    const { body } = await olga.post(`/admin/conferences/${talk.slug}/talks`, { slug: 'another', title: 'Another' });
    const another = { ...talk, talkId: body['id'] as string, threadId: body['threadId'] as string };
    for (const each of [talk, another]) {
      await announce(each, 'Marie Martin');
      const { person } = await personWith(each);
      expect((await person.post('/claims', { token: await tokenOf(each) })).status).toBe(200);
      expect((await person.get('/me')).body['personas']).toMatchObject([{ name: 'Marie Martin' }]);
    }
    const { person: reader } = await personWith(talk);
    expect((await reader.post(`/conferences/${talk.slug}/personas`, { name: 'Marie Martin' })).status).toBe(409);
  });

  it('takes the name the invitation was made for, among several speakers; else leaves the choice', async () => {
    const talk = await talkOf(world, olga);
    await announce(talk, 'Ada Byron', 'Grace Hopper');
    const [{ person: invited }, { person: unnamed }] = [await personWith(talk), await personWith(talk)];
    await invited.post('/claims', { token: await tokenOf(talk, 'speaker', 'Grace Hopper') });
    expect((await invited.get('/me')).body['personas']).toMatchObject([{ name: 'Grace Hopper' }]);
    expect((await unnamed.post('/claims', { token: await tokenOf(talk) })).status).toBe(200);
    expect((await unnamed.get('/me')).body['personas']).toEqual([]);
  });

  it('gives the right also where the name cannot be had', async () => {
    const talk = await talkOf(world, olga);
    await personaOf(olga, talk, 'Olga Orlova');
    await announce(talk, 'Olga Orlova');
    const { person } = await personWith(talk);
    expect((await person.post('/claims', { token: await tokenOf(talk) })).status).toBe(200);
    expect((await person.get('/me')).body['personas']).toEqual([]);
    expect((await person.get(`/threads/${talk.threadId}/desk`)).status).toBe(200);
  });

  it('leaves the badge to the first one they make, and to no later one', async () => {
    const talk = await talkOf(world, olga);
    const { person } = await personWith(talk);
    await person.post('/claims', { token: await tokenOf(talk, 'moderator', 'A private note') });
    expect((await person.get('/me')).body['personas']).toEqual([]);
    const first = await personaOf(person, talk, 'Mona herself');
    const second = await personaOf(person, talk, 'Potoroo');
    expect(rolesOf(await person.says(talk.threadId, 'As the moderator', { personaId: first }))).toEqual(['moderator']);
    expect(rolesOf(await person.says(talk.threadId, 'As somebody else', { personaId: second }))).toEqual([]);
  });
});

describe('the badge of an organizer whom the operator named', () => {
  it('shows on their first persona alone, and the name of the others is not kept for them', async () => {
    const talk = await talkOf(world, olga);
    const first = await personaOf(olga, talk, 'Olga of the team');
    const second = await personaOf(olga, talk, 'Kowari');
    expect(rolesOf(await olga.says(talk.threadId, 'As the organizer', { personaId: first }))).toEqual(['organizer']);
    expect(rolesOf(await olga.says(talk.threadId, 'As somebody else', { personaId: second }))).toEqual([]);
    const { person } = await personWith(talk);
    expect((await person.post(`/conferences/${talk.slug}/personas`, { name: 'Olga of the team' })).status).toBe(409);
    expect((await person.post(`/conferences/${talk.slug}/personas`, { name: 'Kowari' })).status).toBe(201);
  });
});

describe('a persona with a badge that is withdrawn', () => {
  it('takes the badge along: the next one shows it only when it is chosen', async () => {
    const talk = await talkOf(world, olga);
    const {
      person,
      ids: [known, hidden],
    } = await personWith(talk, 'Vera on stage', 'Bandicoot');
    await person.post('/claims', { token: await tokenOf(talk), personaId: known });
    expect((await person.delete(`/personas/${known!}`)).status).toBe(204);
    expect(rolesOf(await person.says(talk.threadId, 'As somebody else'))).toEqual([]);
    expect(await person.post('/claims', { personaId: hidden })).toMatchObject({
      status: 200,
      body: { role: 'speaker', talkId: talk.talkId },
    });
    expect(rolesOf(await person.says(talk.threadId, 'As the speaker again'))).toEqual(['speaker']);
    expect(await person.post('/claims', { personaId: hidden })).toMatchObject({
      status: 409,
      body: { type: '/problems/invitation-spent' },
    });
    expect((await person.post('/claims', {})).status).toBe(422);
  });
});

describe('badges that were shown on every persona before', () => {
  it('stay on the one that spoke last in the talk; the others lose theirs at moments of their own', async () => {
    const talk = await talkOf(world, olga);
    const {
      person,
      ids: [hidden, known],
    } = await personWith(talk, 'Cuscus', 'Ada on stage');
    await person.post('/claims', { token: await tokenOf(talk), personaId: known });
    const said = [
      await person.says(talk.threadId, 'First the other one', { personaId: hidden }),
      await person.says(talk.threadId, 'Then the speaker', { personaId: known }),
    ];
    // The server must not stamp anything while the table is away: a real migration runs in one transaction, alone.
    await until(
      'nothing to wait to be stamped',
      async () => (await world.query('select from persona_changes')).length === 0,
    );
    await world.query(`update comments set author_roles = '{speaker}' where id = any($1)`, [
      said.map(({ id }) => id as string),
    ]);
    const migration = new MakeBadges1795705100000();
    const runner = { query: (sql: string) => world.query(sql) } as unknown as QueryRunner;
    await migration.down(runner);
    await migration.up(runner);
    expect(await world.query('select persona_id id from badges where talk_id = $1', [talk.talkId])).toEqual([
      { id: known },
    ]);
    const due = await world.query<{ at: Date }>(
      'select at from persona_changes where persona_id = any($1) order by at',
      [[hidden, known]],
    );
    expect(due).toHaveLength(2);
    expect(due[0]!.at.getTime()).not.toBe(due[1]!.at.getTime());
    await world.query(`update persona_changes set at = at - interval '6 hours'`);
    await world.app.get(StampPersona).stamp();
    expect(await Promise.all(said.map(async (comment) => rolesOf(await read(comment))))).toEqual([[], ['speaker']]);
  });
});

describe('the page of an invitation', () => {
  const page = (person: Person, body: Record<string, string>, lang: string): Promise<Answer> =>
    person.ask('POST', `${world.base}/claim?lang=${lang}`, new URLSearchParams(body).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      origin: world.base,
      accept: 'text/html',
    });

  it('offers the choice without a script, in both languages, and goes on with it', async () => {
    const talk = await talkOf(world, olga);
    const {
      person,
      ids: [, known],
    } = await personWith(talk, 'Quoll', 'Lise on stage');
    const token = await tokenOf(talk);
    for (const [lang, words] of [
      ['en', 'Which profile shows your role?'],
      ['fr', 'Quel profil affiche votre rôle'],
    ] as const) {
      const asked = await page(person, { token }, lang);
      expect(asked.status).toBe(409);
      for (const part of [words, 'Quoll', 'Lise on stage', `value="${token}"`, `value="${known!}"`])
        expect(asked.text).toContain(part);
    }
    expect((await page(person, { token, personaId: known! }, 'en')).status).toBe(303);
    expect(rolesOf(await person.says(talk.threadId, 'As the speaker', { personaId: known }))).toEqual(['speaker']);
  });

  it('offers the choice again when the persona was withdrawn', async () => {
    const talk = await talkOf(world, olga);
    const {
      person,
      ids: [known, other],
    } = await personWith(talk, 'Emmy on stage', 'Glider');
    await person.post('/claims', { token: await tokenOf(talk), personaId: known });
    expect((await person.get(`${world.base}/claim?lang=en`)).text).not.toContain('Which profile');
    await person.delete(`/personas/${known!}`);
    const offered = await person.get(`${world.base}/claim?lang=en`);
    for (const part of ['Which profile shows your role?', 'Glider', 'name="token"'])
      expect(offered.text).toContain(part);
    expect((await page(person, { personaId: other! }, 'en')).status).toBe(303);
    expect(rolesOf(await person.says(talk.threadId, 'As the speaker again'))).toEqual(['speaker']);
  });
});
