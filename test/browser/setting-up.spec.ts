import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, fits, isOf, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until, World, type Person } from '../support/world.ts';

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

const WORDS = {
  fr: {
    make: 'Créer la conférence',
    programme: 'Programme',
    add: 'Ajouter une intervention',
    save: 'Enregistrer',
    team: 'Équipe et intervenants',
    look: 'Voir l’e-mail d’abord',
    send: 'Envoyer les invitations',
    discussions: 'Discussions',
    open: 'Ouvrir la discussion',
    settings: 'Réglages',
    overview: 'Vue d’ensemble',
  },
  en: {
    make: 'Create the conference',
    programme: 'Programme',
    add: 'Add a talk',
    save: 'Save',
    team: 'Team and speakers',
    look: 'See the e-mail first',
    send: 'Send the invitations',
    discussions: 'Discussions',
    open: 'Open the discussion',
    settings: 'Settings',
    overview: 'Overview',
  },
} as const;

const CASES = [
  ['fr', PHONE, true],
  ['en', DESKTOP, true],
  ['en', PHONE, false],
] as const;

/** Opens a part of the organizers' pages by their menu, which a phone folds. */
async function part(page: Page, name: string): Promise<void> {
  const folded = page.locator('details.organize-menu');
  if (await folded.isVisible()) await folded.locator('summary').click();
  await page.locator('.organize-menu a:visible', { hasText: name }).first().click();
  await page.waitForLoadState();
}

describe('an organizer with a conference in three weeks', () => {
  it.each(oneIn(2, CASES))(
    'sets it up in the browser, in %s, on a screen of %o, with a script: %s',
    async (locale, viewport, script) => {
      const words = WORDS[locale];
      const name = `Setting up ${locale} ${viewport.width} ${script ? 'live' : 'plain'}`;
      const page = await browser.visitor({ viewport, locale, script, timeZone: 'Europe/Lisbon' });
      await isOf(page, olga);
      await page.goto(`${world.base}/organize`);
      await picture(page, `organize-new-${locale}-${viewport.width}`);
      const form = page.locator('#by-hand');
      if (script)
        await until(
          'the zone to be guessed',
          async () => (await form.locator('#timeZone').inputValue()) === 'Europe/Lisbon',
        );
      await form.locator('#title').fill(name);
      await form.locator('#startsOn').fill('2031-09-01');
      await form.locator('#endsOn').fill('2031-09-02');
      await form.getByRole('button', { name: words.make }).click();
      await page.waitForURL(/\/organize\/setting-up/);
      expect(await fits(page)).toBe(true);
      await picture(page, `organize-overview-${locale}-${viewport.width}`);

      await part(page, words.programme);
      await page.locator('.part').getByRole('link', { name: words.add }).first().click();
      await page.fill('#title', 'On figs');
      await page.fill('#speakers', 'Ada B.');
      await page.fill('#day', '2031-09-01');
      await page.fill('#time', '14:30');
      await page.fill('#room', 'Hall');
      await page.locator('.part').getByRole('button', { name: words.save }).click();
      await page.locator('table.rows', { hasText: 'On figs' }).waitFor();
      expect(await fits(page)).toBe(true);

      await part(page, words.team);
      await page.fill('#addresses', 'speaker@mail.example');
      await page.selectOption('#role', 'speaker');
      await page.selectOption('#talk', { label: 'On figs' });
      await page.getByRole('button', { name: words.look }).click();
      await page.locator('pre.said', { hasText: 'On figs' }).waitFor();
      expect(await page.inputValue('#addresses')).toBe('speaker@mail.example');
      await picture(page, `organize-team-${locale}-${viewport.width}`);
      const before = await world.mails();
      await page.getByRole('button', { name: words.send }).click();
      const mail = await world.nextMail(before, 'speaker@mail.example');
      expect(mail).toContain('On figs');
      expect(mail).toContain('Hall');
      await page.locator('.notice[role=status]').waitFor();

      await part(page, words.discussions);
      await page.fill('#title', 'Carpooling');
      await page.getByRole('button', { name: words.open }).click();
      await page.locator('table.rows', { hasText: 'Carpooling' }).waitFor();
      await picture(page, `organize-discussions-${locale}-${viewport.width}`);

      await part(page, words.settings);
      await page.selectOption('#screening', 'none');
      await page.locator('form[action$="/settings"]').getByRole('button', { name: words.save }).click();
      await page.locator('.notice[role=status]').waitFor();
      expect(await page.inputValue('#screening')).toBe('none');
      expect(await fits(page)).toBe(true);
      await picture(page, `organize-settings-${locale}-${viewport.width}`);
      await part(page, words.overview);
      expect(await page.locator('.checks .is-done').count()).toBeGreaterThanOrEqual(2);
    },
  );
});
