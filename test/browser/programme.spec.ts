import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { asks } from '../questions/stage.ts';
import { DESKTOP, fits, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { World, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let slug: string;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga, { settings: { screening: 'none' } }));
  const talks: [string, string, number, string][] = [
    ['on-leaving', 'On leaving', -10, 'Blue'],
    ['on-numbers', 'On numbers', 40, 'Blue'],
    ['on-parties', 'On parties', 40, 'Red'],
    ['on-faces', 'On faces', 100, 'Red'],
  ];
  const threads: Record<string, string> = {};
  const minute = Math.floor(world.clock.now().getTime() / 60_000);
  for (const [name, title, minutes, room] of talks) {
    const startsAt = new Date((minute + minutes) * 60_000).toISOString();
    const made = await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: name,
      title,
      startsAt,
      durationMinutes: 30,
      room,
    });
    if (made.status !== 201) throw new Error(made.text);
    threads[name] = made.body['threadId'] as string;
  }
  const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  await ada.says(threads['on-leaving']!, 'It is quieter than I thought.');
  await asks(ada, threads['on-numbers']!, 'Who counts what nobody asked for?');
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

describe('a programme', () => {
  it.each([
    ['phone', PHONE, 'fr'],
    ['desktop', DESKTOP, 'en'],
  ] as const)('says what is on and what comes next, on a %s', async (name, viewport, locale) => {
    const page = await browser.visitor({ viewport, locale, timeZone: 'Europe/Paris' });
    await page.goto(`${world.base}/c/${slug}`);
    expect(await page.locator('.on-now h2').allInnerTexts()).toEqual(['On leaving']);
    const next = page.locator('.up-next h2');
    expect(await next.allInnerTexts()).toEqual(['On numbers', 'On parties']);
    for (const each of await next.all()) expect((await each.boundingBox())!.height).toBeLessThan(50);
    if (viewport === PHONE) {
      const sections = page.locator('nav.on-narrow');
      expect((await sections.boundingBox())!.y).toBeLessThan((await page.locator('.on-now').boundingBox())!.y);
    }
    expect(await page.locator('.own-time').count()).toBe(0);
    expect(await fits(page)).toBe(true);
    await picture(page, `programme-now-${name}`);
  });

  it('is told in the reader’s own time beside the conference’s', async () => {
    const page = await browser.visitor({ viewport: PHONE, timeZone: 'Asia/Tokyo' });
    await page.goto(`${world.base}/c/${slug}`);
    await page.locator('.own-time').first().waitFor();
    const [there, here] = [
      await page.locator('ul.talks .hour time').first().innerText(),
      await page.locator('.own-time').first().innerText(),
    ];
    const minutes = (text: string): number => {
      const [, hour, minute] = /(\d\d):(\d\d)/.exec(text)!;
      return Number(hour) * 60 + Number(minute);
    };
    // In Tokyo it is tomorrow for a talk of the afternoon in Paris.
    expect(here).toMatch(/^\((?:\w{3},? \d{1,2} \w{3,4},? )?\d\d:\d\d\)$/);
    // The zone of the times stands once above the list.
    expect((await page.locator('main').innerText()).match(/your time/g)).toHaveLength(1);
    expect([7, 8].map((hours) => hours * 60)).toContain((minutes(here) - minutes(there) + 1_440) % 1_440);
  });

  it('is told in the reader’s own time once above a grid, whose rows it makes no higher', async () => {
    const page = await browser.visitor({ viewport: DESKTOP, timeZone: 'Asia/Tokyo' });
    await page.goto(`${world.base}/c/${slug}`);
    await page.locator('.schedule th time[title]').first().waitFor({ state: 'attached' });
    expect(await page.locator('.schedule .own-time').count()).toBe(0);
    for (const title of await page
      .locator('.schedule th time')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).title)))
      expect(title).toMatch(/\d\d:\d\d your time$/);
    expect(await page.locator('[data-zone]').innerText()).toMatch(/ · \d\d:\d\d = .*\d\d:\d\d your time$/);
  });

  it('says the day in the reader’s own time where it is another one', async () => {
    const own = `p${Math.floor(Math.random() * 1e9)}`;
    const day = { startsOn: '2026-05-02', endsOn: '2026-05-02', locale: 'en' };
    const talks = [
      { slug: 'morning', title: 'Morning', startsAt: '2026-05-02T06:00:00.000Z' },
      { slug: 'night', title: 'Night', startsAt: '2026-05-02T18:00:00.000Z' },
    ];
    await olga.post('/admin/conferences', { slug: own, title: 'Far', timeZone: 'Europe/Paris', ...day });
    for (const talk of talks) await olga.post(`/admin/conferences/${own}/talks`, { ...talk, durationMinutes: 30 });
    const page = await browser.visitor({ timeZone: 'Asia/Tokyo' });
    await page.goto(`${world.base}/c/${own}`);
    await page.locator('.own-time').first().waitFor();
    expect(await page.locator('.own-time').allInnerTexts()).toEqual([
      '(15:00)',
      expect.stringMatching(/^\(Sun,? 3 May 03:00\)$/),
    ]);
  });

  it('says states in one line, wherever they stand', async () => {
    const page = await browser.visitor({ viewport: PHONE });
    const heights: number[] = [];
    for (const path of ['', '?show=waiting', '/t/on-numbers']) {
      await page.goto(`${world.base}/c/${slug}${path}`);
      for (const chip of await page.locator('span.chip:visible').all())
        heights.push((await chip.boundingBox())!.height);
    }
    expect(heights.length).toBeGreaterThan(2);
    expect(heights.filter((height) => height > 30)).toEqual([]);
  });

  it('leads to where something was said and where questions wait, by links that need no script', async () => {
    const page = await browser.visitor({ script: false, viewport: PHONE });
    await page.goto(`${world.base}/c/${slug}`);
    await page.getByRole('link', { name: 'Discussions', exact: true }).click();
    expect(await page.locator('.busy h2').allInnerTexts()).toEqual(['On numbers', 'On leaving', 'Hallway']);
    await page.getByRole('link', { name: 'Questions', exact: true }).click();
    const rows = await page.locator('.question-row').allInnerTexts();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/Who counts what nobody asked for\?[^]*On numbers/);
    await picture(page, 'programme-waiting-phone');
  });

  it('is narrowed by words and rooms, and the address says so', async () => {
    const page = await browser.visitor();
    const listed = (): Promise<string[]> => page.locator('.by-hour h3').allInnerTexts();
    await page.goto(`${world.base}/c/${slug}?q=numbers`);
    expect(await listed()).toEqual(['On numbers']);
    await page.locator('.narrowing .chosen').click();
    await page.waitForURL((url) => !url.search.includes('numbers'));
    expect(await listed()).toEqual(['On leaving', 'On numbers', 'On parties', 'On faces']);
    await page.locator('.narrowing summary').click();
    await page.locator('.narrowing details').getByRole('link', { name: 'Red' }).click();
    await page.waitForURL(/room=Red/);
    expect(await listed()).toEqual(['On parties', 'On faces']);
    for (const odd of ['?q=%00', '?room=%00', `?q=${'x'.repeat(5_000)}`, '?show=nothing', '?q=a&q=b', '?q=%25_%5C'])
      expect([200, 400, 404, 414, 422]).toContain((await fetch(`${world.base}/c/${slug}${odd}`)).status);
  });

  it('shows in its grid how long a talk runs, and now behind what has begun', async () => {
    const own = `p${Math.floor(Math.random() * 1e9)}`;
    const now = Math.floor(world.clock.now().getTime() / 60_000);
    const day = new Date(now * 60_000).toISOString().slice(0, 10);
    const about = { startsOn: day, endsOn: day, locale: 'en', timeZone: 'UTC' };
    await olga.post('/admin/conferences', { slug: own, title: 'Rooms', ...about });
    const talks: [string, number, number, string][] = [
      ['long', -2, 10, 'Blue'],
      ['begun', -1, 2, 'Red'],
      ['coming', 1, 2, 'Red'],
    ];
    for (const [name, minutes, durationMinutes, room] of talks) {
      const startsAt = new Date((now + minutes) * 60_000).toISOString();
      await olga.post(`/admin/conferences/${own}/talks`, { slug: name, title: name, startsAt, durationMinutes, room });
    }
    const page = await browser.visitor({ script: false });
    await page.goto(`${world.base}/c/${own}`);
    const rows = await page.locator('.schedule tbody tr').allInnerTexts();
    expect(rows.map((row) => /long|begun|coming|now/i.exec(row)?.[0].toLowerCase())).toEqual([
      'long',
      'begun',
      'now',
      'coming',
    ]);
    // Three beginnings and the line for now.
    expect(await page.locator('td:has-text("long")').getAttribute('rowspan')).toBe('4');
    expect(await page.locator('td:has-text("begun")').getAttribute('rowspan')).toBe('1');
    const [long, coming] = [page.locator('.block:has-text("long")'), page.locator('.block:has-text("coming")')];
    const bottom = async (block: typeof long): Promise<number> => {
      const { y, height } = (await block.boundingBox())!;
      return y + height;
    };
    expect(Math.abs((await bottom(long)) - (await bottom(coming)))).toBeLessThan(3);
    await picture(page, 'programme-grid');
  });
});
