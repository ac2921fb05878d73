import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf } from '../imports/programmes.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let slug: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga);
});
afterAll(() => world.close());

/** The same instant with an offset, and as it is answered. */
const SENT = '2031-01-01T12:00:00+02:00';
const IN_UTC = '2031-01-01T10:00:00.000Z';
const slow = { interval: 60, reason: 'A rush.' };

describe('the end of slow mode', () => {
  it('is stored and answered in UTC, whatever offset it was sent with', async () => {
    const thread = await olga.post(`/admin/conferences/${slug}/threads`, { slug: 'jobs', title: 'Jobs' });
    const id = thread.body['id'] as string;
    const slowed = await olga.patch(`/admin/threads/${id}`, { slowMode: { ...slow, until: SENT } });
    expect(slowed.body['slowMode']).toEqual({ ...slow, until: IN_UTC });
    const changed = await olga.patch(`/admin/conferences/${slug}`, {
      settings: { slowMode: { ...slow, until: SENT } },
    });
    expect((changed.body['settings'] as Json)['slowMode']).toEqual({ ...slow, until: IN_UTC });
    const stored = await world.query(
      `select t.slow_mode->>'until' thread, c.settings->'slowMode'->>'until' conference
       from threads t
       join conferences c on c.id = t.conference_id
       where t.id = $1`,
      [id],
    );
    expect(stored).toEqual([{ thread: IN_UTC, conference: IN_UTC }]);
  });

  it('is answered in UTC where an earlier version stored it with its offset', async () => {
    const other = await conferenceOf(olga);
    const thread = await olga.post(`/admin/conferences/${other}/threads`, { slug: 'jobs', title: 'Jobs' });
    await world.query(
      `update conferences
       set settings = settings || jsonb_build_object('slowMode', $2::jsonb)
       where slug = $1`,
      [other, JSON.stringify({ ...slow, until: SENT })],
    );
    const { body } = await olga.patch(`/admin/threads/${thread.body['id'] as string}`, { title: 'Flats' });
    expect(body['slowMode']).toEqual({ ...slow, until: IN_UTC });
  });
});
