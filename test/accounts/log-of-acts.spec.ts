import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf } from '../imports/programmes.ts';
import { becomes } from '../questions/stage.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let mona: Person;
let slug: string;
let threadId: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga);
  mona = await becomes(await world.person('mona').signsIn(), olga, { slug, role: 'moderator' }, 'Mona');
  threadId = (await olga.post(`/admin/conferences/${slug}/threads`, { slug: 'jobs', title: 'Jobs' })).body[
    'id'
  ] as string;
});
afterAll(() => world.close());

const sends = (who: Person, path: string, fields: Record<string, string>): Promise<Answer> =>
  who.ask('POST', `${world.base}/organize/${slug}${path}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    accept: 'text/html',
  });
const log = async (): Promise<Json[]> =>
  (await olga.get(`/admin/conferences/${slug}/audit?limit=100`)).body['items'] as Json[];
/** The entries that an act has added. */
async function addedBy(act: () => Promise<unknown>): Promise<Json[]> {
  const before = (await log()).length;
  await act();
  const now = await log();
  return now.slice(0, now.length - before);
}

describe('the log of what people with a role did', () => {
  it('calls an organizer one also where moderators may act, and a moderator one', async () => {
    const settings = { threadId, version: '', title: 'Jobs', screening: 'all', interval: '0', slowReason: '' };
    const times = { slowUntil: '', opensAt: '', readonlyAt: '', archivedAt: '' };
    const byForm = await addedBy(async () => {
      expect((await sends(olga, '/discussions/settings', { ...settings, ...times })).status).toBe(303);
    });
    expect(byForm.map(({ role }) => role)).toEqual(byForm.map(() => 'organizer'));
    expect(byForm.map(({ action }) => action)).toContain('POST /organize/:conference/discussions/settings');
    const byModerator = await addedBy(async () => {
      expect((await sends(mona, '/discussions/settings', { ...settings, ...times })).status).toBe(303);
    });
    expect(byModerator.length).toBeGreaterThan(0);
    expect(byModerator.map(({ role }) => role)).toEqual(byModerator.map(() => 'moderator'));
  });

  it('has no act that was refused, and no look at an abstract', async () => {
    const refused = await addedBy(async () => {
      expect((await sends(olga, '/programme', { title: 'Late', day: '2026-05-02', time: '' })).status).toBe(422);
      expect((await olga.patch(`/admin/threads/${threadId}`, { screening: 'some' })).status).toBe(422);
    });
    expect(refused).toEqual([]);
    const looked = await addedBy(async () => {
      expect((await sends(olga, '/programme/new/preview', { title: 'Soon', abstract: '*x*' })).status).toBe(200);
    });
    expect(looked).toEqual([]);
    const added = await addedBy(async () => {
      expect((await sends(olga, '/programme', { title: 'Soon', durationMinutes: '30' })).status).toBe(303);
    });
    expect(added).toMatchObject([{ role: 'organizer', action: 'POST /organize/:conference/programme' }]);
  });
});
