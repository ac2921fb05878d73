import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DESKTOP, fits, isOf, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { skipWithout } from '../support/skip-without.ts';
import { Person, World } from '../support/world.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let slug: string;
let threadId: string;
beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  ({ slug, threadId } = await world.conference(await world.person('olga').signsIn()));
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

const WORDS = {
  fr: {
    copy: 'Copier',
    copied: 'Copié.',
    make: 'Créer le jeton',
    write: 'Écrire des commentaires',
    where: 'A conference',
    end: 'Révoquer',
  },
  en: {
    copy: 'Copy',
    copied: 'Copied.',
    make: 'Create the token',
    write: 'Write comments',
    where: 'A conference',
    end: 'Revoke',
  },
};

describe('a token for a program, on one’s own page', () => {
  it.each(
    oneIn(2, [
      ['phone', PHONE, 'fr', true],
      ['desktop', DESKTOP, 'en', true],
      ['desktop without a script', DESKTOP, 'fr', false],
      ['phone without a script', PHONE, 'en', false],
    ] as const),
  )('is made, shown once, used and ended, on a %s', async (name, viewport, locale, script) => {
    const words = WORDS[locale];
    const ada = await (await world.person(`ada-${locale}-${script}`).signsIn()).calledIn(slug, 'Ada');
    const page = await browser.visitor({ viewport, locale, script });
    const shot = (state: string): Promise<void> => picture(page, `tokens-${name.replaceAll(' ', '-')}-${state}`);
    await isOf(page, ada);
    await page.goto(`${world.base}/me`);
    await page.click('a[href="/me/tokens"]');
    await page.waitForURL(`${world.base}/me/tokens`);
    await shot('none');

    await page.fill('#name', 'Bot of the hallway');
    await page.getByLabel(words.write).check();
    await page.selectOption('#conference', { label: words.where });
    await page.fill('#lastDay', '2020-01-01');
    await page.getByRole('button', { name: words.make }).click();
    await page.waitForSelector('.refusal');
    expect(await page.inputValue('#name')).toBe('Bot of the hallway');
    expect(await page.getByLabel(words.write).isChecked()).toBe(true);
    await shot('refused');

    await page.fill('#lastDay', '');
    await page.getByRole('button', { name: words.make }).click();
    const token = await page.inputValue('#token');
    expect(token).toMatch(/^atk_[\w-]+$/);
    expect(await fits(page)).toBe(true);
    await shot('made');
    const copies = page.getByRole('button', { name: words.copy });
    if (!script) expect(await copies.count()).toBe(0);
    else {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await copies.click();
      await page.getByText(words.copied, { exact: true }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
    }
    const asks = async (path: string): Promise<number> => (await new Person(world, ada.email, token).get(path)).status;
    expect([await asks(`/threads/${threadId}/mine`), await asks('/me/tokens')]).toEqual([200, 403]);

    await page.goto(`${world.base}/me/tokens`);
    expect(await page.locator('#token').count()).toBe(0);
    expect(await page.content()).not.toContain(token);
    await shot('listed');
    await page.getByRole('button', { name: words.end }).click();
    await page.waitForFunction(() => !document.querySelector('form.row'));
    expect(await asks(`/threads/${threadId}/mine`)).toBe(401);
  });
});
