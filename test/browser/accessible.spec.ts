import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { asks, becomes, settles, talkOf } from '../questions/stage.ts';
import { isSampled } from '../support/form.ts';
import { DESKTOP, isOf, openMenu, PHONE, RealBrowser } from '../support/browser.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let world: World;
let browser: RealBrowser;
let olga: Person;
let grace: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
let said: Json;
let question: Json;

beforeAll(async () => {
  world = await World.open({ STYLE_PAGE: 'on' });
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  const ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  said = await ada.says(
    place.threadId,
    'It is quieter than I thought, with a [link](https://talks.example/a) and `code`.\n\n> quoted\n\n- one\n- two',
  );
  await grace.says(place.threadId, 'And you hear what was always there.', { parentId: said['id'] });
  question = await asks(ada, place.threadId, 'What came back first?');
  await settles(grace, question, 'taken');
  world.advance({ seconds: 4 });
  const gone = await ada.says(place.threadId, 'Taken back.');
  await ada.delete(`/comments/${gone['id'] as string}`);
  const answered = await asks(
    await (await world.person('carl').signsIn()).calledIn(place.slug, 'Carl'),
    place.threadId,
    'Would you do it again?',
  );
  await grace.post(`/questions/${answered['id'] as string}/answers`, { body: 'Every winter.' });
  const noted = await asks(ada, place.threadId, 'Why leave at all?');
  await settles(grace, noted, 'declined', { reason: 'It was said before' });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

/** The faults that axe finds on the page as it is now, targets of less than 24 pixels (WCAG 2.5.8) too. */
async function faultsOf(page: Page): Promise<string[]> {
  // Sticky parts cover those behind them until one scrolls on, so each is put where it stands.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('header.site, .jump, .days, .ask-bar, .waiting, .save'))
      part.style.position = 'static';
  });
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })',
  )) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

type Dress = readonly ['fr' | 'en', 'light' | 'dark', { width: number; height: number }];
const DRESSES: readonly Dress[] = [
  ['fr', 'light', PHONE],
  ['en', 'dark', DESKTOP],
];

/** The pages that are looked at in this dress: in the short form, each page in one of them. */
const wearing = ([locale]: Dress, pages: string[]): string[] => {
  const i = DRESSES.findIndex(([each]) => each === locale);
  return pages.filter((_, j) => isSampled(i, j, DRESSES.length));
};

async function visitor([locale, colorScheme, viewport]: Dress, person: Person | null): Promise<Page> {
  const page = await browser.visitor({ locale, viewport });
  await page.emulateMedia({ colorScheme });
  await page.addInitScript({ path: AXE });
  if (person) await isOf(page, person);
  return page;
}

const here = (): string => `/c/${place.slug}/t/on-leaving`;
const publicPages = (): string[] => [
  '/',
  '/sign-in',
  '/sign-in?step=code',
  '/privacy',
  '/accessibility',
  '/nowhere',
  '/problems/not-found',
  ...['', '?show=active', '?show=waiting', '?q=nothing', '/ledger', '/rules', '/figures', '/search?q=quieter'].map(
    (rest) => `/c/${place.slug}${rest}`,
  ),
  here(),
  `${here()}?sort=top`,
  `${here()}?comment=${said['id'] as string}`,
  `${here()}?reply=${said['id'] as string}`,
  `${here()}?step=code`,
  `${here()}/answers`,
  `${here()}/figures`,
  `${here()}/stage`,
  `${here()}/q/${question['id'] as string}`,
  `/comments/${said['id'] as string}/report`,
  ...['thread', 'questions', 'link'].map((mode) => `/embed/${place.threadId}?mode=${mode}`),
];
const organizersPages = (): string[] => [
  '/me',
  '/me/questions',
  '/me/export',
  '/claim',
  `${here()}`,
  `${here()}/desk`,
  `${here()}/recap/edit`,
  `${here()}/links`,
  '/organize',
  '/transparency',
  ...[
    '',
    '/queue',
    '/rules',
    '/programme',
    '/programme?layout=grid',
    `/programme?edit=${place.talkId}`,
    '/programme/new',
    '/discussions',
    '/team',
    '/settings',
    '/export',
    '/highlights',
    '/figures',
    '/transparency',
    '/qr',
    '/qr/slides',
    '/log',
    '/powers',
    '/embedding',
    '/import',
    '/appearance',
  ].map((rest) => `/organize/${place.slug}${rest}`),
];

/**
 * Ten colours, drawn once by chance but for the first three; hardly one is readable in both modes as it is. In the
 * short form the first three, and one or two of the others.
 */
const PALETTES = '#ffffff #000000 #ffff00 #e4572e #3ad0c4 #7b2ff7 #9fd356 #f6c6ea #25417b #b5651d'
  .split(' ')
  .filter((_, i) => i < 2 || isSampled(0, i, 8));

describe('a page', () => {
  it('has no fault that axe finds, in whatever colour a conference has', async () => {
    const page = await visitor(['en', 'light', DESKTOP], null);
    const faults: string[] = [];
    for (const [i, accent] of PALETTES.entries()) {
      await olga.patch(`/admin/conferences/${place.slug}`, {
        settings: { brand: { accent, font: 'system', stageTheme: i % 2 === 0 ? 'dark' : 'light' } },
      });
      for (const path of [here(), `/c/${place.slug}`, `${here()}/stage`]) {
        await page.goto(world.base + path);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          faults.push(...(await faultsOf(page)).map((fault) => `${accent} ${colorScheme} ${path} ${fault}`));
        }
      }
    }
    await olga.patch(`/admin/conferences/${place.slug}`, { settings: { brand: { accent: null, stageTheme: 'dark' } } });
    expect(faults).toEqual([]);
  });

  it.each(DRESSES)('has no fault that axe finds, for a reader (%s, %s)', async (...dress) => {
    const page = await visitor(dress, null);
    const faults: string[] = [];
    for (const path of wearing(dress, publicPages())) {
      await page.goto(world.base + path);
      faults.push(...(await faultsOf(page)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it.each(DRESSES)('has no fault that axe finds, for an organizer (%s, %s)', async (...dress) => {
    const page = await visitor(dress, olga);
    const faults: string[] = [];
    for (const path of wearing(dress, organizersPages())) {
      await page.goto(world.base + path);
      if (path.endsWith('/desk'))
        await page.evaluate(
          "document.querySelectorAll('#settled, #settled details').forEach((part) => { part.open = true; })",
        );
      faults.push(...(await faultsOf(page)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it.each(DRESSES)('has none either while somebody acts in a thread (%s, %s)', async (...dress) => {
    const page = await visitor(dress, grace);
    await page.goto(world.base + here());
    const faults: string[] = [];
    const look = async (state: string): Promise<void> =>
      void faults.push(...(await faultsOf(page)).map((fault) => `${state} ${fault}`));
    await page.locator('#reading summary').click();
    await page.locator('#reading .card').waitFor();
    await look('settings');
    const comment = page.locator(`#c-${said['id'] as string}`);
    await openMenu(comment);
    await look('menu');
    await comment.locator('.share').click();
    await page.locator('dialog.share').waitFor();
    await look('sharing');
    await page.keyboard.press('Escape');
    await openMenu(comment);
    await comment.locator('.quote').click();
    await look('answering');
    await page.fill('#body', 'x');
    await page.click('.write button.primary');
    await page.locator('.refusal, .fault').waitFor();
    await look('refused');
    expect(faults).toEqual([]);
  });

  it('finds room in a window of 320 pixels, which is also 1,280 pixels at four times the size (WCAG 1.4.10)', async () => {
    const wide: string[] = [];
    for (const [person, paths] of [
      [null, ['/style', ...publicPages()]],
      [olga, organizersPages()],
    ] as const) {
      const page = await visitor(['fr', 'light', { width: 320, height: 256 }], person);
      for (const path of paths) {
        await page.goto(world.base + path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) wide.push(`${path}: ${over}`);
      }
    }
    expect(wide).toEqual([]);
  });

  it.each(['light', 'dark'])(
    'shows every part in every state with enough contrast, in both languages (%s)',
    async (theme) => {
      const page = await visitor(['fr', 'light', DESKTOP], null);
      await page.goto(`${world.base}/style?theme=${theme}`);
      for (const locale of ['fr', 'en'])
        expect(await page.locator(`section[lang=${locale}] article.comment`).count()).toBeGreaterThan(20);
      const { violations } = (await page.evaluate('axe.run(document, { runOnly: ["color-contrast"] })')) as {
        violations: { nodes: { html: string }[] }[];
      };
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    },
  );
});
