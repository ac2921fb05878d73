import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, fits, PHONE, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { freePort } from '../support/server.ts';
import { codeIn, World } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let base: string;
beforeAll(async () => {
  // Passkeys belong to a name, not to a number: pages are opened as localhost, and the server knows itself by it.
  const port = await freePort();
  base = `http://localhost:${port}`;
  world = await World.open({ PUBLIC_URL: base }, port);
  await world.conference(await world.person('olga').signsIn());
  browser = await RealBrowser.open();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Whether signing in without another place led to the first page, which is that of the only conference. */
const isFirstPage = ({ pathname }: URL): boolean => /^\/c\/[\w-]+$/.test(pathname);

/** A device that has a fingerprint reader, and an owner who presses it at once. */
async function withReader(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${base}/sign-in?next=/me`);
  await page.fill('#email', email);
  const before = await world.mails();
  await page.click('#by-code button.primary');
  await page.waitForSelector('#code');
  // A whole code sends itself.
  await page.fill(
    '#code',
    codeIn(await world.nextMail(before, email))
      .toLowerCase()
      .replace('-', ' '),
  );
  await page.waitForURL(`${base}/me`);
}

describe('a passkey in a browser', () => {
  it.each(
    oneIn(2, [
      ['phone', PHONE, 'fr', 'olga'],
      ['desktop', DESKTOP, 'en', 'ada'],
    ] as const),
  )('is added on one’s own page and signs in with one press, on a %s', async (_name, viewport, locale, who) => {
    const page = await browser.visitor({ viewport, locale });
    await withReader(page);
    await signIn(page, `${who}@mail.example`);
    expect(await page.locator('#passkeys .notice').count()).toBe(who === 'olga' ? 1 : 0);
    await page.fill('#passkey-name', 'My own laptop');
    await page.click('#add-passkey button');
    await page.waitForSelector('#passkeys ul.cards');
    expect(await page.locator('#passkeys ul.cards').innerText()).toContain('My own laptop');
    expect(await page.locator('#passkeys .notice').count()).toBe(0);
    expect(await fits(page)).toBe(true);
    await page
      .locator('#sessions li', { has: page.locator('.chip') })
      .locator('button')
      .click();
    await page.waitForURL(isFirstPage);
    await page.goto(`${base}/sign-in?next=/me`);
    expect(await fits(page)).toBe(true);
    await page.click('#by-passkey button');
    await page.waitForURL(`${base}/me`);
    await page.locator('#passkeys ul.cards button').click();
    await page.waitForSelector('#passkeys ul.cards', { state: 'detached' });
    await page.goto(`${base}/sign-in`);
    await page.click('#by-passkey button');
    await page.waitForSelector('#by-passkey [role=alert]:not([hidden])');
    expect(browser.complaints).toEqual([]);
  });

  it('is not offered where no script runs, and a code is', async () => {
    const page = await browser.visitor({ script: false });
    await page.goto(`${base}/sign-in`);
    expect(await page.locator('#by-passkey').isVisible()).toBe(false);
    expect(await page.locator('#by-code').isVisible()).toBe(true);
  });
});

describe('the link of a mail', () => {
  it('signs in with one button where it was asked for, and elsewhere asks for the code', async () => {
    const page = await browser.visitor();
    await page.goto(`${base}/sign-in?next=/me`);
    await page.fill('#email', 'link@mail.example');
    const before = await world.mails();
    await page.click('#by-code button.primary');
    await page.waitForSelector('#code');
    const mail = await world.nextMail(before, 'link@mail.example');
    const link = `${base}/sign-in${/\/sign-in(#[\w-]+)/.exec(mail)![1]!}`;
    const stranger = await browser.visitor();
    await stranger.goto(link);
    await stranger.click('#by-link button');
    await stranger.waitForSelector('.refusal');
    expect(await stranger.locator('.refusal').innerText()).toContain('another browser');
    await page.goto('about:blank');
    await page.goto(link);
    await page.click('#by-link button');
    await page.waitForURL(isFirstPage);
    await page.goto(`${base}/me`);
    expect(await page.locator('h1').innerText()).toBe('My account');
    expect(browser.complaints).toEqual([]);
  });
});
