import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Answer, type Person } from '../support/world.ts';

let world: World;
let ada: Person;
let slug: string;
const places: { page: string; follow: string }[] = [];
beforeAll(async () => {
  world = await World.open();
  const olga = await world.person('olga').signsIn();
  const { slug: conference, threadId } = await world.conference(olga);
  slug = conference;
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  const thread = (await ada.get(`/threads/${threadId}`)).body['slug'] as string;
  places.push({ page: `/c/${slug}/t/${thread}`, follow: `/c/${slug}/t/${thread}/follow` });
  const recap = await ada.post(`/conferences/${slug}/recaps`, {
    title: 'What I took home',
    markdown: 'A few words about the day.',
    published: true,
  });
  const under = (await ada.get(`/threads/${recap.body['threadId'] as string}`)).body['slug'] as string;
  places.push({ page: `/c/${slug}/recaps/${recap.body['slug'] as string}`, follow: `/c/${slug}/t/${under}/follow` });
});
afterAll(() => world.close());

const sees = async (person: Person, path: string): Promise<string> =>
  (await person.ask('GET', world.base + path, undefined, { accept: 'text/html', 'accept-language': 'en' })).text;
const presses = (page: string): Promise<Answer> => {
  const [, action, fields] = /<form method="post" action="([^"]*\/follow)" class="follow">(.*?)<\/form>/s.exec(page)!;
  const [, wanted] = /name="wanted" value="(\w+)"/.exec(fields!)!;
  return ada.ask('POST', world.base + action!, new URLSearchParams({ wanted: wanted! }).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    'accept-language': 'en',
  });
};
const followed = async (): Promise<number> => (await world.query('select from thread_follows')).length;

describe('a discussion, of a talk or under a recap', () => {
  it('is followed by one button on its page, and no longer by another', async () => {
    for (const { page } of places) {
      const before = await sees(ada, page);
      expect(before).toContain('>Follow this discussion</button>');
      const pressed = await presses(before);
      expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `${page}?said=followed`]);
      expect(await followed()).toBe(1);
      const after = await sees(ada, `${page}?said=followed`);
      expect(after).toContain('You follow this discussion.');
      expect(after).toContain('>Stop following this discussion</button>');
      expect((await presses(after)).headers.get('location')).toBe(`${page}?said=unfollowed`);
      expect(await followed()).toBe(0);
    }
  });

  it('leads readers without a session to where they sign in', async () => {
    for (const { page, follow } of places) {
      const shown = await sees(world.person('nobody'), page);
      expect(shown).toContain(`href="${follow}">Follow this discussion</a>`);
      const asked = await world.person('nobody').ask('GET', world.base + follow, undefined, { accept: 'text/html' });
      expect(asked.text).toContain(`href="/sign-in?next=${encodeURIComponent(follow)}"`);
    }
  });
});
