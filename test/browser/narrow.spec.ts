import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { conferenceOf, event, importsInto, schedule } from '../imports/programmes.ts';
import { asks } from '../questions/stage.ts';
import { fits, isOf, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { World, type Json, type Person } from '../support/world.ts';

jest.setTimeout(180_000);

/** As programmes have them: a track that is a sentence, a word without a place to break, an address. */
const LONG = 'Community-driven confidential computing and low-level firmware, hypervisors and other surprises';
const WORD = `Donaudampfschifffahrts${'elektrizitätenhauptbetriebswerkbauunterbeamten'.repeat(2)}gesellschaft`;
const SIZES = [320, 390] as const;

let world: World;
let browser: RealBrowser;
let olga: Person;
let slug: string;
let thread: string;
let talk: string;
beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga);
  const talks = Array.from({ length: 60 }, (_, n) =>
    event({
      guid: `g${n}`,
      title: `${WORD} ${n}`,
      track: `${n} ${LONG}`,
      room: `${LONG} ${n % 3}`,
      persons: [{ id: n, public_name: `${WORD} ${n}` }],
      links: [{ title: '', url: `https://example.org/${'a'.repeat(300)}` }],
      recording_license: LONG,
      abstract: `<p>${WORD}:\n- https://example.org/${'b'.repeat(200)}\n- ${WORD}</p>`,
      date: `2026-05-0${1 + (n % 2)}T10:00:00+02:00`,
    }),
  );
  await importsInto(olga, slug, schedule(talks));
  await olga.calledIn(slug, 'W'.repeat(60));
  const { items } = (await olga.get(`/conferences/${slug}/threads?limit=1`)).body as { items: Json[] };
  thread = items[0]!['slug'] as string;
  talk = items[0]!['talkId'] as string;
  const threadId = items[0]!['id'] as string;
  await olga.says(threadId, `${WORD} \`${'c'.repeat(300)}\` https://example.org/${'d'.repeat(300)}`);
  world.advance({ minutes: 1 });
  await asks(olga, threadId, `${WORD}?`);
  await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator', name: WORD });
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const paths = (): string[] => [
  '/',
  `/c/${slug}`,
  `/c/${slug}?show=active`,
  `/c/${slug}?show=waiting`,
  `/c/${slug}/search?q=${WORD.slice(0, 60)}`,
  `/c/${slug}/t/${thread}`,
  `/c/${slug}/t/${thread}/desk`,
  `/c/${slug}/t/${thread}/links`,
  `/c/${slug}/t/${thread}/answers`,
  `/c/${slug}/recaps/new`,
  `/c/${slug}/ledger`,
  `/c/${slug}/rules`,
  '/me',
  '/me/data',
  '/me/questions',
  `/organize/${slug}`,
  `/organize/${slug}/queue`,
  `/organize/${slug}/rules`,
  `/organize/${slug}/programme`,
  `/organize/${slug}/programme?layout=grid`,
  `/organize/${slug}/programme?edit=${talk}`,
  `/organize/${slug}/programme/new`,
  `/organize/${slug}/discussions`,
  `/organize/${slug}/team`,
  `/organize/${slug}/settings`,
  `/organize/${slug}/export`,
  `/organize/${slug}/highlights`,
  `/organize/${slug}/figures`,
  `/organize/${slug}/transparency`,
  '/transparency',
  `/organize/${slug}/qr`,
  `/organize`,
  `/organize/${slug}/appearance`,
  `/organize/${slug}/import`,
  `/organize/${slug}/log`,
  '/privacy',
];

describe('a page on a narrow screen', () => {
  it.each(oneIn(2, SIZES))(
    'is never wider than the screen, at %d pixels, whatever a programme is called',
    async (width) => {
      const page = await browser.visitor({ viewport: { width, height: 700 } });
      await isOf(page, olga);
      const wide: string[] = [];
      for (const path of paths()) {
        await page.goto(world.base + path);
        if (!(await fits(page))) wide.push(path.replace(slug, '…'));
      }
      expect(wide).toEqual([]);
      await page.goto(`${world.base}/me`);
      expect(await page.locator('nav.parts').isVisible()).toBe(true);
      await page.goto(`${world.base}/c/${slug}`);
      await picture(page, `narrow-programme-${width}`, { fullPage: false });
      await page.goto(`${world.base}/organize/${slug}/discussions#threads`);
      await picture(page, `narrow-organizing-${width}`, { fullPage: false });
    },
  );
});
