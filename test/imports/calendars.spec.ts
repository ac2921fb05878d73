import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Json, type Person } from '../support/world.ts';
import { conferenceOf, event, importsInto, schedule } from './programmes.ts';

let world: World;
let olga: Person;
let slug: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga);
});
afterAll(() => world.close());

const calendar = async (events: Json[]): Promise<string> => {
  await importsInto(olga, slug, schedule(events));
  const text = await (await fetch(`${world.base}/c/${slug}/schedule.ics`)).text();
  return text.replaceAll('\r\n ', '');
};
const uidsByStart = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/UID:(\S+)[^]*?DTSTART:(\S+)/g)].map(([, uid, start]) => [start as string, uid as string]),
  );
const at = (hour: number): Json => event({ date: `2026-05-02T${hour}:00:00+02:00` });

describe('the calendar of a programme', () => {
  it('keeps the UID of a slot when another is put before it or it moves', async () => {
    const before = uidsByStart(await calendar([at(12), at(16)]));
    const after = uidsByStart(await calendar([at(10), at(12), at(16)]));
    expect(after).toMatchObject(before);
    expect(new Set(Object.values(after)).size).toBe(3);
    const moved = uidsByStart(await calendar([at(10), at(12), at(17)]));
    expect(moved['20260502T150000Z']).toBe(before['20260502T140000Z']);
  });

  it('has no end that is its beginning', async () => {
    const text = await calendar([event({ duration: '00:00' })]);
    expect(text).toMatch('DTSTART:');
    expect(text).not.toMatch('DTEND:');
  });

  it('keeps the paragraphs and lists of an abstract', async () => {
    const text = await calendar([event({ abstract: 'First, a **word**.\n\nSecond:\n- one\n- two' })]);
    expect(text).toContain(String.raw`DESCRIPTION:First\, a word.\n\nSecond:\n\n- one\n- two\n\nhttp`);
  });
});
