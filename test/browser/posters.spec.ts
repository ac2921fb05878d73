import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import jsqr from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { conferenceOf, event, importsInto, schedule } from '../imports/programmes.ts';
import { DESKTOP, isOf, picture, RealBrowser } from '../support/browser.ts';
import { skipWithout } from '../support/skip-without.ts';
import { World, type Person } from '../support/world.ts';

skipWithout('chromium');

const LONG =
  'Why a title of a talk that goes on and on, as titles in programmes do, still leaves room for the code beside it';
const TITLES = ['On figs', LONG, 'À propos des figues : « faut-il en parler ? »'];

let world: World;
let browser: RealBrowser;
let olga: Person;
let slug: string;
beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga);
  const talks = TITLES.map((title, n) => event({ guid: `g${n}`, title, date: `2026-05-02T1${n}:00:00+02:00` }));
  await importsInto(olga, slug, schedule(talks));
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

/** What a phone reads in a part of the page as it is printed. */
async function readIn(part: Locator): Promise<string | undefined> {
  const png = await part.screenshot();
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

async function opened(path: string): Promise<Page> {
  const page = await browser.visitor({ viewport: DESKTOP });
  await isOf(page, olga);
  await page.goto(`${world.base}/organize/${slug}/qr/${path}`);
  await page.emulateMedia({ media: 'print' });
  return page;
}

describe('the codes on paper', () => {
  it('lead to the discussion of each talk, whatever it is called, under an address to type', async () => {
    const page = await opened('slides?both=on&lang=fr');
    await picture(page, 'poster-slides');
    const sheets = await page.locator('.sheet').all();
    expect(sheets).toHaveLength(TITLES.length);
    for (const sheet of sheets) {
      const typed = (await sheet.locator('figcaption').innerText()).trim();
      const read = await readIn(sheet.locator('figure img'));
      expect(read?.replace(/^https?:\/\//, '')).toBe(typed);
      const title = await sheet.locator('h2').innerText();
      const { path } = { path: new URL(read!).pathname };
      expect(await (await fetch(`${world.base}${path}`)).text()).toContain(title.slice(0, 10));
      const words = (await sheet.locator('.words-of-sheet').boundingBox())!;
      const whole = (await sheet.boundingBox())!;
      expect(
        await sheet.locator('.words-of-sheet').evaluate((part) => part.scrollHeight <= part.clientHeight + 1),
      ).toBe(true);
      expect(words.y + words.height).toBeLessThanOrEqual(whole.y + whole.height);
    }
  });

  it.each(['a4', 'a3', 'cards'])('lead to what is on in each room, on %s', async (paper) => {
    const page = await opened(`${paper}?lang=en`);
    await picture(page, `poster-${paper}`);
    const code = page.locator('.sheet figure img');
    expect(new URL((await readIn(code))!).pathname).toBe(`/c/${slug}/room/aula`);
    // Forty millimetres and more are read at arm's length; a pixel of CSS is 1/96 inch.
    expect((await code.boundingBox())!.width / 96).toBeGreaterThan(40 / 25.4);
  });

  it('come as files too, each as SVG and PNG by talk and by room', async () => {
    const { status, headers, text } = await olga.get(`${world.base}/organize/${slug}/qr/codes.zip`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/zip']);
    for (const name of ['talks/on-figs.svg', 'talks/on-figs.png', 'rooms/aula.svg', 'rooms/aula.png'])
      expect(text).toContain(name);
  });
});
