import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asks, becomes, settles, talkOf } from '../questions/stage.ts';
import { isOf, RealBrowser } from '../support/browser.ts';
import { until, World, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let ada: Person;
let grace: Person;
let place: Awaited<ReturnType<typeof talkOf>>;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  // A browser that may open no WebSocket complains of each.
  expect(browser.complaints.splice(0).filter((each) => !/WebSocket/.test(each))).toEqual([]);
});

const here = (): string => `${world.base}/c/${place.slug}/t/on-leaving`;
const HALF_A_MINUTE = 30_000;

/** A page in a network that lets no WebSocket through; its timers are the test's. */
async function pageWithoutLine(url: string, person: Person | null = null): Promise<Page> {
  const page = await browser.visitor();
  if (person) await isOf(page, person);
  await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await page.clock.install();
  await page.goto(url);
  await page.clock.runFor(HALF_A_MINUTE);
  return page;
}

/** Half a minute later, as the page's own timers count it. */
async function showsInTime(page: Page, text: string): Promise<void> {
  await page.clock.runFor(HALF_A_MINUTE);
  await until(`a page that shows ${text}`, async () => {
    await page.clock.runFor(50);
    return (await page.locator('main').innerText()).includes(text);
  });
}

describe('without a WebSocket', () => {
  it('a thread in front has what happens within half a minute, again and again, and speaks of no loss', async () => {
    const page = await pageWithoutLine(here());
    for (const words of ['Said once.', 'Said again.', 'Said a third time.']) {
      await ada.says(place.threadId, words);
      await showsInTime(page, words);
    }
    expect(await page.locator('.lost').count()).toBe(0);
  });

  it('a permalink and a frame on another site have it too', async () => {
    const root = (await ada.says(place.threadId, 'Where this is answered'))['id'] as string;
    const [permalink, frame] = [
      await pageWithoutLine(`${here()}?comment=${root}`),
      await pageWithoutLine(`${world.base}/embed/${place.threadId}`),
    ];
    await grace.says(place.threadId, 'It is answered here.', { parentId: root });
    await showsInTime(permalink, 'It is answered here.');
    await showsInTime(frame, 'It is answered here.');
  });

  it('a desk and a stage in front have it too', async () => {
    const [desk, stage] = [
      await pageWithoutLine(`${here()}/desk`, grace),
      await pageWithoutLine(`${here()}/stage?lang=en`),
    ];
    const question = await asks(ada, place.threadId, 'Does the wall know of this?');
    await showsInTime(desk, 'Does the wall know of this?');
    await showsInTime(stage, 'Does the wall know of this?');
    await settles(grace, question, 'taken');
    await showsInTime(stage, 'Being answered now');
  });

  it('nobody is asked for a page that nobody looks at, nor for one that wants to be left in peace', async () => {
    const page = await browser.visitor();
    await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
    await page.addInitScript(() => localStorage.setItem('reading', JSON.stringify({ calm: true })));
    let asked = 0;
    page.on('request', (request) => (asked += Number(request.url().includes('/changes'))));
    await page.clock.install();
    await page.goto(here());
    for (let i = 0; i < 3; i += 1) await page.clock.runFor(HALF_A_MINUTE);
    expect(asked).toBe(0);
  });
});
