import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { picture, RealBrowser } from '../support/browser.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until, World } from '../support/world.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let slug: string;

/** A sheet of A4 without its margins, in pixels of CSS. */
const SHEET = { width: 718, height: 1_047 };
const PLACES = ['', '/t/on-numbers'] as const;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  const olga = await world.person('olga').signsIn();
  ({ slug } = await world.conference(olga, { locale: 'en' }));
  const startsAt = new Date(world.clock.now().getTime() - 600_000).toISOString();
  const { body } = await olga.post(`/admin/conferences/${slug}/talks`, {
    slug: 'on-numbers',
    title: 'On numbers, and on what is left out of each of them',
    startsAt,
    durationMinutes: 30,
    room: 'A',
  });
  for (const name of ['ann', 'bob', 'cid', 'dan', 'eve', 'fay']) {
    const person = await (await world.person(name).signsIn()).calledIn(slug, name);
    await person.post(`/threads/${body['threadId'] as string}/questions`, { body: 'Why is that so?' });
  }
  await until('the questions to be counted', async () => {
    const counted = await olga.get(`/conferences/${slug}/figures/fate-of-questions?talk=on-numbers`);
    return counted.body['denominator'] === 6;
  });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

/** The page of figures on paper, from a dark screen. */
async function printed(around: string, locale: string): Promise<Page> {
  const page = await browser.visitor({ viewport: SHEET, locale });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(`${world.base}/c/${slug}${around}/figures`);
  return page;
}

describe('the figures on paper', () => {
  it.each(PLACES.flatMap((around) => ['en', 'fr'].map((locale) => [around, locale] as const)))(
    'are whole, with their formulas and nothing to press (%s, %s)',
    async (around, locale) => {
      const page = await printed(around, locale);
      await picture(page, `figures-printed${around === '' ? '' : '-talk'}-${locale}`);
      const figures = page.locator('.figure');
      expect(await figures.count()).toBeGreaterThanOrEqual(around === '' ? 10 : 4);
      for (const part of ['h2', '.lead', 'table', 'dl dd:last-child', 'pre code'])
        expect(await figures.locator(part).evaluateAll((all) => all.map((each) => each.checkVisibility()))).toEqual(
          Array(await figures.count()).fill(true),
        );
      expect(await figures.locator('svg.chart').count()).toBeGreaterThan(0);
      for (const part of ['header.site nav', '.seg', 'summary', '.figure .dots a', 'body > footer'])
        expect([
          part,
          (await page.locator(part).evaluateAll((all) => all.filter((each) => each.checkVisibility()))).length,
        ]).toEqual([part, 0]);
      // No dot leads on to what is left out.
      expect(
        await figures
          .locator('.dots > span')
          .evaluateAll((all) => all.map((each) => getComputedStyle(each, '::after').content)),
      ).toEqual(Array(await figures.count()).fill('none'));
      expect(await cutIn(page)).toEqual([]);
      await page.close();
    },
  );

  it('are dark on white, also from a dark screen and for who chose dark', async () => {
    for (const isChosen of [false, true]) {
      const page = await printed('/t/on-numbers', 'en');
      if (isChosen) await page.evaluate(() => document.documentElement.classList.add('dark'));
      expect(await paleIn(page)).toEqual([]);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
      await page.close();
    }
  });

  it('would be found to be cut or pale, if they were', async () => {
    const page = await printed('/t/on-numbers', 'en');
    const first = (part: string): Locator => page.locator(`.figure ${part}`).first();
    await first('pre').evaluate((pre) => Object.assign(pre.style, { whiteSpace: 'pre', overflow: 'hidden' }));
    expect(await cutIn(page)).toContain('PRE');
    await first('.lead').evaluate((lead) => Object.assign(lead.style, { color: '#eee' }));
    expect(await paleIn(page)).toContain('P');
  });
});

/** Elements that are wider than the sheet, or than what they stand in where that cuts them. */
const cutIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((each) => each.checkVisibility())
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        if (right > clientWidth + 1 || left < -1) return true;
        return getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
      })
      .map(({ tagName, className }) => (className === 'unseen' ? '' : tagName))
      .filter((name) => name !== '');
  });

/** Elements with words of their own in a light colour. */
const paleIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement | SVGElement>('main *')]
      .filter((each) => each.checkVisibility())
      .filter((each) => [...each.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()))
      .filter((each) => {
        const { color, fill } = getComputedStyle(each);
        const [red = 0, green = 0, blue = 0] = (each instanceof SVGElement ? fill : color)
          .match(/[\d.]+/g)!
          .map(Number);
        return 0.299 * red + 0.587 * green + 0.114 * blue > 128;
      })
      .map(({ tagName }) => tagName),
  );
