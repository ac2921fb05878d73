import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SpeakerLinks } from '../../src/accounts/speaker-links.ts';
import { ProgrammeQueries } from '../../src/programme/programme.queries.ts';
import { World, type Person } from '../support/world.ts';
import { talkOf } from './stage.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

/** Sends a form of the page of invitations; `shows` follows where it leads. */
async function pageOf(person: Person) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' };
  const sends = (fields: Record<string, string>) =>
    person.ask('POST', '/api/../claim?lang=en', new URLSearchParams(fields).toString(), headers);
  const shows = async (path: string, locale = 'en'): Promise<string> =>
    (await person.ask('GET', `/api/..${path}${path.includes('?') ? '&' : '?'}lang=${locale}`)).text;
  return { sends, shows };
}

describe('accepting an invitation on its page', () => {
  it('says what one has become, under which name, and where to go; the name can be changed at once', async () => {
    const { slug, talkId } = await talkOf(world, olga);
    await olga.patch(`/admin/talks/${talkId}`, { speakers: [{ name: 'Barbara Liskov' }] });
    const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'speaker', talkId });
    const barbara = await world.person('barbara').signsIn();
    const { sends, shows } = await pageOf(barbara);
    const accepted = await sends({ token: (body['url'] as string).split('#')[1]! });
    expect(accepted).toMatchObject({ status: 303 });
    const there = accepted.headers.get('location')!;
    const page = await shows(there);
    expect(page).toContain('You are a speaker of “On leaving”');
    expect(page).toContain(`href="/c/${slug}/t/on-leaving/desk"`);
    expect(page).toContain('value="Barbara Liskov"');
    expect(await shows(there, 'fr')).toContain('Vous intervenez dans');

    const refused = await sends({ act: 'name', talk: talkId, name: 'Organizer' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('value="Organizer"');
    const named = await sends({ act: 'name', talk: talkId, name: 'B. Liskov' });
    expect(named.status).toBe(303);
    expect(await shows(named.headers.get('location')!)).toContain('Everyone sees you as');
    expect((await barbara.get('/me')).body['personas']).toMatchObject([{ name: 'B. Liskov' }]);
  });

  it('asks for a name where the programme names several, and is for speakers of the talk alone', async () => {
    const { slug, talkId } = await talkOf(world, olga);
    await olga.patch(`/admin/talks/${talkId}`, { speakers: [{ name: 'Ada Byron' }, { name: 'Mary Shelley' }] });
    const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'speaker', talkId });
    const mary = await world.person('mary').signsIn();
    const { sends, shows } = await pageOf(mary);
    await sends({ token: (body['url'] as string).split('#')[1]! });
    const page = await shows(`/claim?talk=${talkId}`);
    expect(page).toContain('Choose your name');
    expect(page).toContain('<option value="Mary Shelley">');
    expect((await sends({ act: 'name', talk: talkId, name: 'Mary Shelley' })).status).toBe(303);
    expect((await mary.get('/me')).body['personas']).toMatchObject([{ name: 'Mary Shelley' }]);

    const invitation = { role: 'speaker', talkId, name: 'Mary Shelley' };
    const named = (await olga.post(`/admin/conferences/${slug}/invitations`, invitation)).body;
    const other = await pageOf(await world.person('shelley').signsIn());
    await other.sends({ token: (named['url'] as string).split('#')[1]! });
    expect((await other.sends({ act: 'name', talk: talkId, name: 'Ada Byron' })).status).toBe(409);
    expect((await other.sends({ act: 'name', talk: talkId, name: 'M. Shelley' })).status).toBe(303);
    expect((await other.sends({ act: 'name', talk: talkId, name: 'Mary Shelley' })).status).toBe(303);

    const stranger = await pageOf(await world.person('stranger').signsIn());
    expect(await stranger.shows(`/claim?talk=${talkId}`)).not.toContain('On leaving');
    expect((await stranger.sends({ act: 'name', talk: talkId, name: 'Mary Shelley' })).status).toBe(404);
  });
});

describe('accepting to moderate', () => {
  it('leads the moderators of one talk to a page that is theirs', async () => {
    const { slug, talkId } = await talkOf(world, olga);
    const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator', talkId });
    const mona = await world.person('mona').signsIn();
    const { sends } = await pageOf(mona);
    const accepted = await sends({ token: (body['url'] as string).split('#')[1]! });
    const there = accepted.headers.get('location')!;
    expect(there).toBe(`/claim?as=moderator&conference=${slug}`);
    const page = await mona.ask('GET', `/api/..${there}&lang=en`);
    expect(page.text).toMatch(/You are a moderator of “A conference”[^]*On leaving[^]*Open the moderation page/);
    expect(page.text).toContain(`href="/organize/${slug}/queue"`);
    const eve = await world.person('eve').signsIn();
    expect((await eve.ask('GET', `/api/..${there}`)).status).toBe(404);
    expect((await mona.ask('GET', `/api/../organize/${slug}/queue`)).status).toBe(200);
  });
});

describe('inviting a speaker', () => {
  it('makes a link on the organizer’s page, which gives the desk of that talk', async () => {
    const { slug, talkId, threadId } = await talkOf(world, olga);
    const page = await olga.ask(
      'POST',
      `/api/../organize/${slug}/invitations`,
      new URLSearchParams({ role: 'speaker', talkId }).toString(),
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
    );
    const token = /\/claim#([\w-]+)/.exec(page.text)?.[1];
    const grace = await world.person('grace').signsIn();
    expect((await grace.post('/claims', { token })).status).toBeLessThan(300);
    expect((await grace.get(`/threads/${threadId}/desk`)).status).toBe(200);
  });

  it('prints a link for each speaker as CSV', async () => {
    const { slug, talkId } = await talkOf(world, olga);
    const [row] = await world.query<{ id: string }>(
      `insert into speakers (id, conference_id, key, name, bio_html)
       select gen_random_uuid(), conference_id, 'g', 'Grace "G" Hopper', ''
       from talks
       where id = $1
       returning id`,
      [talkId],
    );
    await world.query('insert into talk_speakers (talk_id, speaker_id, position) values ($1, $2, 0)', [
      talkId,
      row!.id,
    ]);
    const { id } = (await world.app.get(ProgrammeQueries, { strict: false }).findConference(slug))!;
    const [head, line, ...more] = await world.app.get(SpeakerLinks, { strict: false }).list(id);
    expect({ head, more }).toEqual({ head: '\uFEFFtalk,speaker,link', more: [] });
    expect(line).toMatch(/^"On leaving","Grace ""G"" Hopper","http.*\/claim#[\w-]+"$/);
  });
});
