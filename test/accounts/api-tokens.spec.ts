import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Person, World, type Answer, type Json } from '../support/world.ts';

let world: World;
let slug: string;
let organizer: Person;
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  organizer = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(organizer));
  await organizer.calledIn(slug, 'Olga');
});
afterAll(async () => {
  await world.close();
});

const asked = (fields: Json = {}): Json => ({ name: 'My bot', scopes: ['read', 'comments:write'], ...fields });

/** A program that has only this token. */
const withToken = ({ body }: Answer): Person => new Person(world, 'program', body['token'] as string);

async function program(owner: Person, fields: Json = {}): Promise<Person> {
  const made = await owner.post('/me/tokens', asked(fields));
  if (made.status !== 201) throw new Error(`a token was refused: ${made.text}`);
  return withToken(made);
}

const refusedAs = (status: number, problem: string): Json => ({ status, body: { type: `/problems/${problem}` } });

describe('giving a program a token', () => {
  it('shows it once, and keeps its hash', async () => {
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const made = await ada.post('/me/tokens', asked());
    expect(made).toMatchObject({
      status: 201,
      body: { token: expect.stringMatching(/^atk_[\w-]{43}$/), name: 'My bot', conference: null, usedOn: null },
    });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const listed = await ada.get('/me/tokens');
    expect(listed.body['items']).toEqual([{ ...made.body, token: undefined }]);
    expect(listed.text).not.toContain('atk_');
    const rows = await world.query<{ all: string }>('select t::text "all" from api_tokens t');
    expect(rows.map(({ all }) => all).join()).not.toContain(made.body['token'].slice(4));
  });

  it('lasts ninety days when nothing else is asked, and notes the last day of use', async () => {
    const ben = await (await world.person('ben').signsIn()).calledIn(slug, 'Ben');
    const made = await ben.post('/me/tokens', asked());
    const days = (Date.parse(made.body['expiresAt']) - Date.parse(made.body['madeAt'])) / 86_400_000;
    expect(days).toBe(90);
    expect(await withToken(made).get('/me')).toMatchObject({ status: 200 });
    const [{ usedOn }] = (await ben.get('/me/tokens')).body['items'] as [{ usedOn: string }];
    expect(usedOn).toBe(world.clock.now().toISOString().slice(0, 10));
  });

  it('is answered once for a repeated request', async () => {
    const cleo = await world.person('cleo').signsIn();
    const key = { 'idempotency-key': 'one token' };
    const first = await cleo.post('/me/tokens', asked(), key);
    const again = await cleo.post('/me/tokens', asked(), key);
    expect(again).toMatchObject({ status: 201, body: { id: first.body['id'], token: null } });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await cleo.post('/me/tokens', asked({ name: 'Another' }), key)).toMatchObject(
      refusedAs(409, 'idempotency-key-conflict'),
    );
    expect((await cleo.get('/me/tokens')).body['items']).toHaveLength(1);
  });

  it.each([
    [{ name: ' ' }, '/name'],
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['everything'] }, '/scopes'],
    [{ scopes: ['read', 'read'] }, '/scopes'],
    [{ expiresAt: 'tomorrow' }, '/expiresAt'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    [{ expiresAt: '2099-01-01T00:00:00Z' }, '/expiresAt'],
    [{ conferenceId: 7 }, '/conferenceId'],
  ])('refuses %j at %s', async (fields, pointer) => {
    const dora = await world.person('dora').signsIn();
    const answer = await dora.post('/me/tokens', asked(fields));
    expect(answer).toMatchObject(refusedAs(422, 'invalid-request'));
    expect(answer.body['errors'][0].pointer).toMatch(new RegExp(`^#${pointer}(?:/\\d+)?$`));
  });

  it('asks for a fresh sign-in, like everything that outlives a session', async () => {
    const emil = await world.person('emil').signsIn();
    await world.query("update sessions set begun_at = begun_at - interval '16 minutes' where token_hash = $1", [
      createHash('sha256').update(emil.token!).digest(),
    ]);
    expect(await emil.post('/me/tokens', asked())).toMatchObject(refusedAs(403, 'sign-in-stale'));
  });

  it('allows twenty tokens', async () => {
    const fay = await world.person('fay').signsIn();
    for (let i = 0; i < 20; i += 1) await program(fay, { name: `Program ${i}` });
    expect(await fay.post('/me/tokens', asked())).toMatchObject(refusedAs(409, 'tokens-too-many'));
  });
});

describe('using a token', () => {
  it('takes part within its scopes', async () => {
    const gil = await (await world.person('gil').signsIn()).calledIn(slug, 'Gil');
    const bot = await program(gil);
    const said = await bot.says(threadId, 'Said by a program.');
    expect(said).toMatchObject({ state: 'visible', author: { name: 'Gil' } });
    expect(await bot.patch(`/comments/${said['id']}`, { body: 'Said better.' })).toMatchObject({ status: 200 });
    const other = await organizer.says(threadId, 'Vote for me.');
    expect(await bot.put(`/comments/${other['id']}/vote`)).toMatchObject({ status: 200, body: { voted: true } });
    expect(await bot.post(`/threads/${threadId}/questions`, { body: 'May I?' })).toMatchObject({
      ...refusedAs(403, 'token-scope-missing'),
      text: expect.stringContaining('questions:write'),
    });
  });

  it('reads only, with the scope to read', async () => {
    const hal = await (await world.person('hal').signsIn()).calledIn(slug, 'Hal');
    const bot = await program(hal, { scopes: ['read'] });
    expect(await bot.get(`/threads/${threadId}/mine`)).toMatchObject({ status: 200 });
    expect(await bot.ask('HEAD', '/me')).toMatchObject({ status: 200 });
    expect(await bot.post(`/threads/${threadId}/comments`, { body: 'No.' })).toMatchObject(
      refusedAs(403, 'token-scope-missing'),
    );
  });

  it('never has the powers of a session', async () => {
    const ida = await (await world.person('ida').signsIn()).calledIn(slug, 'Ida');
    const bot = await program(ida, { scopes: ['read', 'comments:write', 'questions:write'] });
    const kept: Promise<Answer>[] = [
      bot.ask('DELETE', '/me', { posts: 'keep' }),
      bot.get('/me/export'),
      bot.patch('/me', { locale: 'fr' }),
      bot.get('/auth/sessions'),
      bot.delete('/auth/sessions'),
      bot.get('/auth/passkeys'),
      bot.post('/auth/passkeys/options'),
      bot.get('/me/tokens'),
      bot.post('/me/tokens', asked()),
      bot.post(`/conferences/${slug}/personas`, { name: 'Other' }),
      bot.post('/claims', { token: 'x'.repeat(43) }),
    ];
    for (const answer of await Promise.all(kept)) expect(answer).toMatchObject(refusedAs(403, 'token-for-people-only'));
    expect(await bot.get(`${world.base}/me`)).toMatchObject({ status: 401 });
  });

  it('keeps to its conference', async () => {
    const jo = await (await world.person('jo').signsIn()).calledIn(slug, 'Jo');
    const { slug: elsewhere, threadId: otherThread } = await world.conference(organizer);
    await jo.calledIn(elsewhere, 'Jo elsewhere');
    const bot = await program(jo, { conferenceId: slug });
    await bot.says(threadId, 'Here.');
    expect(await bot.post(`/threads/${otherThread}/comments`, { body: 'There.' })).toMatchObject(
      refusedAs(403, 'token-elsewhere'),
    );
    expect(await bot.get('/me')).toMatchObject(refusedAs(403, 'token-elsewhere'));
  });

  it('is none in a cookie', async () => {
    const lea = await world.person('lea').signsIn();
    const { token } = (await lea.post('/me/tokens', asked({ name: 'In a cookie' }))).body;
    const headers = { cookie: `session=${token as string}` };
    expect((await fetch(`${world.base}/api/v1/me`, { headers })).status).toBe(401);
  });

  it('is refused when unknown or ended, and is never a guest', async () => {
    const kim = await (await world.person('kim').signsIn()).calledIn(slug, 'Kim');
    const unknown = new Person(world, 'x', `atk_${'x'.repeat(43)}`);
    const cut = new Person(world, 'y', 'atk_cut');
    const ended = await program(kim);
    const [{ id }] = (await kim.get('/me/tokens')).body['items'] as [{ id: string }];
    expect(await kim.delete(`/me/tokens/${id}`)).toMatchObject({ status: 204 });
    for (const bot of [unknown, cut, ended])
      expect(await bot.post(`/threads/${threadId}/comments`, { body: 'x' })).toMatchObject(
        refusedAs(401, 'token-refused'),
      );
  });

  it('cannot be ended by another account', async () => {
    const [lea, max] = await Promise.all([world.person('lea').signsIn(), world.person('max').signsIn()]);
    const { body } = await lea.post('/me/tokens', asked());
    expect(await max.delete(`/me/tokens/${body['id']}`)).toMatchObject(refusedAs(404, 'not-found'));
    expect(await max.delete('/me/tokens/none')).toMatchObject(refusedAs(404, 'not-found'));
  });
});

describe('a token that rests on a right', () => {
  it('is not made by people without it', async () => {
    const ned = await (await world.person('ned').signsIn()).calledIn(slug, 'Ned');
    for (const scopes of [['moderate'], ['organize']])
      expect(await ned.post('/me/tokens', asked({ scopes }))).toMatchObject(refusedAs(403, 'token-exceeds-right'));
  });

  it('moderates, but gives nobody a right and makes no conference', async () => {
    const bot = await program(organizer, { scopes: ['moderate', 'organize'] });
    const comment = await organizer.says(threadId, 'To be looked at.');
    expect(await bot.get(`/admin/conferences/${slug}/queue?kind=held`)).toMatchObject({ status: 200 });
    expect(await bot.patch(`/admin/threads/${threadId}`, { slowMode: null })).toMatchObject({ status: 200 });
    expect(comment['id']).toBeDefined();
    for (const answer of [
      await bot.post(`/admin/conferences/${slug}/invitations`, { role: 'organizer' }),
      await bot.post('/admin/conferences', {}),
    ])
      expect(answer).toMatchObject(refusedAs(403, 'token-for-people-only'));
  });

  it('ends with the right', async () => {
    const { person: mia, grantId } = await moderator('mia');
    const bot = await program(mia, { scopes: ['moderate'] });
    const reader = await program(mia, { scopes: ['read'] });
    expect(await bot.get(`/admin/conferences/${slug}/queue?kind=held`)).toMatchObject({ status: 200 });
    expect(await organizer.delete(`/admin/grants/${grantId}`)).toMatchObject({ status: 204 });
    expect(await bot.get(`/admin/conferences/${slug}/queue?kind=held`)).toMatchObject(refusedAs(401, 'token-refused'));
    expect(await reader.get('/me')).toMatchObject({ status: 200 });
  });

  it('leaves a line in the audit when it is made and when it ends', async () => {
    const { person: ria } = await moderator('ria');
    const made = await ria.post('/me/tokens', asked({ scopes: ['moderate'], conferenceId: slug }));
    await ria.delete(`/me/tokens/${made.body['id']}`);
    const { items } = (await organizer.get(`/admin/conferences/${slug}/audit`)).body as {
      items: { action: string; subject: string }[];
    };
    expect(items.filter(({ subject }) => subject === made.body['id']).map(({ action }) => action)).toEqual([
      'api-token.ended',
      'api-token.made',
    ]);
  });
});

describe('the end of a token', () => {
  it('comes with its last day, and its row is deleted', async () => {
    const sam = await world.person('sam').signsIn();
    const bot = await program(sam);
    await world.query("update api_tokens set expires_at = $1 where name = 'My bot'", [world.clock.now()]);
    expect(await bot.get('/me')).toMatchObject(refusedAs(401, 'token-refused'));
    await world.runNow('accounts/end-api-tokens');
    expect(await world.query("select 1 from api_tokens where name = 'My bot'")).toEqual([]);
  });

  it('comes with its account, which is told', async () => {
    const pia = await world.person('pia').signsIn();
    const bot = await program(pia, { name: 'Pia’s bot' });
    expect((await pia.get('/me/export')).body['apiTokens']).toMatchObject([{ name: 'Pia’s bot' }]);
    const left = await pia.ask('DELETE', '/me', { posts: 'remove' });
    expect(left.body['stores']).toContainEqual({ store: 'apiTokens', fate: 'deleted', rows: 1 });
    expect(await bot.get('/me')).toMatchObject(refusedAs(401, 'token-refused'));
  });
});

async function moderator(name: string): Promise<{ person: Person; grantId: string }> {
  const person = await world.person(name).signsIn();
  const { body } = await organizer.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator', name });
  const token = /#(.+)$/.exec(body['url'] as string)![1]!;
  await person.post('/claims', { token });
  const { items } = (await organizer.get(`/admin/conferences/${slug}/grants`)).body as {
    items: { id: string; name: string }[];
  };
  return { person, grantId: items.find((grant) => grant.name === name)!.id };
}
