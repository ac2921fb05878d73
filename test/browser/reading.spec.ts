import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, fits, isOf, openMenu, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { oneIn } from '../support/form.ts';
import { until, World, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let ada: Person;
let slug: string;
let threadId: string;
let ids: string[];

const LONG = 'with enough words to be read slowly by somebody on the train';

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga, { settings: { screening: 'none' } }));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  ids = [];
  for (let i = 1; i <= 14; i += 1)
    ids.push((await ada.says(threadId, `Comment number ${i}, ${LONG}.`))['id'] as string);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

const here = (): string => `${world.base}/c/${slug}/t/hallway`;
const settings = async (page: Page): Promise<void> => {
  await page.locator('#reading summary').click();
  await page.locator('#reading .card').waitFor();
};

describe('a reader', () => {
  it('is told the end, finds the place of last time when asking for it, and is never led there', async () => {
    const page = await browser.visitor({ viewport: PHONE });
    await page.goto(here());
    expect(await page.locator('.end').innerText()).toBe('End of the discussion');
    await page.locator(`#c-${ids[8]!}`).evaluate((element) => element.scrollIntoView());
    await until('the place to be kept', () =>
      page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith('place'))),
    );
    await page.evaluate(() => scrollTo(0, 0));
    await page.goto(`${world.base}/`);
    await page.goto(here());
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await settings(page);
    await picture(page, 'reading-panel-phone', { fullPage: false });
    await page.getByRole('button', { name: 'Go back to where you stopped' }).click();
    await until('the place', async () => Math.abs((await page.locator(`#c-${ids[8]!}`).boundingBox())!.y) < 60);
    expect(await fits(page)).toBe(true);
  });

  it('can be left in peace: nothing comes by itself, and nobody counts them', async () => {
    const page = await browser.visitor();
    await page.goto(here());
    await settings(page);
    await page.getByLabel('Do not refresh').check();
    await page.locator('text=Automatic refresh is off').waitFor();
    const other = await browser.visitor();
    await other.goto(here());
    await ada.says(threadId, 'Nobody calm sees this yet.');
    await until('somebody else to be told', async () =>
      /Nobody calm|\d new comment/.test(await other.locator('main').innerText()),
    );
    expect(await page.locator('main').innerText()).not.toMatch(/Nobody calm|\d new comment/);
    // Kept for the next visit, until it is turned off.
    await page.reload();
    await page.locator('text=Nobody calm sees this yet.').waitFor();
    await page.locator('text=Automatic refresh is off').waitFor();
    await settings(page);
    await page.getByLabel('Do not refresh').uncheck();
    await ada.says(threadId, 'This comes by itself.');
    await until('what is new', async () =>
      /\d new comment|This comes by itself/.test(await page.locator('main').innerText()),
    );
  });

  it('chooses the size of the letters, and keeps it', async () => {
    const page = await browser.visitor({ locale: 'fr' });
    await page.goto(here());
    const size = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const before = Number.parseFloat(await size());
    await settings(page);
    await page.getByLabel('Taille du texte').selectOption('2');
    expect(Number.parseFloat(await size())).toBeGreaterThan(before * 1.2);
    await page.reload();
    await until('the larger letters', async () => Number.parseFloat(await size()) > before * 1.2);
    expect(await fits(page)).toBe(true);
  });

  it('goes through a thread by keys, except while typing or when they are not wanted', async () => {
    const page = await browser.visitor();
    await isOf(page, ada);
    await page.goto(here());
    const held = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
    await page.locator('#reading').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    // The keys' acts are loaded with the first press.
    await until('the second comment', async () => (await held()) === `c-${ids[1]!}`);
    await page.keyboard.press('k');
    await until('the first comment', async () => (await held()) === `c-${ids[0]!}`);
    await page.keyboard.press('r');
    await until('the form', async () => (await held()) === 'body');
    // One answers where one reads.
    expect(await page.locator(`#c-${ids[0]!} ~ form.write`).count()).toBe(1);
    await page.keyboard.type('jkr?');
    expect(await page.inputValue('#body')).toBe('jkr?');
    await page.locator('.replying a').click();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    const isSearch = (): Promise<boolean> => page.evaluate(() => document.activeElement!.matches('[type=search]'));
    await until('the field to search in', isSearch);
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.getByLabel('Keyboard shortcuts').uncheck();
    await page.locator('h1').click();
    await page.keyboard.press('j');
    expect(await held()).not.toMatch(/^c-/);
  });

  it('hands a comment on by its link, wherever it is in the thread', async () => {
    const page = await browser.visitor({ viewport: PHONE });
    await page.goto(here());
    await openMenu(page.locator(`#c-${ids[2]!}`));
    await page.locator(`#c-${ids[2]!}`).getByRole('link', { name: 'Share' }).click();
    const dialog = page.locator('dialog.share');
    const url = `${here()}?comment=${ids[2]!}#c-${ids[2]!}`;
    expect(await dialog.getByLabel('Link').inputValue()).toBe(url);
    await until('the code', () =>
      dialog.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
    );
    await picture(page, 'share-phone', { fullPage: false });
    await dialog.getByRole('button', { name: 'Close' }).click();
    for (const script of oneIn(2, [true, false])) {
      const other = await browser.visitor({ script });
      await other.goto(url);
      expect(await other.locator(`#c-${ids[2]!}`).innerText()).toContain('Comment number 3');
    }
  });

  it('hears of new comments in summaries whose numbers add up', async () => {
    const mine = await world.conference(olga, { settings: { screening: 'none' } });
    const people = await Promise.all(
      Array.from({ length: 6 }, async (_, i) =>
        (await world.person(`p${i}`).signsIn()).calledIn(mine.slug, `Person ${i}`),
      ),
    );
    const page = await browser.visitor({ locale: 'en' });
    await page.addInitScript(() => {
      localStorage.setItem('reading', JSON.stringify({ tellEvery: 2 }));
    });
    await page.goto(`${world.base}/c/${mine.slug}/t/hallway`);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      new MutationObserver(() => heard.push(document.querySelector('.heard')!.textContent ?? '')).observe(
        document.querySelector('.heard')!,
        { childList: true, characterData: true, subtree: true },
      );
    });
    const heard = (): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.filter((words) => words !== ''));
    const sum = async (): Promise<number> =>
      (await heard()).reduce((total, words) => total + Number.parseInt(words, 10), 0);
    const begun = performance.now();
    for (let i = 0; i < 3; i += 1) {
      await Promise.all(people.map((person) => person.says(mine.threadId, `Comment ${i}.`)));
      world.advance({ seconds: 4 });
    }
    await until('all eighteen to be told', async () => (await sum()) === 18);
    expect((await heard()).length).toBeLessThanOrEqual(Math.ceil((performance.now() - begun) / 2_000) + 1);
    // Nothing else on the page speaks of them.
    expect(await page.locator('.waiting').getAttribute('role')).toBeNull();
  });

  it('is told that the line is lost and since when, and loses neither what is there nor what is written', async () => {
    const page = await browser.visitor({ viewport: PHONE });
    await isOf(page, ada);
    await page.goto(here());
    await page.locator('#reading').waitFor();
    await page.context().setOffline(true);
    await page.fill('#body', 'Said in a tunnel.');
    await page.click('.write button.primary');
    await page.getByText('Not sent: the server cannot be reached').waitFor();
    await page.getByText(/Offline since \d\d:\d\d/).waitFor();
    expect(await page.locator('.comments .words').first().innerText()).toContain('Comment number 1');
    await picture(page, 'lost-phone', { fullPage: false });
    await page.context().setOffline(false);
    // A reload keeps it too.
    await page.reload();
    await page.getByText('Said in a tunnel.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await until(
      'the words, once',
      async () =>
        (
          (await olga.get(`/threads/${threadId}/comments?sort=newest&limit=50`)).body['items'] as { html: string }[]
        ).filter(({ html }) => html.includes('Said in a tunnel')).length === 1,
    );
    await until('no words on their way', async () => (await page.locator('.outbox').count()) === 0);
    expect(await page.locator('.comments .words', { hasText: 'Said in a tunnel.' }).count()).toBe(1);
    browser.complaints.length = 0; // Losing the network is what was asked for.
  });

  it('quotes what was said, and sees which language it is in', async () => {
    const page = await browser.visitor();
    await isOf(page, ada);
    const french = await ada.says(threadId, 'Ce qui est dit ici est en français, et les lecteurs le savent.');
    await page.goto(here());
    const quoted = page.locator(`#c-${french['id'] as string}`);
    expect(await quoted.locator('.words').getAttribute('lang')).toBe('fr');
    expect(await page.locator(`#c-${ids[0]!} .words`).getAttribute('lang')).toBeNull();
    await openMenu(quoted);
    await quoted.getByRole('link', { name: 'Quote' }).click();
    await until(
      'the quotation',
      async () =>
        (await page.inputValue('#body')) === '> Ce qui est dit ici est en français, et les lecteurs le savent.\n\n',
    );
    const plain = await browser.visitor({ script: false });
    await plain.goto(here());
    const there = plain.locator(`#c-${french['id'] as string}`);
    await openMenu(there);
    await there.getByRole('link', { name: 'Quote' }).click();
    expect(await plain.inputValue('#body')).toBe(
      '> Ce qui est dit ici est en français, et les lecteurs le savent.\n\n',
    );
    expect(await plain.locator('.replying').innerText()).toContain('Ada');
  });

  it('gets a refused question back as it was asked, also without a name', async () => {
    for (const script of oneIn(2, [true, false])) {
      const page = await browser.visitor({ script });
      await isOf(page, ada);
      await page.goto(here());
      if (script) await page.locator('#reading').waitFor();
      await page.focus('#body');
      await page.getByLabel('Question to the organizers').check();
      await page.locator('[name=anonymous]').check();
      await page.fill('#body', 'x');
      await page.click('.write button.primary');
      await page.locator('#body-fault').waitFor();
      expect([
        await page.inputValue('#body'),
        await page.getByLabel('Question to the organizers').isChecked(),
        await page.locator('[name=anonymous]').isChecked(),
      ]).toEqual(['x', true, true]);
    }
  });

  it('prints a thread as a document, with nothing to press', async () => {
    const page = await browser.visitor({ viewport: DESKTOP });
    await page.goto(here());
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.acts', 'form.write', 'header.site nav', '.waiting', 'footer'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await page.locator('.comments .words').first().isVisible()).toBe(true);
    await picture(page, 'print');
  });

  it.each(oneIn(2, [true, false]))(
    'prints what is folded: what was asked and answered, what waits (script: %p)',
    async (script) => {
      const place = await talkOf(world, olga);
      const asker = await (await world.person('asker').signsIn()).calledIn(place.slug, 'Asker');
      const grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
      const answered = await asks(asker, place.threadId, 'Was this answered?');
      await grace.post(`/questions/${answered['id'] as string}/answers`, { body: 'It was, in writing.' });
      await asks(asker, place.threadId, 'Does this wait?');
      const page = await browser.visitor({ script });
      const folded = (): Promise<(boolean | undefined)[]> =>
        page.$$eval('.questions .answer .words, .questions .queue .words', (all) =>
          all.map((each) => each.checkVisibility()),
        );
      for (const live of [false, true]) {
        if (live) await grace.post(`/threads/${place.threadId}/live`);
        await page.goto(`${world.base}/c/${place.slug}/t/on-leaving`);
        // The live hour decides which of them shows first; the other is one press away.
        expect((await folded()).filter(Boolean)).toEqual([true]);
        await page.emulateMedia({ media: 'print' });
        expect(await folded()).toEqual([true, true]);
        await page.emulateMedia({ media: 'screen' });
        expect((await folded()).filter(Boolean)).toEqual([true]);
      }
    },
  );

  it('prints the replies that are folded on the screen, and where they are when they cannot be asked for', async () => {
    const root = await ada.says(threadId, 'Who has something to add?');
    for (let i = 1; i <= 8; i += 1) await ada.says(threadId, `Addition ${i}.`, { parentId: root['id'] });
    const printed = (page: Page): Promise<number> => page.getByText(/^Addition \d\.$/).count();
    const page = await browser.visitor();
    await page.goto(here());
    await page.locator('#reading').waitFor();
    expect(await printed(page)).toBe(2);
    // A browser prints as soon as those who listen have returned; the one that listens here comes after the page.
    await until('all of them at once', async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return (await printed(page)) === 8;
    });
    expect(await page.locator('.hidden').count()).toBe(0);
    const preview = await browser.visitor();
    await preview.goto(here());
    await preview.locator('#reading').waitFor();
    await preview.emulateMedia({ media: 'print' });
    await until('all of them', async () => (await printed(preview)) === 8);
    expect(await preview.locator('.folded').count()).toBe(0);
    const plain = await browser.visitor({ script: false });
    await plain.goto(here());
    const onPaper = (): Promise<boolean[]> =>
      plain.getByText(/^Addition \d\.$/).evaluateAll((all) => all.map((each) => each.checkVisibility()));
    expect((await onPaper()).filter(Boolean)).toHaveLength(2);
    await plain.emulateMedia({ media: 'print' });
    expect((await onPaper()).filter(Boolean)).toHaveLength(8);
    expect(await plain.locator('.hidden a').isVisible()).toBe(false);
  });

  it('puts a dot between facts, and none before a chip', async () => {
    const place = await world.conference(olga, { locale: 'en' });
    const page = await browser.visitor({ script: false });
    await page.goto(`${world.base}/c/${place.slug}/t/hallway`);
    for (const list of ['dots', 'facts'])
      expect(
        await page.locator('main').evaluate((main, name) => {
          main.insertAdjacentHTML(
            'beforeend',
            `<p class="${name}"><span>Day</span><span>Room</span><span class="chip">Track</span></p>`,
          );
          return [...main.lastElementChild!.children].map((each) => getComputedStyle(each, '::after').content);
        }, list),
      ).toEqual(['"·"', 'none', 'none']);
  });

  it('prints where the replies are that a page cannot hold, and that page has them, without a script', async () => {
    const place = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const author = await (await world.person('folded').signsIn()).calledIn(place.slug, 'Folded');
    const root = await author.says(place.threadId, 'Who has very much to add?');
    for (let i = 1; i <= 204; i += 1) await author.says(place.threadId, `Addition no. ${i}.`, { parentId: root['id'] });
    const plain = await browser.visitor({ script: false });
    await plain.goto(`${world.base}/c/${place.slug}/t/hallway`);
    await plain.emulateMedia({ media: 'print' });
    const seen = (): Promise<number> =>
      plain
        .getByText(/^Addition no\. \d+\.$/)
        .evaluateAll((all) => all.filter((each) => each.checkVisibility()).length);
    expect(await seen()).toBe(203);
    const link = plain.locator('.hidden a').first();
    expect(await link.evaluate((each) => getComputedStyle(each, '::after').content)).toContain(
      `?comment=${root['id'] as string}`,
    );
    await plain.emulateMedia({ media: 'screen' });
    await link.click();
    // The page is loaded then, to its end.
    await plain.waitForURL(/[?&]comment=/);
    expect(await seen()).toBe(204);
  });

  it.each(oneIn(2, [true, false]))(
    'prints every question that waits, of which the screen lists five (script: %p)',
    async (script) => {
      const place = await talkOf(world, olga);
      for (let i = 1; i <= 7; i += 1) {
        const asker = await (
          await world.person(`asker${i}-${String(script)}`).signsIn()
        ).calledIn(place.slug, `Asker ${i}`);
        await asks(asker, place.threadId, `What about ${i}?`);
      }
      const grace = await becomes(await world.person(`grace-${String(script)}`).signsIn(), olga, place, 'Grace');
      await grace.post(`/threads/${place.threadId}/live`);
      const page = await browser.visitor({ script });
      await page.goto(`${world.base}/c/${place.slug}/t/on-leaving`);
      const listed = (): Promise<number> =>
        page.$$eval('.queue li', (all) => all.filter((each) => each.checkVisibility()).length);
      expect(await listed()).toBe(5);
      await page.emulateMedia({ media: 'print' });
      expect(await listed()).toBe(7);
    },
  );
});
