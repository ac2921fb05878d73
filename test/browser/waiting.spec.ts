import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { PHONE, RealBrowser } from '../support/browser.ts';
import { World } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TYPED = { email: 'waits@mail.example', code: '2222-2222' };
const TRIES_AT_MOST = 50;

let world: World;
let browser: RealBrowser;
beforeAll(async () => {
  world = await World.open({ RATE_LIMITS: 'on' });
  browser = await RealBrowser.open();
  for (let i = 0; i < TRIES_AT_MOST; i += 1) {
    if ((await world.person('x').post('/auth/sessions', TYPED)).body['type'] === '/problems/proof-required') return;
  }
  throw new Error('no proof of work was asked for');
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function typesCode(page: Page, script = true): Promise<void> {
  await page.goto(`${world.base}/sign-in?step=code`);
  await page.fill('#email', TYPED.email);
  await page.fill('#code', TYPED.code);
  // With a script a whole code sends itself.
  if (!script) await page.click('#by-code button.primary');
  await page.locator('#by-proof').waitFor();
}

describe('the page of waiting before signing in', () => {
  it('asks to wait and to press the button, without a script, and says when that was too early', async () => {
    const page = await browser.visitor({ viewport: PHONE, script: false });
    await typesCode(page, false);
    expect(await page.locator('#by-proof').innerText()).toMatch(
      /lot of people[^]*wait 8 seconds, then press the button/,
    );
    expect(await page.locator('#by-proof').innerText()).not.toContain('too early');
    await page.click('#by-proof button');
    expect(await page.locator('#by-proof [role=status]').innerText()).toContain('That was too early or too late.');
  });

  it('asks nobody to press what a script is about to press, and has no fault that axe finds', async () => {
    const page = await browser.visitor({ viewport: PHONE, locale: 'fr' });
    await page.addInitScript({ path: AXE });
    await page.addInitScript('HTMLFormElement.prototype.submit = () => undefined;');
    await typesCode(page);
    await page.getByText('La page continue d’elle-même dès que possible.').waitFor();
    expect(await page.locator('#by-proof [data-by-hand]:visible').count()).toBe(0);
    const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
      violations: { id: string }[];
    };
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
