import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { forum, reports, withholds, type Forum } from '../moderation/forum.ts';
import { DESKTOP, fits, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { until, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let f: Forum;
let browser: RealBrowser;

const shows = (page: Page, text: string): Promise<unknown> =>
  until(`a page that shows ${text}`, async () => (await page.locator('main').innerText()).includes(text));

async function browserOf(person: Person, viewport: { width: number; height: number }, locale = 'en'): Promise<Page> {
  const page = await browser.visitor({ viewport, locale });
  await page.context().addCookies([{ name: 'session', value: person.token!, url: f.world.base }]);
  return page;
}

beforeAll(async () => {
  f = await forum();
  browser = await RealBrowser.open();
});
afterAll(async () => {
  await browser?.close();
  await f?.world.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

describe('moderating in a browser', () => {
  it('withholds by the keyboard, and what somebody else decides goes from the queue by itself', async () => {
    const { ada, bob, mona, olga, slug, threadId } = f;
    const [sharp, dull] = [
      await ada.says(threadId, 'Only a fool would say so'),
      await ada.says(threadId, 'This is *dull*, and I do not see the point of it'),
    ];
    for (const comment of [sharp, dull]) await reports(bob, comment, { reason: 'It is rude to the speaker.' });
    const page = await browserOf(mona, DESKTOP);
    await page.goto(`${f.world.base}/organize/${slug}/queue?kind=reported`);
    await page.keyboard.press('j');
    await page.keyboard.press('w');
    await page.keyboard.type('It insults somebody');
    await page.keyboard.press('Enter');
    await until(
      'the decision',
      async () => (await bob.get(`/comments/${sharp['id'] as string}`)).body['state'] === 'withheld',
    );
    await shows(page, 'This is dull');
    expect((await withholds(olga, dull, 'It is rude')).status).toBe(200);
    await shows(page, 'Nothing to moderate.').catch(() =>
      until('the item to go', async () => (await page.locator('.item').count()) === 0),
    );
    expect(await page.locator('.item').count()).toBe(0);
  });

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const)('fits a %s, in both languages', async (size, viewport) => {
    const { ada, bob, mona, slug, threadId } = f;
    const comment = await ada.says(threadId, `One more sharp word, for a ${size}`);
    await reports(bob, comment, { reason: 'It is rude to the speaker, and it goes on and on.' });
    const { decisionId } = ((await ada.get('/me/statements')).body['items'] as Json[])[0]!;
    for (const locale of ['en', 'fr']) {
      const [inside, author, reader] = await Promise.all([
        browserOf(mona, viewport, locale),
        browserOf(ada, viewport, locale),
        browser.visitor({ viewport, locale }),
      ]);
      for (const [page, place, name] of [
        [inside, `/organize/${slug}/queue?kind=reported`, 'queue'],
        [author, `/me/statements/${decisionId as string}`, 'statement'],
        [reader, `/c/${slug}/ledger`, 'ledger'],
        [reader, `/c/${slug}/rules`, 'rules'],
        [reader, `/comments/${comment['id'] as string}/report`, 'report'],
        [inside, `/organize/${slug}/powers`, 'powers'],
      ] as const) {
        await page.goto(f.world.base + place);
        await picture(page, `${name}-${size}-${locale}`, {});
        expect({ name, fits: await fits(page) }).toEqual({ name, fits: true });
      }
    }
  });
});
