import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RealBrowser } from '../support/browser.ts';
import { skipWithout } from '../support/skip-without.ts';
import { codeIn, World } from '../support/world.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('the secret of an invitation', () => {
  it('reaches the server with the button that accepts it, and in no address before', async () => {
    const olga = await world.person('olga').signsIn();
    const { slug } = await world.conference(olga);
    const made = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
    const token = (made.body['url'] as string).split('#')[1]!;
    const page = await browser.visitor();
    const told: string[] = [];
    page.on('request', (request) => {
      if (`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`.includes(token))
        told.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await page.goto(`${world.base}/claim#${token}`);
    await page.click('#claim a.primary');
    expect(page.url()).toBe(`${world.base}/sign-in?next=%2Fclaim`);
    await page.fill('#by-code [name=email]', 'mona@mail.example');
    const before = await world.mails();
    await page.click('#by-code button');
    await page.fill('#by-code [name=code]', codeIn(await world.nextMail(before, 'mona@mail.example')));
    await page.waitForURL(`${world.base}/claim`);
    await page.waitForFunction(() => Boolean(document.querySelector<HTMLInputElement>('#token')?.value));
    expect(told).toEqual([]);
    await page.click('#claim button');
    await page.waitForURL(/\/claim\?as=moderator/);
    expect(told).toEqual(['POST /claim']);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(browser.complaints).toEqual([]);
  });
});
