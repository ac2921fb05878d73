import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until, World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

/** Talks of one day by their titles; the hour of each, and its room. */
type DayPlan = Readonly<Record<string, [time: string, room: string]>>;

/** A conference in Paris with these talks on the second of May 2026; the ids of its talks. */
async function conferenceWith(plan: DayPlan): Promise<{ slug: string; ids: Record<string, string> }> {
  const settings = { locale: 'en', timeZone: 'Europe/Paris', startsOn: '2026-05-02', endsOn: '2026-05-03' };
  const { slug } = await world.conference(olga, settings);
  const ids: Record<string, string> = {};
  for (const [title, [time, room]] of Object.entries(plan)) {
    const startsAt = new Date(`${time.includes('T') ? time : `2026-05-02T${time}:00`}+02:00`).toISOString();
    const talk = { slug: title.toLowerCase(), title, startsAt, durationMinutes: 45, room };
    ids[title] = ((await olga.post(`/admin/conferences/${slug}/talks`, talk)).body['id'] as string) ?? '';
  }
  return { slug, ids };
}

/** The words about its room on the page of a talk, as a reader without a session sees it. */
async function nextOn(slug: string, talk: string): Promise<string[]> {
  const { text } = await world
    .person('reader')
    .get(`${world.base}/c/${slug}/t/${talk}`, { accept: 'text/html', 'accept-language': 'en' });
  const [, list = ''] = /<h2>Next in this room<\/h2><ul[^>]*>(.*?)<\/ul>/.exec(text) ?? [];
  return [...list.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, line]) =>
    line!
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const showsNext = (slug: string, talk: string, next: string[]): Promise<unknown> =>
  until(`${talk} to be followed by ${next.join()}`, async () => (await nextOn(slug, talk)).join() === next.join());

const DAY: DayPlan = {
  Plums: ['09:00', 'Aula'],
  Pears: ['10:00', 'Aula'],
  Quince: ['10:30', 'Attic'],
  Figs: ['11:00', 'Aula'],
  Dates: ['12:00', 'Aula'],
  Morrow: ['2026-05-03T09:00:00', 'Aula'],
};

describe('the page of a talk', () => {
  it('says which two talks follow in its room that day, with their times and links', async () => {
    const { slug } = await conferenceWith(DAY);
    expect(await nextOn(slug, 'plums')).toEqual(['10:00 Pears', '11:00 Figs']);
    expect(await nextOn(slug, 'figs')).toEqual(['12:00 Dates']);
    expect(await nextOn(slug, 'quince')).toEqual([]);
    expect(await nextOn(slug, 'dates')).toEqual([]);
    const { text } = await world.person('reader').get(`${world.base}/c/${slug}/t/plums`, { accept: 'text/html' });
    expect(text).toContain(`href="/c/${slug}/t/pears"`);
  });

  it('says it anew when one of them is renamed, moved to another time or room, or cancelled', async () => {
    const { slug, ids } = await conferenceWith(DAY);
    const changes = (talk: string, change: Json): Promise<unknown> => olga.patch(`/admin/talks/${ids[talk]!}`, change);
    expect(await nextOn(slug, 'plums')).toEqual(['10:00 Pears', '11:00 Figs']);
    await changes('Pears', { title: 'Ripe pears' });
    await showsNext(slug, 'plums', ['10:00 Ripe pears', '11:00 Figs']);
    await changes('Pears', { room: 'Attic' });
    await showsNext(slug, 'plums', ['11:00 Figs', '12:00 Dates']);
    expect(await nextOn(slug, 'pears')).toEqual(['10:30 Quince']);
    await changes('Quince', { startsAt: '2026-05-02T07:30:00.000Z' });
    await showsNext(slug, 'pears', []);
    await showsNext(slug, 'quince', ['10:00 Ripe pears']);
    await changes('Figs', { status: 'cancelled' });
    await showsNext(slug, 'plums', ['12:00 Dates']);
  });

  it('says it anew when a talk is put before those that followed', async () => {
    const { slug } = await conferenceWith(DAY);
    expect(await nextOn(slug, 'plums')).toEqual(['10:00 Pears', '11:00 Figs']);
    const startsAt = '2026-05-02T07:50:00.000Z';
    const added = { slug: 'limes', title: 'Limes', startsAt, durationMinutes: 5, room: 'Aula' };
    expect((await olga.post(`/admin/conferences/${slug}/talks`, added)).status).toBe(201);
    await showsNext(slug, 'plums', ['09:50 Limes', '10:00 Pears']);
  });

  it('keeps its version when a talk of another room changes', async () => {
    const { slug, ids } = await conferenceWith(DAY);
    const etag = async (): Promise<string | null> =>
      (await world.person('reader').get(`${world.base}/c/${slug}/t/plums`, { accept: 'text/html' })).headers.get(
        'etag',
      );
    const before = await etag();
    await olga.patch(`/admin/talks/${ids['Quince']!}`, { title: 'Quinces' });
    await showsNext(slug, 'quince', []);
    expect(await etag()).toBe(before);
  });
});
