import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddOrganizer } from '../../src/accounts/add-organizer.ts';
import { ImportSchedule } from '../../src/imports/import-schedule.ts';
import { ManageProgramme } from '../../src/imports/manage-programme.ts';
import { event, schedule } from '../imports/programmes.ts';
import { asks, becomes, settles, talkOf } from '../questions/stage.ts';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';

const sees = (world: World, path: string, lang = 'en'): Promise<Answer> =>
  world.person('nobody').get(`${world.base}${path}?lang=${lang}`, { accept: 'text/html' });

describe('a question in a hallway', () => {
  let world: World;
  let olga: Person;
  let slug: string;
  let threadId: string;
  beforeAll(async () => {
    world = await World.open();
    olga = await world.person('olga').signsIn();
    ({ slug, threadId } = await world.conference(olga, { settings: { screening: 'none' } }));
  });
  afterAll(() => world.close());

  it('goes to the organizers, in both languages, and one to a talk to its speaker', async () => {
    expect((await sees(world, `/c/${slug}/t/hallway`)).text).toContain('Question to the organizers</label>');
    expect((await sees(world, `/c/${slug}/t/hallway`, 'fr')).text).toContain('Question à l’organisation</label>');
    const talk = await talkOf(world, olga);
    const { text } = await sees(world, `/c/${talk.slug}/t/on-leaving`);
    expect(text).toContain('Question to the speaker');
    expect(text).not.toContain('Question to the organizers</label>');
  });

  it('is answered by organizers and moderators', async () => {
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const mona = await becomes(await world.person('mona').signsIn(), olga, { slug, role: 'moderator' }, 'Mona');
    for (const who of [mona, olga]) {
      const question = await asks(ada, threadId, `Where is lunch, ${who.email.split('@')[0]}?`);
      expect((await settles(who, question, 'answered')).status).toBe(200);
      world.advance({ seconds: 5 });
    }
    expect((await settles(ada, await asks(ada, threadId, 'May I?'), 'answered')).status).toBe(403);
  });

  it('is counted with what was said, in lists as above the discussion itself', async () => {
    const place = await world.conference(olga, { settings: { screening: 'none' } });
    const carl = await (await world.person('carl').signsIn()).calledIn(place.slug, 'Carl');
    await asks(carl, place.threadId, 'A question alone?');
    expect((await sees(world, `/c/${place.slug}/t/hallway`)).text).toContain('<span class="count">1 comment</span>');
    world.advance({ seconds: 5 });
    await carl.says(place.threadId, 'And words');
    for (const path of [`/c/${place.slug}/t/hallway`, `/c/${place.slug}`, `/embed/${place.threadId}`])
      await until(`two comments on ${path}`, async () => (await sees(world, path)).text.includes('2 comments'));
    expect((await sees(world, `/c/${place.slug}/t/hallway`)).text).toContain('"commentCount":2');
  });
});

describe('a hallway of a conference that nobody organizes', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ ORGANIZERS: '' });
  });
  afterAll(() => world.close());

  it('offers no question, until somebody does', async () => {
    const file = Buffer.from(schedule([event()], { acronym: 'alone', start: '2026-05-02', end: '2999-05-02' }));
    const imported = world.app.get(ImportSchedule, { strict: false });
    const { slug } = await imported.fromFile(file, { dryRun: false, timeZone: null, locale: 'en' });
    await world.app.get(ManageProgramme, { strict: false }).openThread(slug, { slug: 'hallway', title: 'Hallway' });
    const offers = async (): Promise<boolean> => {
      const { text } = await sees(world, `/c/${slug}/t/hallway`);
      expect(text).toContain('<textarea');
      return text.includes('name="kind"');
    };
    expect(await offers()).toBe(false);
    const { id } = (await world.person('x').get(`/conferences/${slug}`)).body as Json;
    const conference = { id: id as string, locale: 'en' as const };
    await world.app.get(AddOrganizer, { strict: false }).add('mara@mail.example', conference);
    await until('a question to be offered', offers);
  });
});
