import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf, event, importsInto, schedule } from '../imports/programmes.ts';
import { World, type Answer, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

/** A conference with two talks in a room, the first one beginning in an hour; its slug. */
async function withRoom(room: string): Promise<string> {
  const slug = await conferenceOf(olga);
  await imported(slug, room);
  return slug;
}

const begin = { at: 0 };
function imported(slug: string, room: string): Promise<Answer> {
  begin.at ||= world.clock.now().getTime() + 3_600_000;
  const at = (hours: number): string =>
    new Date(begin.at + hours * 3_600_000).toISOString().replace(/\.\d+Z/, '+00:00');
  const talks = [
    event({ guid: 'r1', title: 'The first', date: at(0), persons: [] }),
    event({ guid: 'r2', title: 'The second', date: at(1), persons: [] }),
  ];
  const day = at(0).slice(0, 10);
  return importsInto(
    olga,
    slug,
    schedule([], { start: day, end: day, days: [{ date: day, rooms: { [room]: talks } }] }),
  );
}

const visits = (slug: string, room: string): Promise<Answer> =>
  world.person('passer-by').get(`${world.base}/c/${slug}/room/${room}?lang=en`, { accept: 'text/html' });

describe('the code on a room’s door', () => {
  it('says what comes before the first talk, and leads to each talk from ten minutes before it', async () => {
    const slug = await withRoom('Grand amphi');
    const early = await visits(slug, 'grand-amphi');
    expect([early.status, early.text.includes('Next in this room'), early.text.includes('The first')]).toEqual([
      200,
      true,
      true,
    ]);
    world.advance({ minutes: 51 });
    expect((await visits(slug, 'grand-amphi')).headers.get('location')).toMatch(/\/t\/the-first$/);
    world.advance({ minutes: 60 });
    expect((await visits(slug, 'grand-amphi')).headers.get('location')).toMatch(/\/t\/the-second$/);
    expect((await visits(slug, 'cellar')).status).toBe(404);
  });

  it('still works when the room has another name', async () => {
    const slug = await withRoom('Salle A');
    await imported(slug, 'Salle Ada Lovelace');
    expect((await visits(slug, 'salle-ada-lovelace')).status).toBeLessThan(400);
    const old = await visits(slug, 'salle-a');
    expect(old.status).toBeLessThan(400);
    const code = await world.person('x').get(`${world.base}/c/${slug}/room/salle-a/qr.svg`);
    expect([code.status, code.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  });
});
