import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import jsqr from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { conferenceOf, event, importsInto, schedule, talksOf } from '../imports/programmes.ts';
import { DESKTOP, isOf, picture, RealBrowser } from '../support/browser.ts';
import { paperCode, pictureOf } from '../support/paper-code.ts';
import { skipWithout } from '../support/skip-without.ts';
import { unzip } from '../support/unzip.ts';
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

/** In PDF and in CSS, where an inch has 25.4 mm. */
const POINTS_A_MM = 72 / 25.4;
const PIXELS_A_MM = 96 / 25.4;
/** Four modules of white, less the half of a pixel to which a picture rounds the edge of a module of five. */
const ALMOST_FOUR = 3.85;

/** The text that a phone reads in a part of the page as it is printed. */
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

  it.each([
    ['slides', 320, 180],
    ['a4', 210, 297],
    ['a3', 297, 420],
    ['cards', 148, 105],
  ] as const)(
    'print %s of %d × %d mm, one a page, with a code of level Q, 25 mm and more, in four modules of white',
    async (paper, width, height) => {
      const page = await opened(`${paper}?lang=en`);
      const sheets = await page.locator('.sheet').all();
      const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const pages = [...printed.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(pages).toHaveLength(sheets.length);
      for (const [, ...points] of pages)
        for (const [i, side] of [width, height].entries())
          expect(Math.abs(Number(points[i]) / POINTS_A_MM - side)).toBeLessThan(1);
      for (const sheet of sheets) {
        const code = sheet.locator('figure img');
        const side = (await code.boundingBox())!.width / PIXELS_A_MM;
        const svg = await (await fetch(new URL((await code.getAttribute('src'))!, world.base))).arrayBuffer();
        const read = await paperCode(await pictureOf(Buffer.from(svg)));
        expect(read).toMatchObject({ level: 'Q', text: expect.stringMatching(/\/(?:q|c)\//) });
        expect(read.quietModules).toBeGreaterThan(ALMOST_FOUR);
        expect(side * read.share).toBeGreaterThanOrEqual(25);
        // As it is printed, with the white around it.
        expect((await paperCode(await code.screenshot({ scale: 'device' }))).quietModules).toBeGreaterThan(ALMOST_FOUR);
      }
    },
  );

  it('come as files too, each as SVG and PNG by talk and by room, which read as those on paper', async () => {
    const answer = await fetch(`${world.base}/organize/${slug}/qr/codes.zip`, {
      headers: { authorization: `Bearer ${olga.token!}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    const names = [...files.keys()].map((name) => name.replace(/\.\w+$/, ''));
    expect([...new Set(names)].toSorted()).toEqual([
      'rooms/aula',
      expect.stringMatching(/^talks\/a-propos/),
      'talks/on-figs',
      expect.stringMatching(/^talks\/why-a-title/),
    ]);
    expect(files.size).toBe(8);
    const talks = await talksOf(olga, slug);
    const figs = talks.find(({ title }) => title === 'On figs')!;
    for (const [name, file] of files) {
      const read = await paperCode(name.endsWith('.svg') ? await pictureOf(file) : file);
      expect({ name, level: read.level, isQuiet: read.quietModules > ALMOST_FOUR }).toEqual({
        name,
        level: 'Q',
        isQuiet: true,
      });
      const { pathname } = new URL(read.text);
      if (name.startsWith('rooms/')) expect(pathname).toBe(`/c/${slug}/room/aula`);
      else expect(pathname).toMatch(/^\/q\/\w{4,6}$/);
      if (name.includes('on-figs'))
        expect((await fetch(`${world.base}${pathname}`)).url).toBe(`${world.base}/c/${slug}/t/${String(figs['slug'])}`);
    }
  });
});
