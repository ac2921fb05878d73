import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { skipWithout } from '../support/skip-without.ts';
import { World, type Person } from '../support/world.ts';

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

/** The secret of the link in an e-mail. */
const linkIn = (mail: string): string => /\/sign-in#([\w-]{20,})/.exec(mail.replaceAll('=\r\n', ''))![1]!;

/** Writes as a guest; answers the link that was mailed. */
async function isMailedALink(page: Page, body: string, email: string): Promise<string> {
  await page.fill('#body', body);
  await page.fill('#name', 'A guest');
  await page.fill('#email', email);
  const before = await world.mails();
  await page.click('.write button.primary');
  return linkIn(await world.nextMail(before, email));
}

/** Opens a link in another tab of the same browser, and presses its button; answers the tab. */
async function opens(page: Page, link: string): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(`${world.base}/sign-in#${link}`);
  await tab.click('#by-link button');
  return tab;
}

/** Published words; what is being written is elsewhere. */
const said = (page: Page, words: string): Locator => page.locator('.comments:not(.outbox)').getByText(words);

describe.each(oneIn(2, [true, false]))('the link in a guest’s e-mail (script: %p)', (script) => {
  it('opens in another tab of the browser that asked, also after a second comment', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const email = `tabs-${String(script)}@mail.example`;
    const page = await browser.visitor({ script });
    const thread = `${world.base}/c/${conference.slug}/t/hallway`;
    await page.goto(thread);
    const first = await isMailedALink(page, 'The first words.', email);
    await page.goto(thread);
    const second = await isMailedALink(page, 'The second words.', email);
    // A script presses the button of a link, so the tab has one.
    const tabs = script ? page : await withScript(page);
    const tab = await opens(tabs, first);
    await said(tab, 'The first words.').waitFor();
    expect(await said(tab, 'The second words.').count()).toBe(0);
    world.advance({ seconds: 5 });
    await said(await opens(tabs, second), 'The second words.').waitFor();
  });

  it('that comes with a new code opens too, in a browser that lost its name meanwhile', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const email = `again-${String(script)}@mail.example`;
    const page = await browser.visitor({ script });
    if (script) await page.clock.install();
    await page.goto(`${world.base}/c/${conference.slug}/t/hallway`);
    const first = await isMailedALink(page, 'Where is my code?', email);
    await page.locator('#new-code button').waitFor({ state: 'attached' });
    await waitsHalfAMinute(page, script);
    await page.context().clearCookies({ name: 'browser' });
    const before = await world.mails();
    await page.getByRole('button', { name: 'Send again', exact: true }).click();
    const second = linkIn(await world.nextMail(before, email));
    expect(second).not.toBe(first);
    await page.getByText('A new code is on its way').waitFor();
    const tab = await opens(script ? page : await withScript(page), second);
    await said(tab, 'Where is my code?').waitFor();
  });
});

/** Until another code can be asked for: a script counts the seconds; without one, the stylesheet does. */
const waitsHalfAMinute = (page: Page, script: boolean): Promise<unknown> =>
  script
    ? page.clock.runFor(31_000)
    : page.evaluate(() => {
        for (const each of document.getAnimations()) each.finish();
      });

/** A page of a browser with scripts that has the cookies of one without. */
async function withScript(page: Page): Promise<Page> {
  const other = await browser.visitor();
  await other.context().addCookies(await page.context().cookies());
  return other;
}

describe('the link in a guest’s e-mail', () => {
  it('opens nothing in another browser, and says where it does', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const page = await browser.visitor();
    await page.goto(`${world.base}/c/${conference.slug}/t/hallway`);
    const link = await isMailedALink(page, 'Not for others.', 'elsewhere@mail.example');
    const tab = await opens(await browser.visitor(), link);
    await tab.locator('.refusal').waitFor();
    expect(await tab.locator('#account').innerText()).toBe('Sign in');
  });
});
