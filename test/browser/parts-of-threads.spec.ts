import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isOf, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { until, World, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let ada: Person;
let bob: Person;
let slug: string;
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga, { settings: { screening: 'none' } }));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  bob = await (await world.person('bob').signsIn()).calledIn(slug, 'Bob');
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

const here = (): string => `${world.base}/c/${slug}/t/hallway`;
const idOf = (comment: Json): string => comment['id'] as string;
const permalinkOf = (comment: Json): string => `${here()}?comment=${idOf(comment)}#c-${idOf(comment)}`;
const wordsOn = (page: Page): Promise<string[]> =>
  page.$$eval('.comments .words', (found) => found.map((each) => each.textContent?.trim() ?? ''));
const shows = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();
const withholds = (comment: Json): Promise<unknown> =>
  olga.post(`/admin/comments/${idOf(comment)}/withhold`, { rule: 'topic', reason: 'Off the point.' });

/** Somebody's page of a thread, once its script has taken it over. */
async function livePage(person: Person | null, url: string): Promise<Page> {
  const page = await browser.visitor();
  if (person) await isOf(page, person);
  await page.goto(url);
  await page.locator('#reading').waitFor();
  return page;
}

describe('a permalink', () => {
  it('is live like the thread: replies come, hidden words go, and what is being written stays', async () => {
    const root = await ada.says(threadId, 'What does a permalink show?');
    const reply = await bob.says(threadId, 'Words that will be hidden.', { parentId: idOf(root) });
    const page = await livePage(bob, permalinkOf(root));
    await page.fill('#body', 'A half-written');
    await ada.says(threadId, 'Said elsewhere in the thread.');
    await ada.says(threadId, 'A reply that came later.', { parentId: idOf(root) });
    await withholds(reply);
    await until('the hidden words to go', async () => !(await page.content()).includes('Words that will be hidden'));
    await shows(page, '1 new comment');
    await page.click('.waiting button');
    await shows(page, 'A reply that came later.');
    expect(await wordsOn(page)).toEqual(['What does a permalink show?', 'A reply that came later.']);
    await ada.put(`/comments/${idOf(root)}/vote`);
    await page.locator(`#c-${idOf(root)} [aria-pressed=false]`).click();
    await shows(page, '1 vote');
    expect(await page.inputValue('#body')).toBe('A half-written');
    expect(await page.locator('.end').count()).toBe(0);
  });

  it('shows what one says on it, a reply and a comment of its own', async () => {
    const root = await ada.says(threadId, 'Who answers here?');
    const page = await livePage(bob, permalinkOf(root));
    await page.locator(`#c-${idOf(root)} .reply`).click();
    await page.fill('#body', 'I do.');
    await page.click('.write button.primary');
    await shows(page, 'I do.');
    world.advance({ seconds: 4 });
    await page.fill('#body', 'And something else.');
    await page.click('.write button.primary');
    await until('both', async () => (await wordsOn(page)).join() === 'Who answers here?,I do.,And something else.');
  });

  it('loads itself anew after a reset, and nothing around it', async () => {
    const root = await ada.says(threadId, 'What stays after a reset?');
    await bob.says(threadId, 'What belongs to it.', { parentId: idOf(root) });
    const page = await browser.visitor();
    let isReset = false;
    await page.route('**/changes?after=*', async (route) => {
      if (isReset) return route.continue();
      isReset = true;
      const response = await route.fetch();
      return route.fulfill({
        response,
        json: { ...((await response.json()) as Json), comments: [], reset: true },
      });
    });
    const reloaded = page.waitForResponse(/\/replies\?/);
    await page.goto(permalinkOf(root));
    await reloaded;
    await ada.says(threadId, 'What came after it.', { parentId: idOf(root) });
    const branch = 'What stays after a reset?,What belongs to it.,What came after it.';
    await until('all of the branch', async () => (await wordsOn(page)).join() === branch);
  });

  it('shows the reply it names, however many came before', async () => {
    const root = await ada.says(threadId, 'A comment with more replies than a page holds.');
    for (let i = 1; i <= 102; i += 1) await bob.says(threadId, `Reply number ${i}.`, { parentId: idOf(root) });
    const last = await ada.says(threadId, 'The reply that somebody was sent.', { parentId: idOf(root) });
    for (const script of oneIn(2, [true, false])) {
      const page = await browser.visitor({ script });
      await page.goto(permalinkOf(last));
      await page.locator(`#c-${idOf(last)}`).waitFor();
      expect((await wordsOn(page)).at(-1)).toBe('The reply that somebody was sent.');
    }
  });
});

describe('a page further on in a thread', () => {
  let slugOfLong: string;
  const longThread = (): string => `${world.base}/c/${slugOfLong}/t/hallway`;
  let last: Json;

  beforeAll(async () => {
    const long = await world.conference(olga, { settings: { screening: 'none' } });
    slugOfLong = long.slug;
    await ada.calledIn(slugOfLong, 'Ada');
    await bob.calledIn(slugOfLong, 'Bob');
    for (let i = 1; i <= 105; i += 1) last = await ada.says(long.threadId, `Comment number ${i}.`);
  });

  /** Opens the third page by its links, as a reader without a script does. */
  async function thirdPage(script: boolean): Promise<Page> {
    const page = await browser.visitor({ script: false, viewport: PHONE });
    await isOf(page, bob);
    await page.goto(`${longThread()}?sort=oldest`);
    for (let i = 0; i < 2; i += 1) {
      await page.locator('a.more').click();
      // Comments are what was asked for, so they are in sight.
      expect(new URL(page.url()).hash).toBe('#discussion');
    }
    return script ? livePage(bob, page.url()) : page;
  }

  it('is where a vote, a withdrawal and a refusal come back to, without a script', async () => {
    const page = await thirdPage(false);
    const cursorOf = (url: string): string | null => new URL(url).searchParams.get('cursor');
    const third = cursorOf(page.url());
    await page.locator(`#c-${idOf(last)} [aria-pressed]`).click();
    expect(cursorOf(page.url())).toBe(third);
    expect(new URL(page.url()).hash).toBe(`#c-${idOf(last)}`);
    expect(await page.locator(`#c-${idOf(last)}`).innerText()).toContain('1 vote');
    await page.locator(`#c-${idOf(last)} .reply`).click();
    expect(await page.locator('.replying').innerText()).toContain('Ada');
    await page.fill('#body', 'x');
    await page.click('.write button.primary');
    await page.locator('#body-fault').waitFor();
    expect(await page.inputValue('#body')).toBe('x');
    expect((await wordsOn(page)).at(-1)).toBe('Comment number 105.');
    await picture(page, 'third-page-refused', { fullPage: false });
  });

  it('keeps the order that was chosen when a vote comes back to it', async () => {
    const page = await browser.visitor({ script: false });
    await isOf(page, bob);
    await page.goto(`${longThread()}?sort=newest`);
    await page.locator('.comments [aria-pressed=false]').first().click();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('newest');
  });

  it('is live: an edit comes, and what is new waits', async () => {
    const page = await thirdPage(true);
    await ada.patch(`/comments/${idOf(last)}`, { body: 'Comment number 105, reworded.' });
    await shows(page, 'Comment number 105, reworded.');
  });
});

describe('another order', () => {
  it('leaves the reader at the discussion', async () => {
    const page = await browser.visitor({ viewport: PHONE });
    const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'long-abstract',
      title: 'A talk with a long abstract',
      abstract: Array.from({ length: 30 }, (_, i) => `Paragraph ${i} of what it is about.`).join('\n\n'),
      startsAt: new Date(world.clock.now().getTime() - 600_000).toISOString(),
      durationMinutes: 30,
    });
    for (let i = 0; i < 12; i += 1) await ada.says(talk.body['threadId'] as string, `Comment ${i} on the talk.`);
    for (const script of oneIn(2, [true, false])) {
      const reader = script ? page : await browser.visitor({ viewport: PHONE, script: false });
      await reader.goto(`${world.base}/c/${slug}/t/long-abstract`);
      for (const order of ['Top', 'New', 'In order']) {
        await reader.getByRole('link', { name: order, exact: true }).click();
        await until(`the discussion in sight (${order})`, async () => {
          const { y } = (await reader.locator('.bar').boundingBox())!;
          return Math.abs(y) < 60;
        });
        await reader.locator('.bar .seg [aria-current]', { hasText: order }).waitFor();
      }
    }
  });

  it('is kept in this browser for all threads, and in the address without a script', async () => {
    const [first, second] = [await world.conference(olga), await world.conference(olga)];
    for (const { slug: conference, threadId: thread } of [first, second]) {
      await ada.calledIn(conference, 'Ada');
      for (const words of ['The older.', 'The newer.']) await ada.says(thread, words);
      world.advance({ minutes: 10 });
    }
    const at = (conference: { slug: string }): string => `${world.base}/c/${conference.slug}/t/hallway?lang=en`;
    const plainAt = (conference: { slug: string }): string => `${world.base}/c/${conference.slug}/t/hallway`;
    const page = await livePage(null, at(first));
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await page.getByRole('link', { name: 'New', exact: true }).click();
    await until('the newer first', async () => (await wordsOn(page))[0] === 'The newer.');
    expect(await page.locator('.bar .seg [aria-current]').innerText()).toBe('New');
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('newest');
    await page.goto(plainAt(second));
    await until('the newer first here too', async () => (await wordsOn(page))[0] === 'The newer.');
    await page.goto(`${plainAt(second)}?sort=oldest`);
    await page.locator('#reading').waitFor();
    expect((await wordsOn(page))[0]).toBe('The older.');
    expect(await page.context().cookies()).toEqual([expect.objectContaining({ name: 'lang' })]);
  });

  it('keeps the date of a time that is said as long ago', async () => {
    await ada.says(threadId, 'Said at a time.');
    const page = await browser.visitor();
    await page.goto(here());
    const time = page.locator('.comments .when time').first();
    await until('the time in other words', async () => ((await time.getAttribute('title')) ?? '') !== '');
    const date = await time.getAttribute('title');
    expect(date).toMatch(/\d{4}/);
    // As when a comment is drawn anew.
    await time.evaluate((element) => {
      const again = element.cloneNode(true) as HTMLElement;
      again.removeAttribute('title');
      element.replaceWith(again);
    });
    await until('the title', async () => ((await time.getAttribute('title')) ?? '') !== '');
    expect(await time.getAttribute('title')).toBe(date);
  });
});
