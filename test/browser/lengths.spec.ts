import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { asks, talkOf } from '../questions/stage.ts';
import { DESKTOP, fits, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { inLongForm } from '../support/form.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

/** Voters of the hall, and how many begin at once. */
const HALL = 300;
const AT_ONCE = 30;

let world: World;
let browser: RealBrowser;
let olga: Person;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

/** The thread of a talk, and people who speak there. */
async function talk(): Promise<{ path: string; threadId: string; people: Person[] }> {
  const place = await talkOf(world, olga, { screening: 'none', guests: 'ask-live' });
  const people = await Promise.all(
    ['Ada', 'Bruno', 'Chloé', 'Dmitri'].map(async (name, i) =>
      (await world.person(`person-${i}-${place.slug}`).signsIn()).calledIn(place.slug, name),
    ),
  );
  return { path: `/c/${place.slug}/t/on-leaving`, threadId: place.threadId, people };
}

const LINES = [
  'The first week was the hardest, and nobody tells you that boredom comes back as a friend.',
  'I kept my notebook and lost my inbox. *No regret so far.*',
  'Which of the three would you do again?\n\n> Leaving is easy, staying away is work.',
  'Six months later I answer letters on Sundays, see [the list](https://example.org/letters).',
];

/** Looks at a page on a phone and on a desktop, in both languages, light and dark; with `shown` as its words. */
async function looksRight(path: string, name: string, shown: RegExp): Promise<void> {
  for (const [size, viewport] of [
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const)
    for (const [locale, colorScheme] of [
      ['en', 'light'],
      ['fr', 'dark'],
    ] as const) {
      const page = await browser.visitor({ viewport, locale });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${world.base}${path}`);
      expect(await page.locator('body').innerText()).toMatch(shown);
      expect([name, size, locale, await fits(page)]).toEqual([name, size, locale, true]);
      await picture(page, `${name}-${size}-${locale}`, {});
      await page.context().close();
    }
}

describe('a thread of any length', () => {
  it('is whole when nothing was said', async () => {
    const { path } = await talk();
    await looksRight(path, 'thread-empty', /On leaving/);
  });

  it('is whole with a few comments, replies and questions', async () => {
    const { path, threadId, people } = await talk();
    const [ada, bruno, chloe] = people as [Person, Person, Person];
    const first = await ada.says(threadId, LINES[0]!);
    await bruno.says(threadId, 'For me it was the second.', { parentId: first['id'] });
    await chloe.says(threadId, LINES[1]!);
    await asks(bruno, threadId, 'Would you do it again?');
    await looksRight(path, 'thread-small', /Would you do it again\?/);
  });

  it('is whole with two hundred comments, of which it begins with the most supported', async () => {
    const { path, threadId, people } = await talk();
    let last: Json = {};
    for (let i = 0; i < 200; i += 1)
      last = await people[i % people.length]!.says(threadId, `${LINES[i % LINES.length]!} (${i})`);
    for (const person of people.slice(0, 3)) await person.put(`/comments/${last['id'] as string}/vote`);
    await looksRight(path, 'thread-long', /\(199\)/);
  });
});

describe('a hall of three hundred guests', () => {
  inLongForm('has its votes counted on the phones and on the wall', async () => {
    const { path, threadId, people } = await talk();
    await olga.post(`/threads/${threadId}/live`);
    const questions = [
      await asks(people[0]!, threadId, 'What did your readers say when you came back?'),
      await asks(people[1]!, threadId, 'Is a pause of two weeks already something?'),
      await asks(people[2]!, threadId, 'Who answers your e-mail meanwhile?'),
    ];
    for (let i = 0; i < HALL; i += AT_ONCE)
      await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, k) => {
          const guest = await world.person(`guest-${i + k}`).beginsAsGuest();
          const chosen = questions[[2, 0, 0, 1, 0, 0][(i + k) % 6]!]!;
          expect((await guest.put(`/comments/${chosen['id'] as string}/vote`)).status).toBe(200);
        }),
      );
    await looksRight(path, 'hall', /\b200\b[^]*\b50\b/);
    const stage = await browser.visitor({ viewport: { width: 1920, height: 1080 } });
    await stage.goto(`${world.base}${path}/stage`);
    expect(await stage.locator('main').innerText()).toMatch(/200[^]*50/);
    await picture(stage, 'hall-stage', {});
  });
});
