import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until, World, type Answer, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(async () => {
  await world.close();
});

describe('a persona', () => {
  it('shows its new name on everything it said, each with a number', async () => {
    const { slug, threadId } = await world.conference(olga);
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    for (let i = 1; i <= 10; i += 1) await ada.says(threadId, `Comment ${i} of ten.`);
    const before = (await ada.get(`/threads/${threadId}`)).body['seq'] as number;
    const id = (await ada.get('/me')).body['personas'][0].id as string;
    expect(await ada.patch(`/personas/${id}`, { name: 'Ada Lovelace' })).toMatchObject({
      status: 200,
      body: { name: 'Ada Lovelace' },
    });
    await until('all to carry the new name', async () => {
      const { body } = await ada.get(`/threads/${threadId}/comments`);
      return (body['items'] as { author: { name: string } }[]).every(({ author }) => author.name === 'Ada Lovelace');
    });
    const { body } = await ada.get(`/threads/${threadId}/changes?after=${before}`);
    expect(body['comments']).toHaveLength(10);
    const numbers = (body['comments'] as { changedSeq: number }[]).map(({ changedSeq }) => changedSeq);
    // At most eight rows share a number.
    for (const number of new Set(numbers))
      expect(numbers.filter((each) => each === number).length).toBeLessThanOrEqual(8);
  });

  it('is reserved for a speaker from the moment the programme has them', async () => {
    const { slug } = await world.conference(olga);
    const eve = await world.person('evening').signsIn();
    const asks = async (name: string): Promise<number> =>
      (await eve.post(`/conferences/${slug}/personas`, { name })).status;
    expect(await asks('Grace Hopper')).toBe(201);
    const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'talk',
      title: 'A talk',
      speakers: [{ name: 'Grace Hopper' }],
    });
    expect(await asks('Grace Hоpper')).toBe(409);
    expect(
      await olga.patch(`/admin/talks/${talk.body['id'] as string}`, { speakers: [{ name: 'Ada Lovelace' }] }),
    ).toMatchObject({ status: 200 });
    expect(await asks('Ada L0velace')).toBe(409);
  });

  it('is withdrawn with its name, and its words stay', async () => {
    const { slug, threadId } = await world.conference(olga);
    const bob = await (await world.person('bob').signsIn()).calledIn(slug, 'Bob');
    const comment = await bob.says(threadId, 'These words stay.');
    expect(await bob.delete(`/personas/${comment['author'].id as string}`)).toMatchObject({ status: 204 });
    const gone = await until('the author to be nobody', async () => {
      const { body } = await olga.get(`/comments/${comment['id'] as string}`);
      return body['author'] === null ? body : null;
    });
    expect(gone['html']).toContain('These words stay.');
    expect((await fetch(world.base + (comment['author'] as { avatarUrl: string }).avatarUrl)).status).toBe(404);
  });

  it('belongs to one account: nobody else renames it, speaks with it or learns that two belong together', async () => {
    const { slug, threadId } = await world.conference(olga);
    const ada = await (
      await (await world.person('ada').signsIn()).calledIn(slug, 'Face one')
    ).calledIn(slug, 'Face two');
    const [one, two] = (await ada.get('/me')).body['personas'].filter((persona: { name: string }) =>
      persona.name.startsWith('Face'),
    ) as { id: string }[];
    const eve = await world.person('eve').signsIn();
    expect(await eve.patch(`/personas/${one!.id}`, { name: 'Eve' })).toMatchObject({ status: 404 });
    expect(
      await eve.post(`/threads/${threadId}/comments`, { body: 'As somebody else.', personaId: one!.id }),
    ).toMatchObject({ status: 404 });
    const said = [
      await ada.says(threadId, 'From the first face.', { personaId: one!.id }),
      await ada.says(threadId, 'From the second face.', { personaId: two!.id }),
    ];
    expect(JSON.stringify(said)).not.toMatch(/account/i);
    expect(said.map(({ author }) => Object.keys(author as object).toSorted())).toEqual([
      ['avatarUrl', 'id', 'name', 'roles'],
      ['avatarUrl', 'id', 'name', 'roles'],
    ]);
  });

  it('is drawn from its own random seed', async () => {
    const { slug, threadId } = await world.conference(olga);
    const cleo = await (await world.person('cleo').signsIn()).calledIn(slug, 'Cleo');
    const { author } = await cleo.says(threadId, 'Look at me.');
    const drawn = await fetch(world.base + (author as { avatarUrl: string }).avatarUrl);
    expect({ status: drawn.status, type: drawn.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'image/svg+xml; charset=utf-8',
    });
    expect(await drawn.text()).toMatch(/^<svg/);
    expect((await fetch(`${world.base}/avatars/00000000-0000-4000-8000-000000000000.svg`)).status).toBe(404);
  });
});

describe('an invitation', () => {
  it('makes its first taker a speaker of the talk, whose comments show it', async () => {
    const { slug } = await world.conference(olga);
    const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'a-talk',
      title: 'A talk',
      startsAt: world.clock.now().toISOString(),
      durationMinutes: 30,
    });
    expect(talk.status).toBe(201);
    const threadId = talk.body['threadId'] as string;
    const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, {
      role: 'speaker',
      talkId: talk.body['id'],
    });
    const token = (body['url'] as string).split('#')[1]!;
    const sam = await (await world.person('sam').signsIn()).calledIn(slug, 'Sam');
    expect(await sam.post('/claims', { token })).toMatchObject({ status: 200, body: { role: 'speaker' } });
    expect(await (await world.person('late').signsIn()).post('/claims', { token })).toMatchObject({ status: 409 });
    expect((await sam.says(threadId, 'I am the one who spoke.'))['author']).toMatchObject({ roles: ['speaker'] });
  });

  it('is made by organizers alone', async () => {
    const { slug } = await world.conference(olga);
    expect(
      await (
        await world.person('nobody').signsIn()
      ).post(`/admin/conferences/${slug}/invitations`, { role: 'organizer' }),
    ).toMatchObject({ status: 403 });
    expect(await world.person('x').post(`/admin/conferences/${slug}/invitations`, { role: 'organizer' })).toMatchObject(
      { status: 401 },
    );
  });
});

describe('the personas of an account in a conference', () => {
  it('are twenty at most, also when many are made at once; one that is withdrawn makes room', async () => {
    const { slug } = await world.conference(olga);
    const many = await world.person('many').signsIn();
    const make = (name: string): Promise<Answer> => many.post(`/conferences/${slug}/personas`, { name });
    const answers = await Promise.all(Array.from({ length: 26 }, (_, i) => make(`Persona ${i}`)));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(20);
    expect(answers.flatMap(({ status, body }) => (status === 201 ? [] : [body['type']]))).toEqual(
      Array(6).fill('/problems/personas-too-many'),
    );
    const other = await world.conference(olga);
    expect((await many.post(`/conferences/${other.slug}/personas`, { name: 'Elsewhere' })).status).toBe(201);
    const { id } = answers.find(({ status }) => status === 201)!.body;
    expect((await many.delete(`/personas/${id}`)).status).toBe(204);
    expect((await make('One more')).status).toBe(201);
    expect((await make('And another')).status).toBe(409);
  });
});

describe('a write with a key', () => {
  it('is done once; another body under the same key is refused', async () => {
    const { slug } = await world.conference(olga);
    const ada = await world.person('keys').signsIn();
    const first = await ada.post(`/conferences/${slug}/personas`, { name: 'Once' }, { 'idempotency-key': 'k1' });
    const again = await ada.post(`/conferences/${slug}/personas`, { name: 'Once' }, { 'idempotency-key': 'k1' });
    expect(again).toMatchObject({ status: 201, body: { id: first.body['id'] } });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(
      await ada.post(`/conferences/${slug}/personas`, { name: 'Twice' }, { 'idempotency-key': 'k1' }),
    ).toMatchObject({ status: 409, body: { type: '/problems/idempotency-key-conflict' } });
    expect((await ada.get('/me')).body['personas']).toHaveLength(1);
  });
});

describe('a name', () => {
  it('of a speaker or organizer is theirs alone, however it is spelt', async () => {
    const { slug, threadId } = await world.conference(olga);
    await olga.calledIn(slug, 'Olga Organizes');
    const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'her-talk',
      title: 'Her talk',
      startsAt: world.clock.now().toISOString(),
      durationMinutes: 30,
      speakers: [{ name: 'Ada Lovelace' }],
    });
    const eve = await world.person('eve').signsIn();
    for (const name of [
      'Ada Lovelace',
      'Аdа Lоvelace',
      'ada lovelace\u200B',
      'Ada L0velace',
      'Lovelace Ada',
      'Ada Lovelace (speaker)',
      'Olga  Organizes',
      'Organizer',
    ]) {
      expect([name, (await eve.post(`/conferences/${slug}/personas`, { name })).body['type']]).toEqual([
        name,
        '/problems/persona-name-reserved',
      ]);
      expect([
        name,
        (
          await world
            .person('x')
            .post(`/threads/${threadId}/comments`, { body: 'Trust me', name, email: 'guest@mail.example' })
        ).body['type'],
      ]).toEqual([name, '/problems/persona-name-reserved']);
    }
    const own = (await (await eve.calledIn(slug, 'Eve')).get('/me')).body['personas'] as { id: string; name: string }[];
    expect(
      await eve.patch(`/personas/${own.find(({ name }) => name === 'Eve')!.id}`, { name: 'Ada Lovelace' }),
    ).toMatchObject({ status: 409 });
    const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, {
      role: 'speaker',
      talkId: talk.body['id'],
    });
    const ada = await world.person('lovelace').signsIn();
    await ada.post('/claims', { token: (body['url'] as string).split('#')[1] });
    expect(await ada.post(`/conferences/${slug}/personas`, { name: 'Ada Lovelace' })).toMatchObject({ status: 201 });
    // The badge comes from the grant: what Eve says has none, whatever she is called.
    expect(
      (await eve.says(threadId, 'Without a badge.', { personaId: own.find(({ name }) => name === 'Eve')!.id }))[
        'author'
      ].roles,
    ).toEqual([]);
  });
});

describe('what a guest typed', () => {
  it('is never published by the codes of whoever owns the address, and earns no trust', async () => {
    const { slug, threadId } = await world.conference(olga);
    const victim = world.person('victim');
    const before = await world.mails();
    expect(
      await world.person('x').post(`/threads/${threadId}/comments`, {
        body: 'Words of somebody else',
        name: 'Mallory',
        email: victim.email,
      }),
    ).toMatchObject({ status: 202 });
    await world.nextMail(before, victim.email);
    await victim.signsIn();
    expect((await victim.get(`/threads/${threadId}/comments`)).body['items']).toEqual([]);
    expect((await victim.get('/me')).body['personas']).toEqual([]);
    await victim.calledIn(slug, 'Victim');
    await victim.says(threadId, 'My own words.');
    expect(
      ((await victim.get(`/threads/${threadId}/comments`)).body['items'] as { html: string }[]).map(({ html }) =>
        html.trim(),
      ),
    ).toEqual(['<p>My own words.</p>']);
  });
});
