import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf, importsInto, schedule, talksOf } from '../imports/programmes.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { faultsOfScheduleJson, ODD_EVENTS } from './c3voc-schedules.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const fileOf = async (slug: string, ending: string): Promise<string> => {
  const answer = await fetch(`${world.base}/c/${slug}/schedule.${ending}`);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe('schedule.json', () => {
  it('is valid by the schema of c3voc, also of an empty programme and of one with odd names', async () => {
    const empty = await conferenceOf(olga);
    expect(await faultsOfScheduleJson(await fileOf(empty, 'json'))).toEqual([]);
    const odd = await conferenceOf(olga, { url: 'https://example.org/où' });
    expect((await importsInto(olga, odd, schedule(ODD_EVENTS))).status).toBe(200);
    expect(await faultsOfScheduleJson(await fileOf(odd, 'json'))).toEqual([]);
    expect(await faultsOfScheduleJson(JSON.stringify({ schedule: { version: '1', conference: {} } }))).not.toEqual([]);
  });

  it('names rooms by guids that stay, and leads to links and attachments', async () => {
    const slug = await conferenceOf(olga);
    await importsInto(olga, slug, schedule(ODD_EVENTS));
    const read = async (): Promise<Json> =>
      (JSON.parse(await fileOf(slug, 'json')) as Json)['schedule'].conference as Json;
    const [first, again] = [await read(), await read()];
    expect(first['rooms']).toEqual([{ name: 'Aula', guid: expect.stringMatching(/^[\da-f]{8}-/) }]);
    expect(again['rooms']).toEqual(first['rooms']);
    const events = (first['days'] as Json[]).flatMap(({ rooms }) =>
      Object.values(rooms as Record<string, Json[]>).flat(),
    );
    const linked = events.find(({ links }) => (links as Json[]).length > 0)!;
    expect(linked['links']).toEqual([{ title: 'Où ça ?', url: 'https://example.org/o%C3%B9?a=b&c=%3Cd%3E' }]);
    expect(linked['attachments']).toEqual([{ title: 'Slides', url: 'https://example.org/slides.pdf' }]);
  });
});

describe('schedule.xml', () => {
  it('says what schedule.json says, under its own media type, and can be imported elsewhere', async () => {
    const slug = await conferenceOf(olga);
    await importsInto(olga, slug, schedule(ODD_EVENTS));
    const answer = await fetch(`${world.base}/c/${slug}/schedule.xml`);
    expect(answer.headers.get('content-type')).toBe('application/vnd.c3voc.schedule+xml; charset=utf-8');
    const other = await conferenceOf(olga);
    const imported = await importsInto(olga, other, await answer.text());
    // Two events of this format share nothing, so that each time of a talk becomes a talk.
    expect(imported.body).toMatchObject({ added: 4 });
    const facts = ({ title, track, startsAt, doNotRecord, links, attachments, slots, speakers }: Json): object => ({
      title,
      track,
      startsAt,
      doNotRecord,
      links,
      attachments,
      slots,
      names: (speakers as Json[]).map(({ name }) => name as string),
    });
    const short = (talks: Json[]): object[] =>
      talks.filter(({ title }) => title === 'On leaving the network').map(facts);
    expect(short(await talksOf(olga, other))).toEqual(short(await talksOf(olga, slug)));
  });
});
