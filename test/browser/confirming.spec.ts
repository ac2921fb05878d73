import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { words } from '../../locales/catalogues.ts';
import { PHONE, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { codeIn, until, World, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

const say = words('en');
const isOnScreen = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom, left } = element.getBoundingClientRect();
    const shown = document.elementFromPoint(left + 4, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && (element === shown || element.contains(shown));
  });

/** A discussion with questions, in which guests may do nothing. */
async function discussion(): Promise<{ url: string; threadId: string }> {
  const { slug, threadId } = await world.conference(olga, {
    locale: 'en',
    settings: { screening: 'none', guests: 'nothing' },
  });
  await olga.calledIn(slug, 'Olga');
  for (const body of ['Why plums of all fruit?', 'And why not pears?'])
    await olga.post(`/threads/${threadId}/questions`, { body });
  return { url: `${world.base}/c/${slug}/t/hallway`, threadId };
}
const commentsOf = async (threadId: string): Promise<string[]> =>
  ((await olga.get(`/threads/${threadId}/comments?kind=comment`)).body['items'] as Json[]).map(
    ({ html }) => html as string,
  );

describe.each(
  oneIn(2, [
    ['with a script', true],
    ['without a script', false],
  ] as const),
)('the code of a comment on a phone, %s', (_how, script) => {
  it('is asked for where the comment was written, with its words and the address it went to', async () => {
    const { url, threadId } = await discussion();
    const page = await browser.visitor({ viewport: PHONE, script, touch: true });
    const email = `phone-${String(script)}@mail.example`;
    await page.goto(url);
    await page.click('.ask-bar a:not(.ask)');
    await page.fill('#body', 'Plums keep for a winter.');
    await page.fill('#name', 'Pia');
    await page.fill('#email', 'mistyped@mail.example');
    await page.click('.write button.primary');
    await page.locator('#code').waitFor();
    await until('the code’s field on the screen', () => isOnScreen(page, '#code'));
    expect(await page.locator('.code-step .written').innerText()).toBe('Plums keep for a winter.');
    expect(await page.locator('.code-step .sent-to').innerText()).toContain(
      script ? 'mistyped@mail.example' : 'm•••@mail.example',
    );
    // Another code can be had after half a minute.
    const again = page.locator('#new-code button');
    if (script) expect(await again.isDisabled()).toBe(true);
    else expect(await again.isVisible()).toBe(false);

    // The address was wrong: the words are in the form again.
    await page.click('.sent-to button');
    await page.locator('#body').waitFor();
    expect(await page.inputValue('#body')).toBe('Plums keep for a winter.');
    expect(await page.inputValue('#name')).toBe('Pia');
    const before = await world.mails();
    await page.fill('#email', email);
    await page.click('.write button.primary');
    await page.locator('#code').waitFor();
    await page.fill('#code', codeIn(await world.nextMail(before, email)));
    if (!script) await page.click(`text=${say('pages.form.confirm')}`);
    await until('the comment', async () => (await commentsOf(threadId)).length === 1);
    expect(await commentsOf(threadId)).toEqual(['<p>Plums keep for a winter.</p>']);
    await page.locator('.comments .comment', { hasText: 'Plums keep' }).waitFor({ state: 'attached' });
  });
});
