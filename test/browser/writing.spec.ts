import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isOf, openMenu, PHONE, RealBrowser } from '../support/browser.ts';
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

const threadOf = ({ slug }: { slug: string }): string => `${world.base}/c/${slug}/t/hallway`;
const shows = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
const account = (page: Page): Promise<string> => page.locator('#account').innerText();

let people = 0;
/** Somebody new, whom nobody has read yet. */
async function stranger(conference: { slug: string }, name: string): Promise<Person> {
  people += 1;
  return (await world.person(`${name.toLowerCase()}${people}`).signsIn()).calledIn(conference.slug, name);
}

/** Writes as a guest; answers the code that was mailed. */
async function asksAsGuest(page: Page, words: string, email: string): Promise<string> {
  await page.fill('#body', words);
  await page.fill('#name', 'A guest');
  await page.fill('#email', email);
  const before = await world.mails();
  await page.click('.write button.primary');
  return codeIn(await world.nextMail(before, email));
}

describe('a guest whose code was right', () => {
  it('is signed in in the head of the page too, and is told what becomes of the words', async () => {
    for (const [screening, promise] of [
      ['none', /Type it here to send your text\.$/],
      ['first', /If it is your first one here, it will be visible once/],
      ['all', /It will be visible once a moderator has read it/],
    ] as const) {
      const conference = await world.conference(olga, { locale: 'en', settings: { screening } });
      const page = await browser.visitor();
      await page.goto(threadOf(conference));
      expect(await account(page)).toBe('Sign in');
      const code = await asksAsGuest(page, 'Words of a guest.', `guest-${screening}@mail.example`);
      expect((await page.locator('#write [role=status]').innerText()).trim()).toMatch(promise);
      expect(await page.locator('#write').innerText()).not.toMatch(/is published|will be published/i);
      await page.fill('#code', code);
      await until('the head to say so', async () => (await account(page)) === 'My account');
      expect(await page.locator('#account').getAttribute('href')).toBe('/me');
      await shows(page, screening === 'none' ? 'Words of a guest.' : 'Only you can see it');
    }
  });

  it('is told so in French and without a script as well', async () => {
    const conference = await world.conference(olga, { settings: { screening: 'all' } });
    const page = await browser.visitor({ locale: 'fr', script: false });
    await page.goto(threadOf(conference));
    await asksAsGuest(page, 'Quelques mots.', 'invite@mail.example');
    expect(await page.locator('#write').innerText()).toContain('Il sera visible dès que la modération l’aura lu.');
  });
});

describe('whoever is signed out elsewhere', () => {
  it('reads so in the head of the page, and keeps what is being written', async () => {
    const conference = await world.conference(olga, { settings: { screening: 'none' } });
    const ada = await stranger(conference, 'Ada');
    const page = await browser.visitor();
    await isOf(page, ada);
    await page.goto(threadOf(conference));
    await page.locator('#reading').waitFor();
    await page.fill('#body', 'Still being written.');
    expect(await account(page)).toBe('My account');
    await ada.delete('/auth/sessions/current');
    await until('the head to say so', async () => (await account(page)) === 'Sign in');
    expect(await page.locator('#account').getAttribute('href')).toContain('/sign-in?next=%2Fc%2F');
    await page.locator('#email').waitFor();
    expect(await page.inputValue('#body')).toBe('Still being written.');
  });
});

describe('a comment that waits for a moderator', () => {
  /** The text of it that its author sees. */
  const own = (page: Page): Promise<string> => page.locator('#own').innerText();

  it.each(oneIn(2, [true, false]))('can be reworded and taken back by its author (script: %p)', async (script) => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'all' } });
    const ada = await stranger(conference, 'Ada');
    await ada.says(conference.threadId, 'Words with a mistkae.');
    const page = await browser.visitor({ script });
    await isOf(page, ada);
    await page.goto(threadOf(conference));
    if (script) await page.locator('#reading').waitFor();
    await page.locator('#own').getByRole('link', { name: 'Edit' }).click();
    await until('the words to edit', async () => (await page.inputValue('#body')) === 'Words with a mistkae.');
    await page.fill('#body', 'Words without a mistake.');
    await page.click('.write button.primary');
    await until('the new words', async () => (await own(page)).includes('Words without a mistake.'));
    page.once('dialog', (dialog) => void dialog.accept());
    await page.locator('#own').getByRole('button', { name: 'Withdraw' }).click();
    await until('nothing to wait', async () => (await page.locator('#own').count()) === 0);
    const queue = await olga.get(`/admin/conferences/${conference.slug}/queue?kind=held`);
    expect(queue.body['items']).toEqual([]);
  });

  it('can be taken back when the thread is locked', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'all' } });
    const ada = await stranger(conference, 'Ada');
    await ada.says(conference.threadId, 'Too late to say this.');
    await olga.patch(`/admin/threads/${conference.threadId}`, { state: 'locked', reason: 'A pause.' });
    const page = await browser.visitor({ script: false });
    await isOf(page, ada);
    await page.goto(threadOf(conference));
    await page.locator('#own').getByRole('button', { name: 'Withdraw' }).click();
    expect(await page.locator('#own').count()).toBe(0);
  });

  it('says so when an edit made it wait', async () => {
    const settings = { screening: 'none', wordLists: { en: ['casino'] } };
    const conference = await world.conference(olga, { locale: 'en', settings });
    const ada = await stranger(conference, 'Ada');
    const said = await ada.says(conference.threadId, 'Harmless words.');
    const page = await browser.visitor();
    await isOf(page, ada);
    await page.goto(threadOf(conference));
    const comment = page.locator(`#c-${said['id'] as string}`);
    await openMenu(comment);
    await comment.getByRole('link', { name: 'Edit' }).click();
    await until('the words to edit', async () => (await page.inputValue('#body')) === 'Harmless words.');
    await page.fill('#body', 'The best casino.');
    await page.click('.write button.primary');
    await shows(page, 'Your text will be visible once a moderator has read it.');
    expect(await own(page)).toContain('The best casino.');
  });

  it('leads its author to where it waits, from their questions and from their data', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'all' } });
    const ada = await stranger(conference, 'Ada');
    const asked = await ada.post(`/threads/${conference.threadId}/questions`, { body: 'Will this be read?' });
    expect(asked.body['state']).toBe('held');
    const page = await browser.visitor();
    await isOf(page, ada);
    for (const list of ['/me/questions', '/me/export']) {
      await page.goto(world.base + list);
      const link = (await page.locator('main a[href*="/t/hallway"]').first().getAttribute('href'))!;
      const { pathname, search, hash } = new URL(link, world.base);
      await page.goto(world.base + pathname + search + hash);
      await page.locator('#own').waitFor();
      expect(await own(page)).toContain('Will this be read?');
    }
  });
});

describe('a locked thread', () => {
  it('says why, once, above its questions, live and on every page that shows it', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const ada = await stranger(conference, 'Ada');
    const said = await ada.says(conference.threadId, 'Said before the lock.');
    const page = await browser.visitor();
    await page.goto(threadOf(conference));
    await page.locator('#reading').waitFor();
    const lock = (reason: string): Promise<Json> =>
      olga.patch(`/admin/threads/${conference.threadId}`, { state: 'locked', reason });
    await lock('We go on after lunch.');
    await shows(page, 'We go on after lunch.');
    expect(await page.locator('.closed', { hasText: 'We go on after lunch.' }).count()).toBe(1);
    await lock('We go on tomorrow.');
    await shows(page, 'We go on tomorrow.');
    for (const place of [
      threadOf(conference),
      `${threadOf(conference)}?comment=${said['id'] as string}`,
      `${world.base}/embed/${conference.threadId}`,
      `${world.base}/embed/${conference.threadId}?mode=questions`,
    ]) {
      const plain = await browser.visitor({ script: false });
      await plain.goto(place);
      expect({ place, text: await plain.locator('main').innerText() }).toMatchObject({
        text: expect.stringContaining('We go on tomorrow.'),
      });
    }
    await olga.patch(`/admin/threads/${conference.threadId}`, { state: 'open', reason: 'Go on.' });
    await page.locator('#body').waitFor();
    expect(await page.locator('.closed').count()).toBe(0);
    expect((await ada.get(`/threads/${conference.threadId}`)).body['lockReason']).toBeNull();
  });

  it('says to somebody who may not write where to read why', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const ada = await stranger(conference, 'Ada');
    const said = await ada.says(conference.threadId, 'Said before.');
    await olga.post(`/admin/personas/${said['author'].id as string}/sanctions`, {
      kind: 'mute',
      until: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
      rule: 'topic',
      reason: 'Off the point, again and again.',
    });
    const page = await browser.visitor({ script: false });
    await isOf(page, ada);
    await page.goto(threadOf(conference));
    await page.getByRole('link', { name: 'Why, and for how long' }).click();
    await shows(page, 'Off the point, again and again.');
  });
});

describe('the form', () => {
  it('has a vote with one name, pressed or not, whoever presses it', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const [ada, bob] = [await stranger(conference, 'Ada'), await stranger(conference, 'Bob')];
    await ada.says(conference.threadId, 'Vote for this.');
    await ada.post(`/threads/${conference.threadId}/questions`, { body: 'Would you vote for this question?' });
    for (const script of oneIn(2, [true, false])) {
      const page = await browser.visitor({ script });
      await isOf(page, bob);
      await page.goto(threadOf(conference));
      for (const pressed of [true, false]) {
        const vote = page.locator('.comments li').first().getByRole('button', { name: 'Upvote', exact: true });
        expect(await vote.getAttribute('aria-pressed')).toBe(String(!pressed));
        await vote.click();
        await page
          .locator('.comments li')
          .first()
          .getByRole('button', { name: 'Upvote', exact: true, pressed })
          .waitFor();
      }
    }
    const page = await browser.visitor();
    await isOf(page, bob);
    await page.goto(threadOf(conference));
    await page.focus('#body');
    await page.check('input[name=kind][value=question]');
    await page.fill('#body', 'Would you vote for this question');
    const similar = page.locator('.similar').getByRole('button', { name: 'Upvote', exact: true });
    await similar.click();
    await page.locator('.similar').getByRole('button', { name: 'Upvote', exact: true, pressed: true }).waitFor();
  });

  it('counts the characters of a question without a word, until there is hardly room', async () => {
    const conference = await world.conference(olga, { locale: 'en' });
    const page = await browser.visitor();
    await page.goto(threadOf(conference));
    await page.focus('#body');
    await page.check('input[name=kind][value=question]');
    const spoken = (): Promise<string> =>
      page.$$eval('.write :is([role=status], [aria-live], output)', (all) =>
        all.map((each) => each.textContent?.trim()).join(''),
      );
    for (const [length, says] of [
      [1, ''],
      [449, ''],
      [450, '450 of 500 characters.'],
      [500, '500 of 500 characters.'],
    ] as const) {
      await page.fill('#body', 'x'.repeat(length));
      await shows(page, `${length} of 500 characters.`);
      expect({ length, spoken: await spoken() }).toEqual({ length, spoken: says });
    }
  });

  it('has fields into which no phone zooms, on every page', async () => {
    const conference = await world.conference(olga, { locale: 'en', settings: { screening: 'all' } });
    const ada = await stranger(conference, 'Ada');
    const held = await ada.says(conference.threadId, 'Words that wait.');
    const phone = await browser.visitor({ viewport: PHONE, touch: true });
    await isOf(phone, olga);
    const small: string[] = [];
    for (const path of [
      '/sign-in',
      '/sign-in?step=code',
      '/me',
      '/claim',
      `/c/${conference.slug}`,
      `/c/${conference.slug}/search`,
      `/c/${conference.slug}/t/hallway`,
      `/c/${conference.slug}/t/hallway?step=code`,
      `/c/${conference.slug}/t/hallway/desk`,
      `/c/${conference.slug}/t/hallway/recap/edit`,
      `/comments/${held['id'] as string}/report`,
      ...[
        '',
        '/queue',
        '/rules',
        '/embedding',
        '/programme',
        '/programme/new',
        '/team',
        '/settings',
        '/discussions',
      ].map((page) => `/organize/${conference.slug}${page}`),
    ]) {
      await phone.goto(world.base + path);
      small.push(
        ...(await phone.$$eval('input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select', (fields) =>
          fields
            .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
            .map((field) => `${location.pathname} ${field.outerHTML.slice(0, 80)}`),
        )),
      );
    }
    expect(small).toEqual([]);
  });
});
