import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { words } from '../../locales/catalogues.ts';
import { DESKTOP, fits, isOf, PHONE, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { codeIn, until, World, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let bob: Person;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  bob = await world.person('bob').signsIn();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

interface GuestScene {
  slug: string;
  threadId: string;
  url: string;
  question: Json;
}

/** A live hour with a question of Bob's. */
async function liveHour(guests: string): Promise<GuestScene> {
  const { slug, threadId } = await world.conference(olga, { locale: 'en', settings: { screening: 'none', guests } });
  await bob.calledIn(slug, 'Bob');
  const question = (await bob.post(`/threads/${threadId}/questions`, { body: 'Why plums of all fruit?' })).body;
  await olga.post(`/threads/${threadId}/live`);
  return { slug, threadId, url: `${world.base}/c/${slug}/t/hallway`, question };
}

const voteButton = (page: Page, { id }: Json) =>
  page.locator(`.question-row:has([name=commentId][value="${id as string}"]) button.vote`);
const votesOf = async ({ id }: Json): Promise<unknown> =>
  (await world.person('r').get(`/comments/${id as string}`)).body['votes'];
const cookiesOf = async (page: Page): Promise<string[]> =>
  (await page.context().cookies()).map(({ name }) => name).filter((name) => name === 'session');

describe('a reader without a session, in the questions of a conference', () => {
  it('votes once by a double click', async () => {
    const { slug, question } = await liveHour('vote');
    const page = await browser.visitor({ viewport: PHONE });
    let posts = 0;
    let letPass = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letPass = resolve));
    await page.route('**/votes', async (route) => {
      posts += 1;
      await gate;
      await route.continue();
    });
    await page.goto(`${world.base}/c/${slug}?show=waiting`);
    const button = page.locator('.across > li button.vote');
    await button.dblclick();
    await until('the first click to be sent', () => posts === 1);
    letPass();
    await page.locator('.across > li [aria-pressed=true]').waitFor();
    expect([posts, await votesOf(question)]).toEqual([1, 1]);
    await button.click();
    await until('the vote to be taken back', async () => (await votesOf(question)) === 0);
  });
});

describe.each(
  oneIn(2, [
    ['with a script', true],
    ['without a script', false],
  ] as const),
)('a reader in the room, %s', (_how, script) => {
  const visitor = (): Promise<Page> => browser.visitor({ viewport: PHONE, script });

  it('votes by one tap, finds the vote after a reload and the next day, and takes it back', async () => {
    const { url, question } = await liveHour('vote');
    const page = await visitor();
    await page.goto(url);
    expect(await cookiesOf(page)).toEqual([]);
    await voteButton(page, question).click();
    await until('the vote', async () => (await votesOf(question)) === 1);
    expect(await cookiesOf(page)).toEqual(['session']);
    world.advance({ days: 1 });
    await page.reload();
    await page.locator('.question-row [aria-pressed=true]').waitFor();
    await voteButton(page, question).click();
    await until('no vote', async () => (await votesOf(question)) === 0);
  });

  it('is told at the field that the name is missing, and is no guest before', async () => {
    const { url } = await liveHour('everything-held');
    const page = await visitor();
    await page.goto(`${url}?kind=comment#write`);
    if (script) await page.locator('#reading').waitFor({ state: 'attached' });
    await page.fill('#body', 'Words without a name.');
    await page.click('.write button.primary');
    await page.locator('#name[aria-invalid=true][aria-describedby=name-fault]:focus').waitFor();
    expect(await page.locator('#name-fault').innerText()).toBe('Enter your name.');
    expect(await page.inputValue('#body')).toBe('Words without a name.');
    expect(await cookiesOf(page)).toEqual([]);
  });

  it('asks by a name alone, and without one when the question is anonymous', async () => {
    const { url, threadId } = await liveHour('ask-live');
    const asked = async (): Promise<Json[]> =>
      (await world.person('r').get(`/threads/${threadId}/comments?kind=question`)).body['items'] as Json[];
    const page = await visitor();
    await page.goto(`${url}?kind=question#write`);
    await page.fill('#body', 'Why not pears instead?');
    await page.fill('#name', 'Ada of the room');
    await page.click('.write button.primary');
    await until('the question', async () => (await asked()).length === 2);
    const other = await visitor();
    await other.goto(`${url}?kind=question#write`);
    await other.fill('#body', 'And what of quinces?');
    await other.locator('input[name=anonymous]').check();
    expect(await other.locator('#name').isVisible()).toBe(false);
    await other.click('.write button.primary');
    await until('the other', async () => (await asked()).length === 3);
    expect((await asked()).map(({ author }) => (author as Json | null)?.['name'] ?? null)).toEqual([
      'Bob',
      'Ada of the room',
      null,
    ]);
  });
});

describe.each(
  oneIn(2, [
    ['on a phone in French, with a script', 'fr', PHONE, true],
    ['on a phone in French, without a script', 'fr', PHONE, false],
    ['on a desktop in English, without a script', 'en', DESKTOP, false],
    ['on a desktop in English, with a script', 'en', DESKTOP, true],
  ] as const),
)('a guest who may do everything, %s', (_how, locale, viewport, script) => {
  const say = words(locale);
  const shows = (page: Page, text: string): Promise<unknown> =>
    until(`a page that shows ${text}`, async () => (await page.locator('body').innerText()).includes(text));

  it('speaks, edits, withdraws, signs in with all of it, and leaves', async () => {
    const { slug, url, question } = await liveHour('everything-held');
    const page = await browser.visitor({ viewport, script, locale });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(url);
    await voteButton(page, question).click();
    await until('the vote', async () => (await votesOf(question)) === 1);

    // Speaks: a name is enough, and the words wait for a moderator.
    await page.goto(`${url}#write`);
    await page.fill('#body', 'Plums keep for a winter.');
    await page.fill('#name', 'Noa');
    await page.click('.write button.primary');
    await page.locator('#own article').waitFor();
    await shows(page, 'Plums keep for a winter.');

    // Edits, and withdraws.
    await page.locator('#own article a').click();
    await until('its words in the form', async () => (await page.inputValue('#body')) === 'Plums keep for a winter.');
    await page.fill('#body', 'Plums keep for two winters.');
    await page.click('.write button.primary');
    await shows(page, 'Plums keep for two winters.');
    expect(await fits(page)).toBe(true);
    await page.locator('#own article form[action$="/withdrawals"] button').click();
    await page.locator('#own').waitFor({ state: 'detached' });

    // Signs in by an address, and keeps the vote.
    await page.goto(`${world.base}/me`);
    await shows(page, say('pages.me.isGuest'));
    const address = `noa-${slug}@mail.example`;
    await page.goto(`${world.base}/sign-in?next=%2Fme`);
    const before = await world.mails();
    await page.fill('#email', address);
    await page.locator('main form:has(#email:visible) button').first().click();
    const code = codeIn(await world.nextMail(before, address));
    await page.locator('#code').waitFor();
    if (await page.locator('#email').isVisible()) await page.fill('#email', address);
    await page.fill('#code', code);
    // A whole code may have sent itself by now.
    await page.press('#code', 'Enter', { timeout: 2_000 }).catch(() => undefined);
    await page.locator('#leaving').waitFor();
    expect(await page.locator('main').innerText()).not.toContain(say('pages.me.isGuest'));
    await page.goto(url);
    await page.locator('.question-row [aria-pressed=true]').waitFor();

    // Leaves.
    await page.goto(`${world.base}/me`);
    await page.locator('#leaving summary').click();
    await page.check('#leaving [value=remove]');
    await page.click('#leaving button.danger');
    await shows(page, say('pages.left.title'));
    expect(await cookiesOf(page)).toEqual([]);
  });
});

describe.each(
  oneIn(2, [
    ['with a script', true],
    ['without a script', false],
  ] as const),
)('a person whose first words were an anonymous question, %s', (_how, script) => {
  it('is asked for a name by the first comment, which is signed with it', async () => {
    const { url, threadId } = await liveHour('ask-live');
    const nora = await world.person(`nora${String(script)}`).signsIn();
    const page = await browser.visitor({ script });
    await isOf(page, nora);
    await page.goto(`${url}?kind=question#write`);
    await page.fill('#body', 'Which of you is anonymous?');
    await page.locator('input[name=anonymous]').check();
    await page.click('.write .send button');
    const said = async (): Promise<Json[]> => (await nora.get(`/threads/${threadId}/comments`)).body['items'] as Json[];
    await until('the question', async () => (await said()).length === 2);
    world.advance({ minutes: 1 });
    await page.goto(`${url}?kind=comment#write`);
    await page.fill('#body', 'I am not.');
    await page.fill('#name', 'Nora of the room');
    await page.click('.write .send button');
    await until('the comment', async () => (await said()).length === 3);
    expect((await said()).map(({ author }) => (author as Json | null)?.['name'] ?? null)).toEqual([
      'Bob',
      null,
      'Nora of the room',
    ]);
    await page.goto(url);
    await page.locator('.as-name, .who-sees').first().waitFor({ state: 'attached' });
    expect(await page.locator('#name').count()).toBe(0);
  });
});

describe('one press of the organizer', () => {
  it('takes the buttons from the phones in the room', async () => {
    const { slug, url, question } = await liveHour('vote');
    const page = await browser.visitor({ viewport: PHONE });
    await page.goto(url);
    await voteButton(page, question).waitFor();
    await olga.patch(`/admin/conferences/${slug}`, { settings: { guests: 'nothing' } });
    await voteButton(page, question).waitFor({ state: 'detached' });
  });
});
