import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WriteSignal } from '../../src/platform/http/write-signal.ts';
import { ThreadPlaces } from '../../src/pages/thread-places.ts';
import { ProgrammeListing } from '../../src/transcript/programme-listing.ts';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { World, type Person } from '../support/world.ts';

/** Contributions from which a page begins with the most supported ones. */
const LONG = 30;

let world: World;
let olga: Person;
let ada: Person;
let talk: Awaited<ReturnType<typeof talkOf>>;
let here: string;
beforeAll(async () => {
  world = await World.open({ RATE_LIMITS: 'off' });
  olga = await world.person('olga').signsIn();
  talk = await talkOf(world, olga);
  here = `${world.base}/c/${talk.slug}/t/on-leaving`;
  ada = await (await world.person('ada').signsIn()).calledIn(talk.slug, 'Ada');
});
afterAll(() => world.close());

interface TaggedPage {
  etag: string | null;
  text: string;
}

const read = async (address: string): Promise<TaggedPage> => {
  const response = await fetch(address, { headers: { accept: 'text/html', 'accept-language': 'en' } });
  return { etag: response.headers.get('etag'), text: await response.text() };
};

describe('a page whose parts were read at two moments', () => {
  it('is in the order of its version, also when the thread has become long since it was found', async () => {
    const grace = await (await world.person('grace').signsIn()).calledIn(talk.slug, 'Grace');
    for (let i = 0; i < LONG - 1; i += 1) await ada.says(talk.threadId, `Said as number ${i}.`);
    const supported = await ada.says(talk.threadId, 'What most of them support.');
    await grace.put(`/comments/${supported['id'] as string}/vote`);
    const places = world.app.get(ThreadPlaces);
    const find = places.find.bind(places);
    places.find = async (path) => ({ ...(await find(path)), comments: LONG - 1 });
    const { text, etag } = await read(here);
    places.find = find;
    const [first, last] = ['Said as number 0.', 'What most of them support.'].map((words) => text.indexOf(words));
    expect(first).toBeGreaterThan(-1);
    expect(last).toBeGreaterThan(-1);
    expect(last).toBeLessThan(first!);
    const asked = await read(`${here}?sort=oldest`);
    expect([
      asked.text.indexOf('Said as number 0.') < asked.text.indexOf('What most of them support.'),
      asked.etag,
    ]).toEqual([true, etag]);
  });

  it('has no name that a cache could keep it by: the answers under a title that is changed meanwhile', async () => {
    const speaker = await becomes(await world.person('zoe').signsIn(), olga, talk, 'Zoe');
    const question = await asks(ada, talk.threadId, 'What did you miss?');
    await speaker.post(`/questions/${question['id'] as string}/answers`, { body: 'Long mornings.' });
    const listing = world.app.get(ProgrammeListing);
    const conference = listing.conference.bind(listing);
    listing.conference = async (slug) => {
      const found = await conference(slug);
      listing.conference = conference;
      await olga.patch(`/admin/conferences/${talk.slug}`, { title: 'Another title' });
      return found;
    };
    expect((await read(`${here}/answers`)).etag).toBeNull();
    expect((await read(`${here}/answers`)).etag).toMatch(/^W\//);
  });
});

describe('the versions that were read', () => {
  it('are read anew after a write, and not after one that was refused', async () => {
    let signals = 0;
    const unsubscribe = world.app.get(WriteSignal).subscribe(() => (signals += 1));
    const refused = [
      await ada.post(`/conferences/${talk.slug}/talks`),
      await ada.post(`/threads/${talk.threadId}/comments`, { body: '' }),
      await world.person('nobody').patch(`/admin/conferences/${talk.slug}`, { title: 'Renamed' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([405, 422, 401]);
    expect(signals).toBe(0);
    expect((await olga.patch(`/admin/conferences/${talk.slug}`, { title: 'Renamed' })).status).toBe(200);
    expect(signals).toBe(1);
    unsubscribe();
  });
});
