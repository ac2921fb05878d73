import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import { becomes, talkOf } from '../questions/stage.ts';
import { DESKTOP, fits, isOf, openMenu, PHONE, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { codeIn, until, World, type Person } from '../support/world.ts';
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

/** Waits where a script brings what is new; where there is none, loads again as a reader would. */
const shows = (page: Page, text: string, script: boolean): Promise<unknown> =>
  until(`a page that shows ${text}`, async () => {
    if ((await page.locator('main').innerText()).includes(text)) return true;
    if (!script) await page.goto(page.url().replace(/#.*/, ''));
    return false;
  });

const ways = (['fr', 'en'] as const).flatMap((locale) =>
  (locale === 'fr' ? [true, false] : [false, true]).map((script) => ({
    locale,
    script,
    viewport: locale === 'fr' ? PHONE : DESKTOP,
    how:
      `${locale === 'fr' ? 'on a phone in French' : 'on a desktop in English'}, ${script ? 'with' : 'without'} a ` +
      'script',
  })),
);

describe('a conference, by the routes its people take', () => {
  it.each(oneIn(2, ways))(
    'is read, discussed, answered and moderated $how',
    async ({
      locale,
      script,
      viewport,
    }: {
      locale: Locale;
      script: boolean;
      viewport: { width: number; height: number };
    }) => {
      const say = words(locale);
      const place = await talkOf(world, olga, { screening: 'first' });
      const grace = await becomes(await world.person(`grace-${place.slug}`).signsIn(), olga, place, 'Grace');
      const visitor = async (person: Person | null = null): Promise<Page> => {
        const page = await browser.visitor({ locale, script, viewport });
        if (person) await isOf(page, person);
        return page;
      };
      const here = `${world.base}/c/${place.slug}/t/on-leaving`;

      // Reader: by links alone, from the route to the thread, and nothing is kept of them.
      const reader = await visitor();
      await reader.goto(`${world.base}/c/${place.slug}`);
      await reader.getByRole('link', { name: 'On leaving' }).first().click();
      await shows(reader, say('pages.thread.empty'), script);
      expect(await reader.context().cookies()).toEqual([]);
      expect(await reader.getAttribute('html', 'lang')).toBe(locale);

      // Participant: a name, an address, a code; a first comment waits for a moderator.
      const participant = await visitor();
      await participant.goto(here);
      await participant.fill('#body', 'Boredom came back first.');
      await participant.fill('#name', 'Noa');
      const address = `noa-${place.slug}@mail.example`;
      await participant.fill('#email', address);
      const before = await world.mails();
      await participant.click('.write button.primary');
      await participant.waitForSelector('#code');
      const code = codeIn(await world.nextMail(before, address));
      await participant.fill('#code', code);
      if (!script) await participant.click('.write button.primary');
      await shows(participant, say('pages.thread.held'), true);

      // Organizer: reads it in the queue and lets it out.
      const organizer = await visitor(olga);
      await organizer.goto(`${world.base}/organize/${place.slug}/queue`);
      await shows(organizer, 'Boredom came back first.', script);
      await organizer.click('button[value=release]');
      await shows(reader, 'Boredom came back first.', script);
      expect(await reader.content()).not.toContain(address);

      // The same participant asks; the speaker takes the question and answers in writing; the reader has both.
      await participant.goto(here);
      await participant.focus('#body');
      await participant.check('.write input[name=kind][value=question]');
      await participant.fill('#body', 'Would you do it again?');
      await participant.click('.write button.primary');
      const speaker = await visitor(grace);
      await speaker.goto(`${here}/desk`);
      await shows(speaker, 'Would you do it again?', script);
      await speaker.locator('button[data-act=taken]').first().click();
      await shows(speaker, say('pages.desk.yours'), script);
      await shows(reader, say('pages.thread.now'), script);
      await speaker.locator('details[id^=a-] > summary').click();
      await speaker.fill('details[id^=a-] textarea', 'Every winter.');
      await speaker.locator('details[id^=a-] button.primary').click();
      await shows(reader, 'Every winter.', script);

      // Somebody reports a comment without an account; it is withheld with a rule and a reason, which the ledger says.
      const reporter = await visitor(await world.person(`carl-${place.slug}`).signsIn());
      await reporter.goto(here);
      await openMenu(reporter.locator('article.comment:has-text("Boredom")'));
      await reporter.locator('article.comment:has-text("Boredom") a.report').click();
      await reporter.fill('#reason', 'It is about me.');
      await reporter.check('[name=goodFaith]');
      await reporter.click('main button.primary');
      await shows(reporter, say('pages.reportStatus.open'), true);
      await organizer.goto(`${world.base}/organize/${place.slug}/queue?kind=reported`);
      await shows(organizer, 'It is about me.', script);
      await organizer.locator('form.decide details:has(button[value=withhold]) > summary').first().click();
      await organizer.locator('form.decide [name=reason]').first().fill('It names somebody.');
      await organizer.locator('form.decide button[value=withhold]').first().click();
      await shows(reader, say('pages.thread.state.withheld'), script);
      expect(await reader.locator('.comments').innerText()).not.toContain('Boredom');
      await reader.goto(`${world.base}/c/${place.slug}/ledger`);
      await shows(reader, 'It names somebody.', script);

      for (const page of [reader, participant, organizer, speaker, reporter]) expect(await fits(page)).toBe(true);
      expect(await reader.context().cookies()).toEqual([]);
    },
  );
});
