import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { becomes, talkOf } from '../questions/stage.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
let people = 0;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  await olga.patch(`/admin/talks/${place.talkId}`, { speakers: [{ name: 'Grace', bio: '' }] });
});
afterAll(() => world.close());

const joins = async (): Promise<Person> => world.person(`person${(people += 1)}`).signsIn();
const tokenOf = (answer: Answer): string => (answer.body['url'] as string).split('#')[1]!;
const invites = async (maker: Person, body: Json): Promise<string> =>
  tokenOf(await maker.post(`/admin/conferences/${place.slug}/invitations`, body));
const claims = (person: Person, token: string): Promise<Answer> => person.post('/claims', { token });

/** An organizer who has made a link of every kind, and those links. */
async function organizerWithLinks(name: string): Promise<{ maker: Person; tokens: string[] }> {
  const maker = await becomes(await joins(), olga, { slug: place.slug, role: 'organizer' }, name, name);
  const tokens = [
    await invites(maker, { role: 'organizer', name: `${name} again` }),
    await invites(maker, { role: 'moderator' }),
    await invites(maker, { role: 'moderator', talkId: place.talkId }),
    await invites(maker, { role: 'speaker', talkId: place.talkId }),
  ];
  const links = await maker.ask('POST', `${world.base}/organize/${place.slug}/speaker-links`, '', {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
  });
  tokens.push(...[...links.text.matchAll(/#([\w-]+)/g)].map(([, token]) => token!));
  expect(tokens).toHaveLength(5);
  return { maker, tokens };
}

async function revokes(name: string): Promise<void> {
  const { body } = await olga.get(`/admin/conferences/${place.slug}/grants`);
  const grant = (body['items'] as Json[]).find((each) => each['name'] === name)!;
  expect((await olga.delete(`/admin/grants/${grant['id'] as string}`)).status).toBe(204);
}

const listed = async (): Promise<Json[]> =>
  (await olga.get(`/admin/conferences/${place.slug}/invitations?limit=100`)).body['items'] as Json[];

async function expectNothing(tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    const friend = await joins();
    expect(await claims(friend, token)).toMatchObject({ status: 409, body: { type: '/problems/invitation-spent' } });
    expect((await friend.get('/me')).body['grants']).toEqual([]);
  }
}

describe('an invitation by somebody who may invite no longer', () => {
  it('gives nothing once the right was taken back, and is shown as ended', async () => {
    const { maker, tokens } = await organizerWithLinks('Mallory');
    const kept = await invites(olga, { role: 'moderator', name: 'Kept' });
    await revokes('Mallory');
    expect(await claims(maker, tokens[0]!)).toMatchObject({ status: 409 });
    await expectNothing(tokens);
    expect((await listed()).map(({ name, state }) => [name, state])).toEqual(
      expect.arrayContaining([
        ['Mallory again', 'ended'],
        ['Grace', 'ended'],
        ['Kept', 'prepared'],
      ]),
    );
    for (const [lang, words] of [
      ['en', 'No longer works'],
      ['fr', 'Ne fonctionne plus'],
    ] as const) {
      expect((await olga.ask('GET', `${world.base}/organize/${place.slug}/team?lang=${lang}`)).text).toContain(words);
    }
    expect((await olga.get(`/admin/conferences/${place.slug}/audit`)).body['items']).toContainEqual(
      expect.objectContaining({ action: 'invitation.ended organizer' }),
    );
    expect((await claims(await joins(), kept)).status).toBe(200);
  });

  it('gives nothing either when the right went another way: asked at the moment of the claim', async () => {
    const { tokens } = await organizerWithLinks('Trudy');
    await world.query(`delete from grants where name = 'Trudy'`);
    await expectNothing(tokens);
  });

  it('gives nothing while its maker is suspended', async () => {
    const { tokens } = await organizerWithLinks('Victor');
    await world.query(
      `insert into standings (id, account_id, conference_id, kind, reason)
       select gen_random_uuid(), account_id, conference_id, 'suspended', ''
       from grants
       where name = 'Victor'`,
    );
    await expectNothing(tokens);
  });

  it('gives nothing once its maker has left, and leads to nobody', async () => {
    const { maker, tokens } = await organizerWithLinks('Wendy');
    const [{ id }] = (await world.query<{ id: string }>(`select account_id id from grants where name = 'Wendy'`)) as [
      { id: string },
    ];
    expect((await maker.ask('DELETE', '/me', { posts: 'remove' })).status).toBe(200);
    await expectNothing(tokens);
    expect(await world.query('select from invitations where maker_account_id = $1', [id])).toEqual([]);
  });

  it('still works while another right of its maker lets them invite, and where the operator made it', async () => {
    const { maker, tokens } = await organizerWithLinks('Peggy');
    await claims(maker, await invites(olga, { role: 'moderator', name: 'Peggy moderates' }));
    await revokes('Peggy moderates');
    expect((await claims(await joins(), tokens[1]!)).status).toBe(200);
    await world.query(
      `update invitations
       set maker_account_id = null
       where claimed_at is null
         and ended_at is null
         and role = 'moderator'
         and maker_account_id is not null`,
    );
    expect((await claims(await joins(), tokens[2]!)).status).toBe(200);
  });

  it('gives at most what was claimed before, when claim and revocation meet', async () => {
    const { tokens } = await organizerWithLinks('Oscar');
    const friend = await joins();
    const [claimed] = await Promise.all([claims(friend, tokens[0]!), revokes('Oscar')]);
    expect([200, 409]).toContain(claimed.status);
    await expectNothing(tokens.slice(1));
    expect((await claims(friend, tokens[0]!)).status).toBe(409);
  });
});
