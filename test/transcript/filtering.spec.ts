import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let slug: string;

const event = (number: number, title: string, room: string, more: Json = {}): Json => ({
  guid: `g${number}`,
  date: '2026-05-02T10:00:00+02:00',
  start: '10:00',
  duration: '00:30',
  title,
  track: room,
  abstract: '<p>Une <strong>phrase</strong> &amp; rien.</p>',
  persons: [{ id: number, public_name: `Personne ${number}` }],
  room,
  ...more,
});

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga, { startsOn: '2026-05-02', endsOn: '2026-05-02' }));
  const events = [
    event(1, 'Un Été à Brest', 'Salle 10', { persons: [{ id: 1, public_name: 'Jürgen Müller' }] }),
    event(2, 'La spéciﬁcation', 'Salle 2', { persons: [{ id: 2, public_name: 'Élise Łuczak' }] }),
    event(3, '入門フォーラム', 'amphi', { abstract: '<p>L’interopérabilité, <em>vite</em>.</p>' }),
    event(4, 'Straße', 'Amphi', { persons: [{ id: 4, public_name: 'Đorđe Petrović' }] }),
    event(5, 'Autre chose', 'Zoo', {}),
  ];
  const rooms = Object.fromEntries(events.map((each) => [each['room'] as string, [each]]));
  const file = {
    schedule: {
      version: '1',
      conference: {
        acronym: 'f',
        title: 'Filtres',
        start: '2026-05-02',
        end: '2026-05-02',
        time_zone_name: 'Europe/Paris',
        days: [{ date: '2026-05-02', rooms }],
      },
    },
  };
  const imported = await olga.post(`/admin/conferences/${slug}/imports`, file);
  expect(imported.body).toMatchObject({ added: 5 });
});
afterAll(() => world.close());

const titles = async (query: string): Promise<string[]> =>
  ((await olga.get(`/conferences/${slug}/talks?${query}`)).body['items'] as Json[]).map(({ title }) => title as string);

const shown = async (query: string): Promise<string> => (await fetch(`${world.base}/c/${slug}?${query}`)).text();

describe('filtering a programme', () => {
  it.each([
    ['Muller', 'Un Été à Brest'],
    ['jurgen', 'Un Été à Brest'],
    ['elise luczak', 'La spéciﬁcation'],
    ['ete', 'Un Été à Brest'],
    ['ÉTÉ', 'Un Été à Brest'],
    ['brest été', 'Un Été à Brest'],
    ['specification', 'La spéciﬁcation'],
    ['strasse', 'Straße'],
    ['フォーラム', '入門フォーラム'],
    ["l'interoperabilite", '入門フォーラム'],
  ])('finds a talk by %s, on the page and by the API', async (q, title) => {
    expect(await titles(new URLSearchParams({ q }).toString())).toEqual([title]);
    const page = await shown(new URLSearchParams({ q }).toString());
    expect([title, 'Autre chose'].filter((each) => page.includes(each))).toEqual([title]);
  });

  it('finds speakers by parts of their names, without regard to accents', async () => {
    for (const [speaker, found] of [
      ['muller', ['Un Été à Brest']],
      ['ÉLISE', ['La spéciﬁcation']],
      ['petrovic', ['Straße']],
      ['dorde', ['Straße']],
      ['brest', []],
      ['%', []],
    ] as const)
      expect(await titles(new URLSearchParams({ speaker }).toString())).toEqual(found);
  });

  it('never finds markup', async () => {
    for (const q of ['strong', '</strong>', '&amp;', 'amp;', '/em'])
      expect({ q, found: await titles(new URLSearchParams({ q }).toString()) }).toEqual({ q, found: [] });
  });

  it('offers rooms and tracks in their natural order', async () => {
    const page = await shown('');
    for (const name of ['room', 'track']) {
      const list = page.slice(page.indexOf(`id="filter-${name}"`)).split('</ul>')[0]!;
      const values = [...list.matchAll(/<a[^>]*>([^<]+)<\/a>/g)].map(([, value]) => value);
      expect(values).toEqual(['amphi', 'Amphi', 'Salle 2', 'Salle 10', 'Zoo']);
    }
  });
});
