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

  it('prints a link for each speaker of each talk as CSV', async () => {
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
    const [head, line, ...more] = await world.app.get(SpeakerLinks, { strict: false }).create(id);
    expect({ head, more }).toEqual({ head: '\uFEFFtalk,speaker,link', more: [] });
    expect(line).toMatch(/^"On leaving","Grace ""G"" Hopper","http.*\/claim#[\w-]+"$/);
  });
});
