import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportSchedule } from '../../src/imports/import-schedule.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { conferenceOf, event, schedule } from './programmes.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

/** The slug that the command gives to a file without one. */
const slugOf = async (conference: Json, events: Json[] = [event()]): Promise<string> => {
  const file = Buffer.from(schedule(events, conference));
  return (
    await world.app
      .get(ImportSchedule, { strict: false })
      .fromFile(file, { dryRun: false, timeZone: null, locale: 'en' })
  ).slug;
};
const untitled = (title: string): Json => ({ acronym: '', title });

describe('a conference that is made from a file', () => {
  it('is named in Latin letters, as its script is romanised', async () => {
    expect(await slugOf(untitled('Конференция 2026'))).toBe('konferentsiya-2026');
    expect(await slugOf(untitled('Αθήνα'))).toBe('athina');
    expect(await slugOf(untitled('한국어'))).toBe('hangukeo');
  });

  it('has a name of its own where letters are lost, and the same one for its next file', async () => {
    const [one, two] = [await slugOf(untitled('会議 2026')), await slugOf(untitled('勉強会 2026'))];
    expect(one).toMatch(/^2026-[0-9a-f]{6}$/);
    expect(two).not.toBe(one);
    expect(await slugOf(untitled('会議 2026'))).toBe(one);
  });

  it('is not the edition of another year that has the same acronym', async () => {
    const year = (y: number): Json => ({
      acronym: 'yearly',
      title: `Yearly ${y}`,
      start: `${y}-05-02`,
      end: `${y}-05-02`,
      days: [{ date: `${y}-05-02`, rooms: { A: [event({ date: `${y}-05-02T10:00:00+02:00`, guid: `${y}` })] } }],
    });
    expect([await slugOf(year(2025)), await slugOf(year(2026)), await slugOf(year(2025))]).toEqual([
      'yearly',
      'yearly-2',
      'yearly',
    ]);
  });
});

describe('a time zone that PostgreSQL does not know', () => {
  it('is kept by its canonical name, and the programme is shown', async () => {
    const slug = await conferenceOf(olga, { timeZone: 'US/Pacific-New' });
    expect((await olga.get(`/conferences/${slug}`)).body['timeZone']).toBe('America/Los_Angeles');
    expect((await fetch(`${world.base}/c/${slug}`, { headers: { accept: 'text/html' } })).status).toBe(200);
    await olga.patch(`/admin/conferences/${slug}`, { timeZone: 'US/Pacific-New' });
    expect((await olga.get(`/conferences/${slug}`)).body['timeZone']).toBe('America/Los_Angeles');
    expect((await olga.patch(`/admin/conferences/${slug}`, { timeZone: 'Mars/Olympus' })).status).toBe(422);
  });
});
