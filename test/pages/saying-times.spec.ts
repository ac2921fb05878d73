import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf, event, importsInto, schedule } from '../imports/programmes.ts';
import { asks, talkOf } from '../questions/stage.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const sees = (who: Person, path: string): Promise<Answer> =>
  who.get(`${world.base}${path}${path.includes('?') ? '&' : '?'}lang=en`, { accept: 'text/html' });
/** An hour in Paris, as a page writes it with its zone. */
const inParis = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
    .format(new Date(at))
    .replace(/[\u00A0\u202F]/g, ' ');

describe('a talk that takes place twice', () => {
  let slug: string;
  beforeAll(async () => {
    slug = await conferenceOf(olga);
    const talks = [
      event({ code: 'TWICE', title: 'Twice' }),
      event({ code: 'TWICE', title: 'Twice', guid: 'g2', date: '2026-05-03T16:00:00+02:00', room: 'Attic' }),
      event({ guid: 'g3', title: 'Between', persons: [], date: '2026-05-03T09:00:00+02:00' }),
      event({ guid: 'g4', title: 'Late', persons: [], date: '2026-05-03T18:00:00+02:00' }),
    ];
    expect((await importsInto(olga, slug, schedule(talks))).body).toMatchObject({ added: 3 });
  });

  const programmeOf = async (query = ''): Promise<string[]> => {
    const { text } = await sees(olga, `/c/${slug}${query}`);
    return [
      ...text.matchAll(
        /<h2><time[^>]*>([^<]+)<\/time><\/h2>|class="hour"><time[^>]*>([^<]+)<\/time>(?:<span class="room">([^<]*)<\/span>)?[^]*?\/t\/[\w-]+">([^<]+)</g,
      ),
    ].map(([, day, hour, room, title]) => day ?? `${hour} ${room} ${title}`);
  };

  it('is listed under each day and hour', async () => {
    expect(await programmeOf()).toEqual([
      'Saturday, 2 May 2026',
      '10:00 Aula Twice',
      'Sunday, 3 May 2026',
      '09:00 Aula Between',
      '16:00 Attic Twice',
      '18:00 Aula Late',
    ]);
  });

  it('is found by the room of each time, with that time alone', async () => {
    expect(await programmeOf('?room=Attic')).toEqual(['Sunday, 3 May 2026', '16:00 Attic Twice']);
    expect((await sees(olga, `/c/${slug}`)).text).toContain('room=Attic');
    expect(await programmeOf('?day=2026-05-02')).toEqual(['Saturday, 2 May 2026', '10:00 Aula Twice']);
  });

  it('says all its times above its discussion, and in the API', async () => {
    const { items } = (await olga.get(`/conferences/${slug}/talks`)).body as { items: Json[] };
    const twice = items.filter(({ title }) => title === 'Twice');
    expect(twice).toMatchObject([
      {
        slots: [
          { startsAt: '2026-05-02T08:00:00.000Z', durationMinutes: 45, room: 'Aula' },
          { startsAt: '2026-05-03T14:00:00.000Z', durationMinutes: 45, room: 'Attic' },
        ],
      },
    ]);
    const { text } = await sees(olga, `/c/${slug}/t/${twice[0]!['slug'] as string}`);
    for (const at of ['2026-05-02T08:00:00Z', '2026-05-03T14:00:00Z']) expect(text).toContain(inParis(at));
    expect(text).toContain(', Attic');
  });
});

describe('a time on a page of no conference', () => {
  it('is that of the question’s conference, and says so', async () => {
    const place = await talkOf(world, olga);
    const ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
    const question = await asks(ada, place.threadId, 'At what time?');
    expect((await sees(ada, '/me/questions')).text).toContain(inParis(question['createdAt'] as string));
  });

  it('is that of the reported comment’s conference on a receipt', async () => {
    const { slug, threadId } = await world.conference(olga, { settings: { screening: 'none' } });
    await olga.calledIn(slug, 'Olga');
    const bob = await world.person('bob').signsIn();
    const comment = await olga.says(threadId, 'Words to report');
    const { receipt } = (
      await bob.post(`/comments/${comment['id'] as string}/reports`, { rule: 'spam', reason: 'Ads' })
    ).body as { receipt: string };
    const { at } = (await bob.get(`/reports/${receipt}`)).body as { at: string };
    expect((await sees(world.person('nobody'), `/reports/${receipt}`)).text).toContain(inParis(at));
  });

  it('names UTC where it belongs to no conference at all', async () => {
    const text = (await sees(olga, '/me/data')).text + (await sees(olga, '/me')).text;
    const times = [...text.matchAll(/<time[^>]*>([^<]*\d\d:\d\d[^<]*)<\/time>/g)].map(([, time]) => time!);
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((time) => !/UTC|GMT/.test(time))).toEqual([]);
  });
});

describe('the zone of a talk', () => {
  it.each([
    ['Europe/Paris', 'CET', '(heure de Paris)'],
    ['America/New_York', '(New York time)', '(heure de New York)'],
    ['Europe/Amsterdam', 'CET', '(heure d’Amsterdam)'],
  ])('is said as people say it: %s', async (timeZone, en, fr) => {
    const slug = `z${Math.floor(Math.random() * 1e9)}`;
    const days = { startsOn: '2026-12-05', endsOn: '2026-12-05' };
    await olga.post('/admin/conferences', { slug, title: 'Zones', timeZone, locale: 'en', ...days });
    const talk = { slug: 'talk', title: 'A talk', startsAt: '2026-12-05T15:00:00.000Z', durationMinutes: 30 };
    expect((await olga.post(`/admin/conferences/${slug}/talks`, talk)).status).toBe(201);
    for (const [lang, zone] of [
      ['en', en],
      ['fr', fr],
    ]) {
      const { text } = await olga.get(`${world.base}/c/${slug}/t/talk?lang=${lang}`, { accept: 'text/html' });
      expect(/class="from-to">([^]*?)<\/span>/.exec(text)![1]!.replaceAll(/<[^>]*>/g, '')).toMatch(/ – /);
      expect(/class="from-to">([^]*?)<\/span>/.exec(text)![1]).toContain(zone);
      // Until it opens, the banner under the title says when.
      expect(/id="state"[^]*?<time[^>]*>([^<]*)<\/time>/.exec(text)![1]).toMatch(/\d\d:\d\d /);
      expect(/id="state"[^]*?<time[^>]*>([^<]*)<\/time>/.exec(text)![1]).toContain(zone);
    }
  });
});
